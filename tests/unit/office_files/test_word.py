"""DOCX files: headings, lists that Word counts, tables, footnotes."""

import pytest

from office_files import Fault, FileRefused, FileType
from office_files.reading import read
from tests.support.office_files import LAW, add_thai_list, docx, docx_scan, repacked

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def text_of(data, lang="th"):
    return "\n\n".join(page.text for page in read(data, lang).pages)


def test_a_heading_and_paragraphs():
    assert read(docx(), "th").file_type is FileType.DOCX
    assert text_of(docx()) == "# หมวด ๑ บททั่วไป\n\n" + "\n\n".join(LAW.splitlines())


def test_a_list_that_word_counts_gets_its_thai_numbers():
    made = docx(lambda word: add_thai_list(word, ["ข้อแรก", "ข้อหลัง"]))
    assert text_of(made) == "(๑) ข้อแรก\n(๒) ข้อหลัง"


def test_bullets_and_numbers_of_words_own_styles():
    def build(word):
        word.add_paragraph("หนึ่ง", style="List Bullet")
        word.add_paragraph("สอง", style="List Number")

    assert text_of(docx(build)) == "- หนึ่ง\n1. สอง"


def test_a_table_is_rows_of_cells():
    def build(word):
        table = word.add_table(2, 2)
        for cell, words in zip(table._cells, ["ชื่อ", "จำนวน", "ก | ข", "๑"], strict=True):
            cell.text = words

    assert text_of(docx(build)) == "| ชื่อ | จำนวน |\n| ก / ข | ๑ |"


def test_a_footnote_is_kept_at_the_end_under_its_mark():
    made = docx(lambda word: word.add_paragraph("ข้อความ"))
    with_mark = (
        f"<w:document {NAMES}><w:body><w:p><w:r><w:t>ข้อความ</w:t></w:r><w:r>"
        '<w:footnoteReference w:id="2"/></w:r></w:p></w:body></w:document>'
    )
    notes = f'<w:footnotes {NAMES}><w:footnote w:id="2"><w:p><w:r><w:t>เชิงอรรถ</w:t></w:r></w:p></w:footnote></w:footnotes>'
    parts = {"word/document.xml": with_mark.encode(), "word/footnotes.xml": notes.encode()}
    assert text_of(repacked(made, parts)) == "ข้อความ [1]\n\n[1] เชิงอรรถ"


def test_what_was_deleted_under_tracking_is_left_out_and_what_was_inserted_is_kept():
    body = (
        f"<w:document {NAMES}><w:body><w:p><w:r><w:t>ก่อน</w:t></w:r><w:del><w:r><w:delText>ลบ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins></w:p></w:body></w:document>"
    )
    assert text_of(repacked(docx(), {"word/document.xml": body.encode()})) == "ก่อนเพิ่ม"


def test_an_entity_from_outside_is_never_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("ความลับ")
    body = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]><w:document {NAMES}><w:body><w:p><w:r>'
        "<w:t>เห็น &x;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "ความลับ" not in text_of(repacked(docx(), {"word/document.xml": body.encode()}))


def old_picture():
    body = (
        f'<w:document {NAMES} xmlns:v="urn:schemas-microsoft-com:vml"><w:body><w:p><w:r><w:pict>'
        "<v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p></w:body></w:document>"
    )
    return repacked(docx(), {"word/document.xml": body.encode()})


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (docx_scan(), Fault.NO_TEXT),
        (docx_scan("หน้า ๑"), Fault.NO_TEXT),
        (old_picture(), Fault.NO_TEXT),
        (docx(lambda word: word.add_paragraph(" ")), Fault.EMPTY),
    ],
    ids=["picture", "picture and page number", "picture of an old program", "nothing"],
)
def test_pictures_of_pages_are_told_from_a_file_that_is_empty(data, fault):
    with pytest.raises(FileRefused) as refusal:
        read(data, "th")
    assert refusal.value.fault is fault


def test_a_text_with_a_picture_is_taken_in():
    assert text_of(docx_scan("ประกาศวุฒิสภา")) == "ประกาศวุฒิสภา"


@pytest.mark.parametrize(
    "data", [docx()[:2000], repacked(docx(), {"word/document.xml": b"<w:document"})]
)
def test_a_broken_file_is_refused(data):
    with pytest.raises(FileRefused) as refusal:
        read(data, "th")
    assert refusal.value.fault is Fault.BROKEN
