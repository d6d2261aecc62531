"""Words that grade 2 shortens by a rule of formation, and words that look alike and are spelled."""

import re

import pytest

from braille.families import PHRASES, WORD_FAMILIES, family_forms, short_forms
from braille.initials import first_initials, initials
from braille.short_forms import SHORT_FORMS
from braille.signs import cells
from braille.translate import translate

APART = "\u2800"


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("เหตุ", "ห"),
        ("หลัง", "ล"),
        ("อย่าง", "ย"),
        ("สภา", "สภ"),
        ("เฉพาะ", "ฉพ"),
        ("แสดง", "สด"),
        ("โยชน์", "ย"),
        ("ประการ", "ปก"),
        ("สาหกรรม", "สหก"),
        ("วงศานุวงศ์", "วศนว"),
    ],
)
def test_initials_are_the_letters_that_syllables_are_read_from(word, letters):
    assert "".join(initials(word)) == letters


def test_first_initials_are_one_for_each_written_syllable():
    assert first_initials("สภา") == ("ส",)
    assert first_initials("ปฏิสันถาร") == ("ป", "ส", "ถ")


@pytest.mark.parametrize(
    ("word", "dots"),
    [
        ("พระมหาจักรพรรดิ", "1456-36-134-245"),
        ("รัฐมนตรี", "1235-36-134-1256"),
        ("ภูมิลำเนา", "6-1456-36-123"),
        ("สาธารณสุข", "234-36-356-23456-234"),
        ("ธรรมศาสตร์", "356-23456-36-6-234"),
        ("อุปโภค", "135-14-36-6-1456"),
        ("วิทยาลัย", "2456-23456-36-123"),
        ("เอกสาร", "135-234-36"),
        ("นิติศาสตร์", "1345-1256-36-6-234"),
        ("ปัจฉิม", "12346-34-36"),
        ("ประเทศ", "12346-36-23456"),
    ],
)
def test_a_word_of_a_family_is_its_first_part_and_letters_of_the_rest(word, dots):
    assert word not in SHORT_FORMS
    assert translate(word, 2) == cells(dots)


@pytest.mark.parametrize(
    ("phrase", "dots"),
    [
        ("พระราชกำหนด", "1456-1235-1245-1345"),
        ("พระบรมราชานุญาต", "1456-1236-1235-6-13456"),
        ("น่าสังเกต", "1345-234-1245"),
        ("เช่นใด", "346-145"),
        ("มิฉะนั้น", "134-34-1345"),
        ("ต่อจากนี้", "1256-245"),
        ("ด้วยเหตุนั้น", "145-125-1345"),
        ("เพราะเหตุนี้", "1456-125"),
        ("เป็นอันว่า", "12346-135-2456"),
        ("ต่อแต่นี้ไป", "1256-1256-1345-12346"),
        ("ประเด็นสำคัญ", "12346-145-234"),
        ("ผู้หนึ่งผู้ใด", "1234-1345-145"),
        ("กรณีใดกรณีหนึ่ง", "1245-145-1345"),
    ],
)
def test_a_phrase_of_a_family_is_the_letters_of_its_words_between_blanks(phrase, dots):
    assert phrase not in SHORT_FORMS
    assert translate(f"มา{phrase}", 2) == translate("มา", 2) + APART + cells(dots) + APART


@pytest.mark.parametrize(
    "word",
    [
        "ทางวิทยาศาสตร์",
        "ภูมิฐาน",
        "ประธาน",
        "ประมาณ",
        "ดวงตก",
        "น่ากลัว",
        "ไสยศาสตร์",
        "เอกเขนก",
        "ภูมิพล",
        "สิ่งนี้",
        "ดังกล่าว",
    ],
)
def test_a_word_that_only_looks_like_one_of_a_family_is_spelled(word):
    assert word not in short_forms()


def test_two_words_never_have_one_form():
    made = [form.cells for word, form in short_forms().items() if word not in SHORT_FORMS]
    assert len(set(made)) == len(made) > 100
    assert not set(made) & {form.cells for form in SHORT_FORMS.values()}


def test_the_more_frequent_word_takes_the_shorter_form():
    royal = [family for family in WORD_FAMILIES if family.pattern.startswith("พระราช")]
    made = family_forms(royal, [], {})
    assert made["พระราชดำริ"].cells == cells("1456-1235-145")
    assert made["พระราชดำรัส"].cells == cells("1456-1235-145-1235")


def test_the_table_has_the_last_word():
    assert short_forms()["พระราชดำรัส"] == SHORT_FORMS["พระราชดำรัส"]


def test_every_family_says_on_which_lines_it_is_seen():
    for family in (*WORD_FAMILIES, *PHRASES):
        assert re.fullmatch(r"\d+(,\d+)+", family.evidence)
