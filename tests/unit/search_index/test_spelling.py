"""What was misspelt is mended by the words that the texts hold; what is right is left alone."""

import pytest

from search_index.spelling import Vocabulary, vocabulary_words

TEXTS = (
    "ร่างพระราชบัญญัติงบประมาณรายจ่ายประจำปี สมาชิกวุฒิสภา คณะกรรมาธิการ รัฐธรรมนูญ กฎหมาย",
    "สหกรณ์ กัญชา อากาศสะอาด ประมวลกฎหมายอาญา คอมพิวเตอร์ ยาเสพติดให้โทษ แรงงานสัมพันธ์",
    "The committee reports to the Senate on the budget. สิ่งแวดล้อม ประชาชน ประชามติ",
    "คดีล้มละลาย และการจราจรทางบก แก่ลูกหนี้ที่ล้ม ละเลย รายใด",
)


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(dict.fromkeys(vocabulary_words(TEXTS), 1))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("งบประมาน", "งบประมาณ"),
        ("พระราชบัญัติ", "พระราชบัญญัติ"),
        ("คณะกรรมธิการ", "คณะกรรมาธิการ"),
        ("รัฐธรรมนูน", "รัฐธรรมนูญ"),
        ("กันชา", "กัญชา"),
        ("กฏหมาย", "กฎหมาย"),
        ("สหกรน์", "สหกรณ์"),
        ("ยาเสบติด", "ยาเสพติด"),
        ("คอมพิวเตอ", "คอมพิวเตอร์"),
        ("ปะมวลกฎหมาย", "ประมวลกฎหมาย"),
        ("ล้มละราย", "ล้มละลาย"),
        ("จราจอน", "จราจร"),
        ("comittee", "committee"),
        ("ร่าง พ.ร.บ. สหกรณ มาตรา 12", "ร่าง พ.ร.บ. สหกรณ์ มาตรา 12"),
    ],
)
def test_what_was_meant(vocabulary, typed, meant):
    assert vocabulary.correct(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "งบประมาณ",
        "สมาชิกวุฒิสภา",
        "มาตรา 12",
        "2560",
        "",
        "สิ่งแวดล้อม",
        "ก",
        "budget",
        "ฟหกดฟหกดฟ",
        "zzzzzz",
        "ละคอน",
    ],
)
def test_what_is_right_or_like_nothing_is_left(vocabulary, typed):
    assert vocabulary.correct(typed) is None


def test_a_misspelling_that_falls_into_known_words_is_mended():
    texts = ("พิจารณาอนุญาต อนุญาติมิตร ญาติ อนุ", "อากาศสะอาด อา กาด", "พืชกระท่อม พืช ท่อม")
    known = Vocabulary(dict.fromkeys(vocabulary_words(texts), 1))
    assert known.correct("อากาดสะอาด") == "อากาศสะอาด"
    assert known.correct("พืชกะท่อม") == "พืชกระท่อม"


def test_of_two_words_as_near_the_one_of_the_same_sound_is_meant():
    vocabulary = Vocabulary({"กรรณ์": 50, "กรรม": 500, "การณ์": 1, "กานต์": 9})
    assert vocabulary.correct("การน์") == "การณ์"


def test_numbers_and_short_words_are_no_vocabulary():
    assert vocabulary_words(["ก ๒๕๖๐ 2560 act"]) == set()
