"""The rules find what tells who somebody is, and leave what does not."""

import pytest

from webapp.complaints.rules.naming import Named, named, who_is_named
from webapp.complaints.rules.official_letter import paragraphs
from webapp.complaints.rules.redaction import Personal, find, is_citizen_id, pieces, redact
from webapp.complaints.rules.templates import asked_fields, fields_of, fill, fit


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("โทร 081-234-5678 ครับ", Personal.TELEPHONE, "081-234-5678"),
        ("โทร ๐๒ ๘๓๑ ๙๓๐๐", Personal.TELEPHONE, "๐๒ ๘๓๑ ๙๓๐๐"),
        ("call +66 81 234 5678 now", Personal.TELEPHONE, "+66 81 234 5678"),
        ("เลข 1-1017-00230-70-8 ค่ะ", Personal.CITIZEN_ID, "1-1017-00230-70-8"),
        ("เขียน a.b@example.co.th นะ", Personal.EMAIL, "a.b@example.co.th"),
        ("รถทะเบียน กข 1234 ชน", Personal.PLATE, "กข 1234"),
        ("รถ 1กก-999 ชน", Personal.PLATE, "1กก-999"),
        ("อยู่บ้านเลขที่ 9/8 หมู่ 4 ตำบลบางรัก มานาน", Personal.ADDRESS, "บ้านเลขที่ 9/8 หมู่ 4 ตำบลบางรัก"),
        ("ที่ 99/1 ถนนสามเสน เขตดุสิต 10300", Personal.ADDRESS, "99/1 ถนนสามเสน เขตดุสิต 10300"),
        ("นายสมชาย ใจดี ไม่มา", Personal.NAME, "นายสมชาย ใจดี"),
        ("นางสาวมานี มีนาไม่มา", Personal.NAME, "นางสาวมานี มีนา"),
        ("Mr. John Smith said", Personal.NAME, "Mr. John Smith"),
    ],
)
def test_it_is_found_and_nothing_else_is(text, kind, word):
    assert [(one.kind, text[one.start : one.end]) for one in find(text)] == [(kind, word)]


@pytest.mark.parametrize(
    "text",
    [
        "นายกรัฐมนตรีและนายทะเบียนประชุม",
        "มาตรา 12 วรรค 3 พ.ศ. 2567",
        "วันที่ 01-02-2567 มี 5คน 3ครั้ง",
        "เลข 1101700230700 สิบสามหลักที่ไม่ใช่เลขประจำตัว",
        "เสีย 3 ตำบล ห้อง 12/3",
    ],
)
def test_what_tells_of_nobody_is_left(text):
    assert find(text) == []


def test_the_last_digit_of_a_citizen_id_checks_the_others():
    assert is_citizen_id("1101700230708")
    assert is_citizen_id("๑๑๐๑๗๐๐๒๓๐๗๐๘")
    assert not any(is_citizen_id(f"110170023070{digit}") for digit in "012345679")
    assert not is_citizen_id("110170023070")


def test_what_is_known_of_the_sender_is_taken_out_and_the_rest_stays():
    text = "ดิฉัน สมศรี  มีสุข ขอบคุณ"
    found = find(text, ["สมศรี มีสุข"])
    assert redact(text, found, "th") == "ดิฉัน [ข้อมูลของผู้ส่ง] ขอบคุณ"
    assert "".join(part for part, _kind in pieces(text, found)) == text


def test_a_person_is_named_by_the_whole_name_or_by_a_part():
    assert named("เรื่องของสมชายใจดีครับ", "นายสมชาย ใจดี") is Named.WHOLE
    assert named("Ask JOHN  Smith.", "Mr. John Smith") is Named.WHOLE
    assert named("คุณสมชาย", "สมชาย ใจดี") is Named.PART
    assert named("Johnson came", "John Smith") is None
    assert named("ไม่มีใคร", "") is None
    assert list(who_is_named("สมชาย และ มานี มีนา", {1: "สมชาย ใจดี", 2: "มานี มีนา"})) == [2, 1]


def test_fields_of_a_template_are_filled_and_none_is_lost():
    text = "{number} {วันนัด} { วันนัด } {ห้อง}"
    assert fields_of(text) == ["number", "วันนัด", "ห้อง"]
    assert asked_fields(text) == ["วันนัด", "ห้อง"]
    assert fill(text, {"number": "5", "วันนัด": "พรุ่งนี้"}) == "5 พรุ่งนี้ พรุ่งนี้ {ห้อง}"


def test_a_template_fits_by_kind_and_by_all_words_of_its_subject():
    assert fit("", "", "complaint", "ลิฟต์") == 0
    assert fit("complaint", "", "complaint", "ลิฟต์") == 1
    assert fit("", "ลิฟต์ เสีย", "complaint", "ลิฟต์ชั้น 2 เสีย") == 2
    assert fit("", "ลิฟต์ เสีย", "complaint", "ลิฟต์") is None
    assert fit("compliment", "", "complaint", "ลิฟต์") is None


def test_a_letter_has_a_paragraph_for_what_stands_between_empty_lines():
    assert paragraphs("หนึ่ง\r\n\r\nสอง\nสาม\n\n\n\n") == ["หนึ่ง", "สอง\nสาม"]
