"""Thai and English into braille; expected cells are written by dot numbers or from known pairs."""

import json
from pathlib import Path

import pytest

from braille import GRADES
from braille.signs import UNKNOWN, cells
from braille.translate import translate

PAIRS = Path(__file__).parents[3] / "../shared/data/thai_braille_pairs.jsonl"
SIGNS = Path(__file__).parents[3] / "../shared/data/thai_braille_signs.tsv"


def pairs(grade: int) -> list[dict]:
    rows = map(json.loads, PAIRS.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row["grade"] == grade]


def right(grade: int) -> float:
    rows = pairs(grade)
    return sum(translate(row["text"], grade) == row["braille"] for row in rows) / len(rows)


@pytest.mark.skipif(not PAIRS.exists(), reason="the shared braille pairs are absent")
def test_every_known_pair_of_grade_0_is_right():
    assert right(0) == 1


@pytest.mark.skipif(not PAIRS.exists(), reason="the shared braille pairs are absent")
def test_nearly_every_known_pair_of_grade_1_is_right():
    assert right(1) >= 0.98


@pytest.mark.skipif(not PAIRS.exists(), reason="the shared braille pairs are absent")
def test_nearly_every_known_pair_of_grade_2_is_right():
    assert right(2) >= 0.98


@pytest.mark.skipif(not SIGNS.exists(), reason="the shared list of signs is absent")
def test_every_sign_of_the_code_has_its_cells():
    rows = [line.split("\t") for line in SIGNS.read_text(encoding="utf-8").splitlines()[1:]]
    assert len(rows) > 70
    for sign, dots in rows:
        assert translate(sign, 0) == cells(dots)


def test_grade_0_keeps_the_order_of_print():
    assert translate("เก่า", 0) == cells("124-1245-35-16")


@pytest.mark.parametrize(
    ("word", "dots"),
    [
        ("เก่า", "1245-235-35"),
        ("เกลียด", "1245-123-12356-145"),
        ("เรื่อง", "1235-12345-35-12456"),
        ("กลัว", "1245-123-15"),
        ("เสมอ", "234-134-146"),
        ("เจริญ", "245-1235-146-6-13456"),
        ("เพราะ", "1456-1235-135-1"),
        ("และ", "123-126-1"),
        ("ค่ะ", "136-1-35"),
        ("น้ำ", "1345-1356-256"),
        ("เวลา", "124-2456-123-16"),
        ("เสนีย์", "124-234-1345-23-13456-356"),
        ("เทอม", "124-23456-135-134"),
        ("เลย", "124-123-13456"),
    ],
)
def test_grade_1_puts_vowels_after_the_consonants_they_are_read_after(word, dots):
    assert translate(word, 1) == cells(dots)


def test_vowels_do_not_join_letters_of_two_words():
    assert translate("ทะเลอะไร", 1) == cells("23456-1-124-123-135-1-156-1235")


def test_sara_am_written_in_two_signs_is_the_same():
    assert translate("จ\u0e4d\u0e32", 0) == translate("จำ", 0)


def test_thai_figures_are_marked_as_thai():
    assert translate("๑๒", 0) == cells("6-3456-1-12")
    assert translate("12", 0) == cells("3456-1-12")


def test_a_section_number_with_a_slash_has_two_numbers():
    assert translate("๑๒/๑", 1) == cells("6-3456-1-12-456-34-6-3456-1")


def test_a_thousands_comma_and_a_decimal_point_stay_in_the_number():
    assert translate("1,000.5", 0) == cells("3456-1-2-245-245-245-256-15")


def test_english_has_capitals_and_a_letter_sign_after_figures():
    assert translate("Senate NESDC", 1) == (
        cells("6-234-15-1345-1-2345-15") + "\u2800" + cells("6-6-1345-15-234-145-14")
    )
    assert translate("2b", 1) == cells("3456-12-56-12")


def test_the_sign_of_repetition_joins_its_word_in_grade_1_only():
    assert translate("ๆ", 1) == cells("2")
    assert translate("มาก ๆ", 1) == cells("134-16-1245-2")
    assert translate("มาก ๆ", 0) == cells("134-16-1245") + "\u2800" + cells("2")


def test_quotation_marks_open_and_close():
    assert translate('"ก"', 0) == cells("236-1245-356")
    assert translate("“ก”", 0) == cells("236-1245-356")


def test_three_points_or_more_are_a_row_of_dot_six():
    assert translate("...", 0) == cells("6-6-6") == translate("…", 0)
    assert translate("ก.", 0) == cells("1245-256")


def test_lines_stay_and_invisible_signs_go():
    assert translate("ก\r\nข\u200b\ufeff", 0) == cells("1245") + "\n" + cells("13")


def test_a_sign_that_the_code_does_not_know_is_shown_as_unknown():
    assert translate("漢", 0) == UNKNOWN


@pytest.mark.parametrize(("grade", "word"), [(3, "grade 3"), (-1, "grade 0")])
def test_a_grade_that_is_not_offered_is_refused_in_a_sentence(grade, word):
    with pytest.raises(ValueError, match=word):
        translate("ก", grade)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "เ",
        "เเเ",
        "่",
        "ๆ",
        "ฯลฯ",
        "\x00",
        "\ud800",
        "เ" * 20_000,
        " " * 100_000,
        "ก" * 100_000,
        "เกลีย" * 20_000,
        '"' * 50_000,
    ],
)
def test_any_text_is_translated(text):
    for grade in GRADES:
        assert set(translate(text, grade)) <= {chr(0x2800 + value) for value in range(64)}
