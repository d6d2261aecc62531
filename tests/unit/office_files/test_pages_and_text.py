"""HTML and plain text, what a file is told by, and the process that reads it."""

import codecs
import struct

import pytest

from office_files import MAX_BYTES, Fault, FileRefused, FileType, read_safely
from office_files.reading import read
from tests.support.office_files import LAW, bomb, endless_pdf, pdf, png

PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>ประกาศ</title>
<script>alert("ห้าม")</script></head><body><nav><a href="/">หน้าแรก</a></nav>
<main><h1>ประกาศวุฒิสภา</h1><p>ให้ทราบ<b>ทั่วกัน</b></p>
<ol><li>ข้อแรก<ul><li>ย่อย</li></ul></li><li>ข้อหลัง</li></ol>
<table><caption>ตาราง</caption><tr><th>ชื่อ</th><th>จำนวน</th></tr><tr><td>ก</td><td>๑</td></tr></table>
<p onclick="x()">จบ<br>บรรทัดใหม่</p></main><footer>ท้ายหน้า</footer></body></html>"""
EXPECTED = """# ประกาศวุฒิสภา

ให้ทราบทั่วกัน

1. ข้อแรก
  - ย่อย
2. ข้อหลัง

ตาราง

| ชื่อ | จำนวน |
| ก | ๑ |

จบ

บรรทัดใหม่"""


def text_of(data):
    return "\n\n".join(page.text for page in read(data, "th").pages)


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("TIS-620", "cp874"), ("windows-874", "cp874")]
)
def test_a_web_page_gives_its_headings_lists_and_tables_and_nothing_else(charset, encoding):
    found = read(PAGE.format(charset=charset).encode(encoding), "th")
    assert (found.file_type, found.title) == (FileType.HTML, "ประกาศ")
    assert "\n\n".join(page.text for page in found.pages) == EXPECTED


def test_a_web_page_that_tells_no_encoding_is_read_in_that_of_thai_windows():
    assert text_of("<p>วุฒิสภา</p>".encode("cp874")) == "วุฒิสภา"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ('<img src="seal.png" alt="ตรา">', "ประกาศวุฒิสภา"),
        ('<img src="seal.png"/>\n<span>ด่วน </span>', "ด่วน ประกาศวุฒิสภา"),
        ("<p>ก่อน</p>", "ก่อน\n\nประกาศวุฒิสภา"),
        ("<h1>ก่อน</h1>", "# ก่อน\n\nประกาศวุฒิสภา"),
        ("<h2>ก่อน</h2>", "## ก่อน\n\nประกาศวุฒิสภา"),
        ("<table><tr><td>ก</td><td>ข</td></tr></table>", "| ก | ข |\n\nประกาศวุฒิสภา"),
        ("<div>ก่อน</div>", "ก่อน\n\nประกาศวุฒิสภา"),
        ("<!-- made by hand -->\n<!-- twice -->", "ประกาศวุฒิสภา"),
        (f"<!-- {'x' * 9_000} -->", "ประกาศวุฒิสภา"),
        (f"<style>{'p {} ' * 2_000}</style>", "ประกาศวุฒิสภา"),
        ("<FONT SIZE=4>", "ประกาศวุฒิสภา"),
        ("\n\r\n \t", "ประกาศวุฒิสภา"),
    ],
    ids=lambda given: given[:12],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_a_piece_of_a_web_page_is_told_by_what_it_begins_with(before, text, encoding):
    found = read(f"{before}<b>ประกาศ</b>วุฒิสภา".encode(encoding), "th")
    assert (found.file_type, found.pages[0].text) == (FileType.HTML, text)


@pytest.mark.parametrize(
    "text",
    [
        "<ชื่อผู้เสนอ> เสนอร่าง",
        "<a@example.org> เขียนมา",
        "ราคา < ๕ บาท และ <b>อื่น ๆ</b>",
        "<!-- ยังไม่จบ",
        "<!-- หมายเหตุ -->\n# หัวเรื่อง\n\nข้อความ",
    ],
)
def test_plain_text_with_angle_brackets_stays_plain_text(text):
    assert read(text.encode(), "th").file_type is FileType.TEXT


def test_a_page_that_stands_in_a_form_keeps_its_text_and_loses_the_controls_alone():
    page = (
        '<body><form id="aspnetForm" action="./Law.aspx"><div class="aspNetHidden">'
        '<input type="hidden" name="__VIEWSTATE" value="/wEPDwUK"></div>'
        "<h1>ประกาศวุฒิสภา</h1><p>ให้ทราบทั่วกัน</p><fieldset><legend>ผู้แจ้ง</legend><label>ชื่อ</label>"
        '<input value="พิมพ์ไว้"><select><option>เลือก</option></select></fieldset>'
        "<button>ส่ง</button></form></body>"
    )
    assert text_of(page.encode()) == "# ประกาศวุฒิสภา\n\nให้ทราบทั่วกัน\n\nผู้แจ้ง\n\nชื่อ"


def test_text_in_a_part_of_a_page_that_is_a_form_stays_in_its_place():
    page = "<p>ก่อน</p><form><p>มาตรา ๑ ในแบบฟอร์ม</p><button>ส่ง</button></form><p>หลัง</p>"
    assert text_of(page.encode()) == "ก่อน\n\nมาตรา ๑ ในแบบฟอร์ม\n\nหลัง"


def test_a_page_of_several_articles_is_read_to_its_end():
    page = "<body><article><p>ตอนแรก</p></article><article><p>ตอนหลัง</p></article></body>"
    assert text_of(page.encode()) == "ตอนแรก\n\nตอนหลัง"


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ('<body><img src="data:image/png;base64,iVBO" alt=""><p>๑</p></body>', Fault.NO_TEXT),
        ("<body><svg><image/></svg></body>", Fault.NO_TEXT),
        ('<body><object data="scan.pdf"></object></body>', Fault.NO_TEXT),
        ('<body><header><img src="logo.png"></header><p> </p></body>', Fault.EMPTY),
    ],
    ids=["image", "drawing", "file within", "logo alone"],
)
def test_a_web_page_of_pictures_alone_is_told_from_one_that_is_empty(page, fault):
    with pytest.raises(FileRefused) as refusal:
        read(page.encode(), "th")
    assert refusal.value.fault is fault


def test_a_short_web_page_with_a_picture_of_its_own_text_is_taken_in():
    assert text_of('<p>ประกาศวุฒิสภา</p><img src="a.png">'.encode()) == "ประกาศวุฒิสภา"


def test_a_web_page_nested_without_end_is_refused():
    with pytest.raises(FileRefused) as refusal:
        read(b"<html>" + b"<div>" * 3_000 + b"x", "th")
    assert refusal.value.fault is Fault.BROKEN


@pytest.mark.parametrize(
    "data",
    [
        LAW.encode(),
        codecs.BOM_UTF8 + LAW.encode(),
        codecs.BOM_UTF16_LE + LAW.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LAW.encode("utf-16-be"),
        LAW.encode("cp874"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "windows-874"],
)
def test_plain_text_in_the_encodings_of_thai_offices(data):
    assert text_of(data) == LAW.strip()


def test_soft_wraps_are_joined_before_a_long_text_is_cut():
    paragraph = "\r\n".join(["ให้รัฐมนตรีรักษาการตามพระราชบัญญัตินี้"] * 60)
    pages = read("\n".join([paragraph] * 5).encode(), "th").pages
    assert len(pages) > 1
    assert [line for page in pages for line in page.text.split("\n")] == [
        paragraph.replace("\r\n", " ")
    ] * 5


def test_lines_of_one_kind_of_end_stay_lines():
    law = "\r\n".join(f"มาตรา {number} ให้ยกเลิก" for number in range(400))
    pages = read(law.encode(), "th").pages
    assert [line for page in pages for line in page.text.split("\n")] == law.split("\r\n")


def test_a_long_text_is_cut_where_lines_end_and_nothing_is_lost():
    text = LAW * 60
    pages = read(text.encode(), "th").pages
    assert len(pages) > 3
    assert "\n".join(page.raw for page in pages) == text.strip()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.EMPTY),
        (b" \n\t", Fault.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Fault.OLD_WORD),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Fault.ENCRYPTED,
        ),
        (png(), Fault.PICTURE),
        (b"BM" + struct.pack("<IHHI", 70, 0, 0, 54) + bytes(56), Fault.PICTURE),
        (b"{\\rtf1 text}", Fault.UNKNOWN_TYPE),
        (b"MZ\x00\x00\x01", Fault.UNKNOWN_TYPE),
        (b"PK\x03\x04 not a package", Fault.BROKEN),
        (b"x" * (MAX_BYTES + 1), Fault.TOO_LARGE),
    ],
    ids=lambda value: value.value if isinstance(value, Fault) else "",
)
def test_what_cannot_be_read_is_refused_with_its_reason(data, fault):
    with pytest.raises(FileRefused) as refusal:
        read_safely(data, "th")
    assert refusal.value.fault is fault


def test_a_text_that_begins_like_a_bitmap_is_read():
    (page,) = read("BMTA: องค์การขนส่งมวลชนกรุงเทพ".encode(), "th").pages
    assert page.raw == "BMTA: องค์การขนส่งมวลชนกรุงเทพ"


def test_a_process_of_its_own_reads_the_same():
    data = pdf(LAW, "")
    assert read_safely(data, "th") == read(data, "th")


def test_a_file_that_keeps_the_reader_busy_is_given_up():
    with pytest.raises(FileRefused) as refusal:
        read_safely(endless_pdf(), "th", seconds=2)
    assert refusal.value.fault is Fault.TOO_SLOW


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(FileRefused) as refusal:
        read_safely(bomb(), "th")
    assert refusal.value.fault is Fault.BOMB


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>ลับมาก</p>",
        '<p hidden="until-found">ลับมาก</p>',
        '<p style="color:red; DISPLAY : none !important">ลับมาก</p>',
        "<p style='visibility:hidden'>ลับมาก</p>",
        "<span style='mso-hide:all'>ลับมาก</span>",
        "<ul><li>ข้อ</li><li hidden>ลับมาก</li></ul>",
        "<table><tr><td>ข้อ</td></tr><tr hidden><td>ลับมาก</td></tr></table>",
    ],
)
def test_words_that_a_web_page_hides_are_left_out_and_told_of(hidden):
    (page,) = read(f"<body><p>ประกาศวุฒิสภา</p>{hidden}<p>จบประกาศ</p></body>".encode(), "th").pages
    assert "ลับ" not in page.text + page.raw
    assert page.doubts == ("hidden_text",)
    assert "\ufdd0" not in page.text + page.raw


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='display:block'>เห็น</p>",
        "<p>เห็น<span hidden> </span></p>",
        "<p>เห็น</p><template><p>ลับ</p></template><style>p{color:red}</style>",
        "<p>เห็น</p><nav><p hidden>ลับ</p></nav>",
    ],
)
def test_what_hides_no_words_of_the_text_is_no_doubt(shown):
    (page,) = read(f"<body style='display:none'>{shown}</body>".encode(), "th").pages
    assert (page.text, page.doubts) == ("เห็น", ())
