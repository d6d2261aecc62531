"""PDF files: what their text layers hold, and which pages a person should look at."""

import pytest

from office_files import Fault, FileRefused, FileType
from office_files.reading import read
from tests.support.office_files import LAW, encrypted_pdf, pdf

SOUND = "ให้คณะกรรมการจัดทำรายงานการประชุมเสนอต่อสภา และเปิดเผยต่อประชาชนทุกปี\n"


def refused(data, lang="th"):
    with pytest.raises(FileRefused) as refusal:
        read(data, lang)
    return refusal.value.fault


def test_each_page_gives_its_text():
    found = read(pdf(LAW, "มาตรา ๔ ให้ใช้บังคับเมื่อพ้นกำหนดหนึ่งร้อยวัน"), "th")
    assert found.file_type is FileType.PDF
    assert [page.text.split("\n\n")[0][:7] for page in found.pages] == ["มาตรา ๑", "มาตรา ๔"]
    assert not any(page.doubts for page in found.pages)


def test_a_damaged_layer_is_repaired_and_its_raw_text_is_kept():
    (page,) = read(pdf("ให้สํานักงานจัดท ารายงานการประชุมประจําปีและนําเสนอต่อสภา"), "th").pages
    assert page.text == "ให้สำนักงานจัดทำรายงานการประชุมประจำปีและนำเสนอต่อสภา"
    assert "จัดท ารายงาน" in page.raw


def test_a_sentence_over_two_lines_is_one_again_without_a_space():
    lines = "ให้คณะกรรมการจัดทำรายงานการประชุมเสนอต่อสภา\nภายในเก้าสิบวันนับแต่วันสิ้นปีงบประมาณทุกปี"
    (page,) = read(pdf(lines), "th").pages
    assert page.text == lines.replace("\n", "")


def test_a_section_begins_a_paragraph_and_a_mention_of_one_does_not():
    text = (
        "มาตรา ๑ ให้คณะกรรมการดำเนินการให้แล้วเสร็จตาม\n"
        "มาตรา ๑๒ แห่งพระราชบัญญัติการประชุมสภาทั้งปวง\n"
        "มาตรา ๒ ให้คณะกรรมการพ้นจากตำแหน่งโดยพร้อมกัน"
    )
    (page,) = read(pdf(text), "th").pages
    assert [line[:8] for line in page.text.split("\n\n")] == ["มาตรา ๑ ", "มาตรา ๒ "]


def test_a_paragraph_that_ends_a_full_page_goes_on_on_the_next():
    pages = read(pdf(SOUND * 4, SOUND), "th").pages
    assert [page.runs_on for page in pages] == [True, False]


def test_page_numbers_and_what_stands_on_every_page_are_left_out_of_the_text():
    words = ("หนึ่ง", "สอง", "สาม", "สี่")
    bodies = [f"มาตรา ๑ ว่าด้วย{word}\nเรื่อง{word}\n{LAW}จบ{word}\nปิด{word}\n" for word in words]
    made = (f"ราชกิจจานุเบกษา เล่ม ๑\n{body}หน้า {n}" for n, body in enumerate(bodies, 1))
    pages = read(pdf(*made), "th").pages
    assert not any("ราชกิจจา" in page.text or "หน้า" in page.text for page in pages)
    assert [page.text.count("มาตรา") for page in pages] == [4, 4, 4, 4]
    assert "ราชกิจจานุเบกษา" in pages[0].raw


def test_a_scan_without_text_is_refused():
    assert refused(pdf("", "")) is Fault.NO_TEXT


def test_a_page_that_is_a_picture_among_others_is_shown_to_a_person():
    assert [page.doubts for page in read(pdf(LAW, ""), "th").pages] == [(), ("no_text",)]


def test_a_page_whose_letters_have_wrong_codes_is_shown_to_a_person():
    garbled = "".join(chr(ord(sign) - 0xDA0) if sign > "~" else sign for sign in SOUND) * 2
    first, *_others = read(pdf(garbled, LAW, LAW, LAW, LAW), "th").pages
    assert "not_thai" in first.doubts


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_page_of_thai_read_as_latin_is_read_again_and_joined_as_thai(lang):
    garbled = SOUND.encode("cp874").decode("latin-1") * 2
    (page,) = read(pdf(garbled), lang).pages
    assert page.text == SOUND.strip() * 2
    assert page.raw == garbled.strip()
    assert page.doubts == (() if lang == "th" else ("not_english",))


def test_spelling_that_no_thai_word_has_is_shown_to_a_person():
    (page,) = read(pdf(SOUND.replace("ให้", "ใหุ") * 3), "th").pages
    assert "impossible" in page.doubts


def test_where_many_pages_are_damaged_the_others_are_shown_too():
    damaged = SOUND.replace("ให้", "ใหุ") * 3
    pages = read(pdf(damaged, damaged, "สภา"), "th").pages
    assert pages[2].doubts == ("damaged_file",)


def test_an_english_document_is_not_doubted_for_having_no_thai():
    (page,) = read(
        pdf("The Senate publishes every report of its committees within the year."), "en"
    ).pages
    assert page.doubts == ()


def test_an_encrypted_file_is_refused():
    assert refused(encrypted_pdf(LAW)) is Fault.ENCRYPTED


@pytest.mark.parametrize("size", [20, 400, -6])
def test_a_broken_file_is_refused(size):
    assert refused(pdf(LAW)[:size]) is Fault.BROKEN
