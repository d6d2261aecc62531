"""Passages: the best place, whole words, marks where the words are."""

import time

import pytest

from search_index.passages import holds, passage
from search_index.query import parse
from thai_text import words

LONG = (
    "ที่ประชุมวุฒิสภาพิจารณาร่างพระราชบัญญัติหลายฉบับ " * 20
    + "คณะกรรมาธิการวิสามัญเสนอรายงานเรื่องสหกรณ์ออมทรัพย์ต่อที่ประชุม "
    + "สมาชิกอภิปรายอย่างกว้างขวางและลงมติรับหลักการ " * 20
)


def marked(text, typed, length=200):
    return [piece for piece, found in passage(text, parse(typed), length) if found]


def shown(text, typed, length=200):
    return "".join(piece for piece, _ in passage(text, parse(typed), length))


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("มาตรา ๑๒ วรรคสอง", "12", ["๑๒"]),
        ("มาตรา 12 วรรคสอง", "๑๒", ["12"]),
        ("มาตรา ๑๒๓", "12", []),
        ("ตาม พ.ร.บ. สหกรณ์", "พระราชบัญญัติ", ["พ.ร.บ."]),
        ("ตามพระราชบัญญัติสหกรณ์", "พ.ร.บ.", ["พระราชบัญญัติ"]),
        ("ตามพระราชบัญญัติสหกรณ์", "พ.ร.บ. สหกรณ์", ["พระราชบัญญัติ", "สหกรณ์"]),
        ("สมาชิกวุฒิสภามีหน้าที่", "วุฒิสภา", ["วุฒิสภา"]),
        ("การเดินทางของกา", "กา", ["กา"]),
        ("ข่าวเรื่องข้าวสีขาว", "ขาว", ["ขาว"]),
        ("มาตราหนึ่ง", "มาตร", []),
        ("ใน พ.ศ. ๒๕๖๕", "2022", ["๒๕๖๕"]),
        ("Students study the Committees’ reports", "study committee", ["study", "Committees"]),
        ("reporting a report", '"report"', ["report"]),
        ("กลั่นกรอง กฎหมาย", '"กลั่นกรองกฎหมาย"', ["กลั่นกรอง กฎหมาย"]),
        ("กฎหมายและข่าว", "กฎหมาย -ข่าว", ["กฎหมาย"]),
        ("กฎหมายและข่าว", "ข้าว OR ข่าว", ["ข่าว"]),
        ("งบ ๑,๐๐๐,๐๐๐ บาท", "1000000", ["๑,๐๐๐,๐๐๐"]),
        ("เก็บ 2,560 บาท", "2560", []),
        ("เก็บ 2,560 บาท", "๒,๕๖๐", ["2,560"]),
        ("ไม่มีคำนั้น", "สหกรณ์", []),
        ("", "สหกรณ์", []),
        ("กฎหมาย", "", []),
    ],
)
def test_what_was_found_is_marked(text, typed, found):
    assert marked(text, typed) == found


def test_a_short_text_is_shown_whole():
    text = "สมาชิกวุฒิสภามีหน้าที่กลั่นกรองกฎหมาย"
    assert shown(text, "วุฒิสภา") == text
    assert shown(text, "ไม่มี") == text


def test_the_passage_is_where_the_words_are():
    found = shown(LONG, "สหกรณ์ กรรมาธิการ", 120)
    assert "สหกรณ์" in found
    assert "กรรมาธิการ" in found
    assert found.startswith("…")
    assert found.endswith("…")


def test_a_text_without_the_words_gives_its_beginning():
    found = shown(LONG, "ไดโนเสาร์", 60)
    assert LONG.startswith(found.removesuffix("…"))
    assert found.endswith("…")


def test_a_passage_is_about_as_long_as_asked():
    for length in (40, 80, 200, 400):
        assert length <= len(shown(LONG, "สหกรณ์", length).strip("…")) <= length + 60


@pytest.mark.parametrize("length", range(20, 140, 7))
def test_no_word_is_cut(length):
    borders = {span.start for span in words.spans(LONG)} | {span.end for span in words.spans(LONG)}
    found = shown(LONG, "สหกรณ์", length).strip("…")
    start = LONG.index(found)
    assert start in borders or LONG[start - 1] == " "
    assert start + len(found) in borders or LONG[start + len(found) - 1] == " "


@pytest.mark.parametrize("length", range(10, 60, 3))
def test_no_english_word_is_cut(length):
    text = "The Senate considers constitutional amendments extraordinarily carefully every session"
    found = shown(text, "amendments", length).strip("…").strip()
    assert set(found.split()) <= set(text.split())


def test_line_ends_become_spaces():
    assert shown("บรรทัดแรก\n\nบรรทัดสอง", "สอง") == "บรรทัดแรก บรรทัดสอง"


def test_ten_passages_take_no_time_that_is_felt():
    query = parse("สหกรณ์ กรรมาธิการ ที่ประชุม")
    passage(LONG, query)
    began = time.perf_counter()
    for _ in range(10):
        passage(LONG, query)
    assert time.perf_counter() - began < 0.1


@pytest.mark.parametrize(
    ("text", "typed", "is_held"),
    [
        ("พระราชบัญญัติกัญชา", "กัญชา", True),
        ("พระราชบัญญัติกันชา พุทธศักราช 2477", "กันชา", True),
        ("เพื่อป้องกันชาวบ้าน", "กันชา", False),
        ("สมาชิกวุฒิสภา", "วุฒิสภา", True),
        ("กองทุน", "กองทุน บรรทุก", False),
        ("บรรทุกของกองทุน", "กองทุน บรรทุก", True),
        ("กองทุน", "กองทุน OR บรรทุก", True),
        ("พ.ร.บ. ว่าด้วยการนี้ พ.ศ. ๒๕๖๐", "พระราชบัญญัติ 2560", True),
        ("committees of the Senate", "committee senate", True),
        ("committees of the Senate", '"committee of"', False),
        ("บรรณา และ ทุก", "บรทุก", False),
    ],
)
def test_a_text_holds_what_is_asked_for_in_whole_words(text, typed, is_held):
    assert holds(text, parse(typed)) is is_held
