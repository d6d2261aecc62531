"""A page that a person should look at is told from one that nobody need look at."""

import pytest

from thai_text.trust import Doubt, judge

PAGE = (
    "มาตรา ๑ พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติสหกรณ์ พ.ศ. ๒๕๖๐”\n"
    "มาตรา ๒ พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป\n"
    "มาตรา ๓ บรรดากฎหมาย กฎ และข้อบังคับอื่นซึ่งขัดหรือแย้งกับบทแห่งพระราชบัญญัตินี้ ให้ใช้พระราชบัญญัตินี้แทน\n"
)


def test_a_sound_page_is_trusted():
    trust = judge(PAGE)
    assert trust.trusted
    assert trust.doubts == ()
    assert trust.known_share > 0.97


def test_a_list_of_lettered_items_and_short_forms_is_no_damage():
    assert judge("(ก) ก.พ. ๒๕๖๐ (ข) พ.ศ. ๒๕๖๑ ส.ส. และ ส.ว. รวม ก ข ค").trusted


def test_a_page_without_thai_is_trusted():
    assert judge("The Senate\n1 2 3").trusted
    assert judge("").trusted


@pytest.mark.parametrize(
    ("doubt", "damaged"),
    [
        (Doubt.LOST_SIGNS, PAGE.replace("า", "\ufffd")),
        (Doubt.PRIVATE_SIGNS, PAGE.replace("่", "\uf8a1")),
        (Doubt.SPACED_LETTERS, PAGE + "ส ภ า นิ ติ บั ญ ญั ติ"),
        (Doubt.LOOSE_MARKS, PAGE.replace("่", "\n่")),
        (Doubt.UNKNOWN_WORDS, PAGE.replace("า", "").replace("ั", "")),
        (Doubt.NO_WORDS, "ก" * 300_000),
        (Doubt.NO_WORDS, PAGE + "กขคง" * 50),
        (Doubt.NO_WORDS, PAGE + "ฬฌฆฎฑฐฏฅฃซฌฬหฮฎฑ" * 3),
    ],
)
def test_each_kind_of_damage_is_named(doubt, damaged):
    trust = judge(damaged)
    assert not trust.trusted
    assert doubt in trust.doubts
