"""Names of people, places and firms come out of cleaning as they went in."""

import pytest
from pythainlp import corpus

from thai_text.clean import clean, clean_name
from thai_text.trust import Doubt, judge

# Faults of writing in the list itself, which no name has by right: a mark twice or before its
# vowel, เ twice for แ, a space without width.
MISTYPED = {
    "จักรพันธ์ุ", "อนุสรณ์์", "หลัักคำ", "หาเเก้ว", "อยูู่ประเสริฐ", "อ่อนรู้\u200bที่", "เอกพงษ์พันธ์ุ",
}  # fmt: skip


def given_names():
    return {name.strip() for name in corpus.thai_male_names() | corpus.thai_female_names()}


def family_names():
    return {name.strip() for name in corpus.thai_family_names()}


@pytest.mark.parametrize("listed", [given_names, family_names])
@pytest.mark.parametrize("form", ["{}", "นาย{}", "โดยนางสาว{} กล่าวว่า"])
def test_no_listed_name_changes(listed, form):
    changed = {name for name in listed() if clean(form.format(name)) != form.format(name)}
    assert {name for name in changed if clean_name(name) == name} == set()
    assert len(changed) <= len(MISTYPED)


def test_no_family_name_behind_a_given_one_changes():
    given, family = sorted(given_names()), sorted(family_names())
    said = [f"นาย{given[at * 7919 % len(given)]} {name} ผู้เสนอญัตติ" for at, name in enumerate(family)]
    assert [text for text in said if clean(text) != text and clean_name(text) == text] == []


SOUND = [
    "นายปดิพัทธ์ สันติภาดา รองประธานสภาผู้แทนราษฎร คนที่หนึ่ง",
    "พลเอก เกรียงศักดิ์ วงศ์อามาตย์ เสนอ",
    "หาดวงศ์อามาตย์ และ อ.กาบัง จว.ยะลา",
    "นายทนุเกียรติ จันทร์ชุม",
    "เครื่องปรับอากาศไดกิ้น ของบริษัท สยามไดกิ้นเซลส์ จำกัด",
    "ทำปุ่มๆ ป่ำๆ",
    "ช่วง 17-18 ต.ค อย่างใกล้ชิด",
    "การประชุม ามบทบัญญัติของกฎหมาย",
]


@pytest.mark.parametrize("text", SOUND)
def test_what_a_dictionary_does_not_know_stays(text):
    assert clean(text) == text


# In no list of names, and by their letters a moved mark in a common word.
@pytest.mark.parametrize("name", ["ทนุวัฒน์", "ขนุพล", "พนัศักดิ์"])
@pytest.mark.parametrize(
    "title", ["นาย", "นางสาว", "นาง ", "ดร.", "พล.อ. ", "พ.ต.ท.", "พลตำรวจเอก "]
)
def test_no_mark_is_moved_in_an_unknown_name_behind_a_title(title, name):
    assert clean(f"โดย {title}{name} กล่าวว่า") == f"โดย {title}{name} กล่าวว่า"


@pytest.mark.parametrize(
    ("raw", "sound"),
    [
        ("เงินทนุของรัฐ", "เงินทุนของรัฐ"),
        ("นายทะเบยีนกลาง", "นายทะเบียนกลาง"),
        ("นายกรฐัมนตรี", "นายกรัฐมนตรี"),
        ("นายเรอืและนายจา้ง", "นายเรือและนายจ้าง"),
        ("นายอาเภอ", "นายอำเภอ"),
        ("นางสาวสมใจ แกไ้ขขอ้บงัคับ", "นางสาวสมใจ แก้ไขข้อบังคับ"),
        ("ค ณ ะ รั ฐ ม น ต รี", "คณะรัฐมนตรี"),
    ],
)
def test_damage_beside_names_and_titles_is_repaired(raw, sound):
    assert clean(raw) == sound


def test_a_name_of_its_own_is_repaired_in_its_signs_only():
    assert clean_name("\ufeffปดิพัทธ์  สํา\u200bราญ ") == "ปดิพัทธ์ สำราญ"
    assert clean_name("สานัก") == "สานัก"


def test_a_vowel_that_belongs_to_no_letter_has_a_person_look():
    assert Doubt.LOOSE_MARKS in judge("การประชุม ามบทบัญญัติของกฎหมาย").doubts
    assert judge("สระ า และ ำ ในภาษาไทย").trusted
