"""Grade 2: short forms, rhymes, and where neither may stand."""

import pytest

from braille.short_forms import PLACES, SHORT_FORMS
from braille.signs import cells
from braille.translate import pieces, translate

APART = "\u2800"


@pytest.mark.parametrize(
    ("word", "dots"),
    [
        ("กัน", "56-1245"),
        ("สิ่งนี้", "234-4-12-6-23"),
        ("ลิ้นไก่", "123-45-12-156-1245-35"),
        ("รุ่นใหม่", "1235-6-14-356-156-2"),
        ("นานแล้ว", "45-1345-126-123-256-2456"),
        ("ท่านเสด็จ", "45-23456-35-6-124-234-145"),
        ("เรื่องใหม่", "1235-4-12345-356-156-2"),
        ("เปลี่ยนไป", "12346-123-6-12356-156-12346"),
        ("วันจันทร์", "56-2456-245-45-345"),
        ("เป็นไทย", "56-124-12346-456-156"),
    ],
)
def test_a_rhyme_is_one_sign_before_its_vowel_or_onset(word, dots):
    assert translate(word, 2) == cells(dots)


@pytest.mark.parametrize("word", ["นาน", "ทอง", "ย้าย", "วาง"])
def test_a_long_rhyme_is_spelled_where_no_letter_follows(word):
    assert translate(word, 2) == translate(word, 1)
    assert translate(f"{word}แล้ว", 2) != translate(f"{word}แล้ว", 1)


def test_a_rhyme_does_not_reach_over_the_border_of_two_syllables():
    assert translate("เมษายน", 2) == translate("เมษายน", 1)


@pytest.mark.parametrize("word", ["ข้อหากบฏ", "คาถามนตรา", "รูประฆัง"])
def test_a_short_form_does_not_stand_across_the_border_of_two_words(word):
    for short in ("หาก", "ถาม", "ประ"):
        assert SHORT_FORMS[short].cells not in translate(word, 2)


def test_words_of_the_table_are_short_and_their_syllables_serve_in_other_words():
    assert translate("รัฐสภา", 2) == cells("1235-36-234-6-1456")
    assert translate("ประชุม", 2) == cells("12346-36") + translate("ชุม", 2)
    assert translate("ราชการ", 2) == cells("1235-16-346-456-3")


def test_the_sign_of_shortening_is_written_once_for_two_short_parts():
    assert translate("ภูมิศาสตร์", 2) == cells("6-1456-36-6-234")


def test_a_short_form_of_initials_stands_between_single_blanks():
    short = cells("145-1345")
    assert translate("ดังนั้น", 2) == APART + short + APART
    assert translate("ดังนั้น มา", 2) == APART + short + APART + translate("มา", 2)
    assert translate("มาดังนั้นไป", 2) == (
        translate("มา", 2) + APART + short + APART + translate("ไป", 2)
    )
    assert translate("(ดังนั้น)", 2) == translate("(", 2) + short + translate(")", 2)
    assert translate("ดังนั้นดังนั้น", 2) == APART + short + APART + short + APART


def test_the_print_of_every_piece_is_kept():
    text = "ดังนั้น มาตรา ๑๒ เช่นนี้ให้ใช้ (ฉบับที่ ๒) ดังต่อไปนี้"
    assert "".join(piece.text for piece in pieces(text, 2)) == text


def test_every_row_of_the_table_says_where_it_stands_and_where_it_is_seen():
    assert len(SHORT_FORMS) > 100
    for form in SHORT_FORMS.values():
        assert form.place in PLACES
        assert form.evidence == "analogy" or all(
            line.isdigit() for line in form.evidence.split(",")
        )


def test_grade_2_is_shorter_than_grade_1_in_law():
    law = "ให้รัฐสภาพิจารณาร่างพระราชบัญญัติดังต่อไปนี้ให้แล้วเสร็จโดยเฉพาะอย่างยิ่งเรื่องงบประมาณ"
    assert len(translate(law, 2)) < 0.85 * len(translate(law, 1))
