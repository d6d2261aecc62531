"""The words that cleaning changed are found in the raw text and in the clean one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai_text.changes import changed_spans
from thai_text.clean import clean


def pairs(raw: str, cleaned: str) -> list[tuple[str, str]]:
    """The changed words of both sides."""
    return [
        (raw[change.start : change.end], cleaned[change.clean_start : change.clean_end])
        for change in changed_spans(raw, cleaned)
    ]


def test_equal_texts_have_no_change():
    assert changed_spans("มาตรา ๑", "มาตรา ๑") == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("หน้าที่และอานาจของสภา", [("อานาจ", "อำนาจ")]),
        ("ที่ ส ำนักงานนี้ จำ\ufffdนวนหนึ่ง", [("ส ำนักงาน", "สำนักงาน"), ("จำ\ufffdนวน", "จำนวน")]),
        ("การ  ประชุม", [(" ", "")]),
        ("ที่ ลง\u200b นาม", [("\u200b", "")]),
    ],
)
def test_whole_words_are_marked(raw, expected):
    assert pairs(raw, clean(raw)) == expected


@given(st.text(alphabet="กขสภาำิ่ \n.", max_size=60), st.text(alphabet="กขสภาำิ่ \n.", max_size=60))
def test_outside_the_changes_both_texts_are_equal(raw, cleaned):
    place = clean_place = 0
    for change in changed_spans(raw, cleaned):
        assert raw[place : change.start] == cleaned[clean_place : change.clean_start]
        place, clean_place = change.end, change.clean_end
    assert raw[place:] == cleaned[clean_place:]
