"""One number is one number for the voice, for braille, for search and for comparison."""

import re

import pytest

from braille.tokens import TOKEN
from search_index import literal
from search_index.query import Part
from thai_text.compare.runs import tokens
from thai_text.numbers import ANY_DIGIT, THAI_DIGITS, joined, number, ungrouped, whole
from thai_text.reading import spoken
from thai_text.words import words

NUMBERS = {
    "2560": "สองพันห้าร้อยหกสิบ",
    "1,250,000": "หนึ่งล้านสองแสนห้าหมื่น",
    "1,250,000.50": "หนึ่งล้านสองแสนห้าหมื่นจุดห้าศูนย์",
    "3.2.1": "สามจุดสองจุดหนึ่ง",
}


@pytest.mark.parametrize("written", NUMBERS)
@pytest.mark.parametrize("in_thai", [False, True])
def test_one_number_is_one_number_everywhere(written, in_thai):
    shown = written.translate(THAI_DIGITS) if in_thai else written
    text = f"จำนวน {shown} รายการ"

    assert spoken(text) == f"จำนวน {NUMBERS[written]} รายการ"
    assert [
        found.group() for found in TOKEN.finditer(text) if found.lastgroup.endswith("number")
    ] == [shown]
    assert shown in tokens(text)
    assert literal.as_typed((Part(written),)).search(text).group() == shown


def test_commas_part_numbers_where_they_do_not_group():
    assert re.findall(whole(), "1,2345 12345,678 1,250,000") == [
        *("1", "2345", "12345", "678"),
        "1,250,000",
    ]
    assert words("ข้อ 1,2345") == ["ข้อ", "1", "2345"]


def test_sections_in_a_list_are_no_thousands():
    assert spoken("มาตรา ๑๐๐,๑๐๑") == "มาตรา หนึ่งร้อย, หนึ่งร้อยเอ็ด"
    assert words("มาตรา ๑๐๐,๑๐๑") == ["มาตรา", "100", "101"]
    assert words("ปรับ ๑๐๐,๑๐๑ บาท")[1] == "100101"


def test_figures_of_both_sets_are_one_number():
    assert re.fullmatch(number(ANY_DIGIT), "๑,2๕๐.5๐")
    assert re.fullmatch(joined("/", ANY_DIGIT), "๑๑๒/1")
    assert ungrouped("๑,2๕๐.๕") == "1250.5"


def test_search_finds_amounts_in_any_writing():
    for written in ("1250000", "1,250,000", "๑,๒๕๐,๐๐๐"):
        found = literal.as_typed((Part(written),)).search("งบ ๑,๒๕๐,๐๐๐ บาท")
        assert found
        assert found.group() == "๑,๒๕๐,๐๐๐"
