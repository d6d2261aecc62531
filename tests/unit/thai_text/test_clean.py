"""Repair of real Thai text: each known fault, nothing else, and nothing twice."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai_text.clean import clean

DATA = Path(__file__).parents[3] / "../shared/data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the real texts are not on this machine")

FAULTS = [
    ("\u0e4d and \u0e32 are one letter", "ส\u0e4d\u0e32นัก", "สำนัก"),
    ("tone between the two", "น\u0e4d\u0e49\u0e32", "น้ำ"),
    ("tone before the two", "น\u0e49\u0e4d\u0e32", "น้ำ"),
    ("tone after am", "นำ้ท่วม", "น้ำท่วม"),
    ("quotation marks of cp874", "\x93มาตรา\x94", "“มาตรา”"),
    ("apostrophe and dash of cp874", "\x91ก\x92 ๑\x96๒", "‘ก’ ๑–๒"),
    ("dots of cp874", "และอื่น\x85", "และอื่น…"),
    ("zero-width space", "พระราช\u200bบัญญัติ", "พระราชบัญญัติ"),
    ("byte order mark", "\ufeffมาตรา ๑", "มาตรา ๑"),
    ("soft hyphen", "กฎ\u00adหมาย", "กฎหมาย"),
    ("space that does not break", "มาตรา\xa0๑", "มาตรา ๑"),
    ("spaces of both kinds in a row", "5.\xa0\xa0 \xa0เรื่อง", "5. เรื่อง"),
    ("spaces at the end of a line", "มาตรา ๑ \nวรรค  \n", "มาตรา ๑\nวรรค\n"),
    ("เ twice for แ", "เเละเเถลง", "และแถลง"),
    ("tone before vowel", "ท่ีเช่ือมั่น", "ที่เชื่อมั่น"),
    ("silencer before vowel", "สิทธ์ิ", "สิทธิ์"),
    ("mark twice", "กลุุ่มทั่่วประเทศรััฐ", "กลุ่มทั่วประเทศรัฐ"),
    ("glyph of an old font", "ที\uf70a บ้\uf706าน", "ที่ บ้าน"),
    ("sign lost after am", "จำ\ufffdนวนหน้า จัดทำ\ufffdโดย", "จำนวนหน้า จัดทำโดย"),
    ("space before am", "ส ำนักงานเลขาธิการวุฒิสภา", "สำนักงานเลขาธิการวุฒิสภา"),
    ("space for the circle of am", "จัดท าร่างกฎหมาย", "จัดทำร่างกฎหมาย"),
    ("space for the circle, twice", "ได้ก าหนดให้ด าเนินการ", "ได้กำหนดให้ดำเนินการ"),
    ("space for the circle, then aa", "น ามาใช้", "นำมาใช้"),
    ("space before a true aa", "ก ารประชุม", "การประชุม"),
    ("space before a true aa in มาตรา", "ม าตรา ๕", "มาตรา ๕"),
    ("space before a true aa in โดยมาก", "โดยม าก", "โดยมาก"),
    ("space before a true aa in จาก", "จ ากวันที่", "จากวันที่"),
    ("space and wrong am", "ก ำรประชุม", "การประชุม"),
    ("space before a tone", "ที ่ประชุม", "ที่ประชุม"),
    ("wrong am in a month", "๕ สิงหำคม", "๕ สิงหาคม"),
    ("wrong am in two words", "กำรพัฒนำ", "การพัฒนา"),
    (
        "wrong am beside a right one",
        "ส ำนักงำนเลขำธิกำรวุฒิสภำ",
        "สำนักงานเลขาธิการวุฒิสภา",
    ),
    ("wrong am in a long name", "พระรำชบัญญัติ", "พระราชบัญญัติ"),
    ("circle lost without a trace", "สานักงานและอานาจหน้าที่", "สำนักงานและอำนาจหน้าที่"),
    ("circle lost, kingdom", "ราชอานาจักรไทย", "ราชอาณาจักรไทย"),
    ("silencer lost", "เว็บไซตของสภา", "เว็บไซต์ของสภา"),
    ("mark moved right and torn", "ข้อบงั คบั", "ข้อบังคับ"),
    ("mark moved over a leading vowel", "แกไ้ข", "แก้ไข"),
    ("mark moved over aa", "ก่อสรา้ง", "ก่อสร้าง"),
    (
        "many marks moved",
        "ทีส่ร้างความตอ้งการ แกไ้ข ผูม้ีส่วนไดส้่วนเสีย",
        "ที่สร้างความต้องการ แก้ไข ผู้มีส่วนได้ส่วนเสีย",
    ),
    ("mark moved to the next word", "ทีส่ร้างไวอ้ย่างดี", "ที่สร้างไว้อย่างดี"),
    ("mark moved within a word", "บรกิารและเสยีหาย นวตักรรม", "บริการและเสียหาย นวัตกรรม"),
    ("letters spaced out", "ส า ร ว จ ค ว า ม พึ ง พ อ ใ จ", "สำรวจความพึงพอใจ"),
    ("letters spaced out among words", "ผู้ มี ส่ ว น ได้ ส่ ว น เ สี ย", "ผู้มีส่วนได้ส่วนเสีย"),
    ("space after a leading vowel", "ดังนี้เ พื่อให้", "ดังนี้เพื่อให้"),
    ("space inside a word", "บทบาทหน้ าที่ และการประเมิ นผล", "บทบาทหน้าที่ และการประเมินผล"),
    ("vowel twice", "กาารประชุมและะกระทำำ", "การประชุมและกระทำ"),
    ("sign lost inside a word", "ก\ufffdรประชุม", "การประชุม"),
    ("silencer lost at the end", "การวิเคราะห ข้อมูล", "การวิเคราะห์ ข้อมูล"),
    ("circle lost in a rarer word", "คาร้องและถ้อยคา", "คำร้องและถ้อยคำ"),
    ("one kind of line end", "ก\r\nข\r\n", "ก\nข\n"),
    (
        "a hard wrap inside a word",
        "ให้รัฐมนตรีว่าการกระทรวงมหาดไทยรักษาการตามพระราชบัญ\nญัตินี้",
        "ให้รัฐมนตรีว่าการกระทรวงมหาดไทยรักษาการตามพระราชบัญญัตินี้",
    ),
    (
        "a hard wrap before a vowel",
        "ในกรณีที่คณะกรรมการเห็นสมควรให้มีการพิจารณ\nาใหม่",
        "ในกรณีที่คณะกรรมการเห็นสมควรให้มีการพิจารณาใหม่",
    ),
    (
        "a wrap between words",
        "ให้รัฐมนตรีว่าการกระทรวงมหาดไทยรักษาการตามพระราช\nบัญญัตินี้",
        "ให้รัฐมนตรีว่าการกระทรวงมหาดไทยรักษาการตามพระราช\nบัญญัตินี้",
    ),
    ("soft wraps among paragraphs", "พระราช\r\nบัญญัติ\nมาตรา", "พระราช บัญญัติ\nมาตรา"),
]

SOUND = [
    "มาตรา ๑๑๒/๑ วรรคสอง (๑) (ก)",
    "โดยมากประชาชนมา ณ ที่ทำการ อำเภอ",
    "เว็บไซต์ คอมพิวเตอร์ สหกรณ์ สถานการณ์น้ำ",
    "ตลาดน้ำ น้ำตา น้าชาย ค้ำคูณ ความเหลื่อมล้ำ",
    "บรรเทาการจราจร ราคาสั่งซื้อ เจรจาเป็นไปด้วยดี สื่อสารองค์กร",
    "พุทฺธํ สรณํ คจฺฉามิ",
    "นาย ก และนาย ข ทำสัญญากับบริษัท ค",
    "ปรีดี พนมยงค์ และมหาวชิราลงกรณ บดินทรเทพยวรางกูร",
    "โพรพิลีน บิวทิลีน ลิสซิ่ง พาราลิมปิก ไททาเนียม ฟลูออโรเรซิน",
    "เครื่องราชอิสสริยาภรณ์ในรัชชกาลปัจจุบัน",
    "การขนถ่ายลำออกนอกเขต ผู้ค้ำกู้เงิน และถ้ำกับเขา",
    "1 ม.ค. 2567\tตาราง\tช่อง",
    "เปิดประชุม\n\nปิดประชุม\n",
    "The Senate: “yes” – no…",
    "๏ นโม ๚ะ๛",
    "",
]


@pytest.mark.parametrize(("fault", "raw", "sound"), FAULTS, ids=[row[0] for row in FAULTS])
def test_each_known_fault_is_repaired(fault, raw, sound):
    assert clean(raw) == sound


@pytest.mark.parametrize(("fault", "raw", "sound"), FAULTS, ids=[row[0] for row in FAULTS])
def test_repaired_text_stays_as_it_is(fault, raw, sound):
    assert clean(sound) == sound


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_comes_out_as_it_went_in(text):
    assert clean(text) == text


@given(st.text(alphabet="กขนสมรงวอัาำิีืุู่้์ํเแไๆฯ๑5 \n\r\xa0\u200b\x93\ufffd\uf70a.", max_size=40))
def test_cleaning_twice_changes_no_more_than_once(text):
    once = clean(text)
    assert clean(once) == once


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_cleaned(text):
    assert "\r" not in clean(text)


@needs_data
def test_the_hand_checked_lines_come_out_as_checked():
    rows = (DATA / "dirty_thai_samples.jsonl").read_text(encoding="utf-8").splitlines()
    wrong = [
        (clean(row["raw"]), row["expected"])
        for row in map(json.loads, rows)
        if clean(row["raw"]) != row["expected"]
    ]
    assert wrong == []


@needs_data
def test_a_damaged_report_keeps_no_torn_vowel():
    report = DATA.parent / "pmqa-category-3-source.txt"
    with report.open(encoding="utf-8", newline="") as file:
        cleaned = clean(file.read())
    assert not re.search("[ก-ฮ][่-๋]? +[่-๋]?[าำ]", cleaned)
    assert "สำนักงานเลขาธิการวุฒิสภา" in cleaned
    assert clean(cleaned) == cleaned
