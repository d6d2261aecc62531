"""Pages of a PDF with footnotes or columns are shown to a person; ordinary ones are not."""

import pytest
from weasyprint import HTML

from office_files.reading import read
from tests.support.office_files import LAW, pdf

STYLE = """<style>@page{size:A4;@bottom-center{content:counter(page);font-size:9pt}}
body{font:14pt Sarabun}td{padding:0 2em}p{text-align:justify}sup{font-size:8pt}
.foot{font-size:9pt;border-top:1px solid;margin-top:2em}</style>"""
PARAGRAPH = (
    "<p>มาตรา 1 ให้คณะกรรมการจัดทำรายงานการประชุมเสนอต่อสภา และเปิดเผยต่อประชาชนทุกปี "
    "ตามที่กฎหมายกำหนด แต่ต้องไม่เกินสามสิบวันนับแต่วันที่ได้รับเรื่อง</p>"
)
MARKED = "<p>เรื่องความแรก<sup>{}</sup> ให้คณะกรรมการจัดทำรายงานการประชุมเสนอต่อสภา</p>"


def layout_doubts(html, lang="th"):
    made = HTML(string=STYLE + html).write_pdf()
    return [set(page.doubts) & {"notes_at_foot", "columns"} for page in read(made, lang).pages]


@pytest.mark.parametrize("number", ["1", "๑", "12"])
@pytest.mark.parametrize("note", ["<sup>{}</sup> คำอธิบายของความแรก", "{} คำอธิบายของความแรก"])
def test_a_footnote_is_told_on_its_page_alone(number, note):
    foot = f"<div class=foot>{note.format(number)}</div>"
    page = MARKED.format(number) + PARAGRAPH + foot
    assert layout_doubts(page + "<div style='break-before:page'>" + PARAGRAPH) == [
        {"notes_at_foot"},
        set(),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>{0}</td><td>รายการที่หนึ่ง</td><td>{0},000 บาท</td></tr>",
        "<tr><td>รายการที่หนึ่ง</td><td>{0},000 บาท</td></tr>",
        "<tr><td>{0}</td><td>รายการที่หนึ่ง<br>บรรทัดที่สอง</td><td>{0},000 บาท</td></tr>",
    ],
    ids=["three cells", "two cells", "cells of two lines"],
)
def test_a_table_is_told(row):
    rows = "".join(row.format(number) for number in range(1, 6))
    assert layout_doubts(f"{PARAGRAPH}<table>{rows}</table>") == [{"columns"}]


@pytest.mark.parametrize(
    "html",
    [
        PARAGRAPH * 12,
        PARAGRAPH + "<ol>" + "<li style='padding-left:3em'>ข้อความของข้อ</li>" * 6 + "</ol>",
        PARAGRAPH + "<div class=foot>12 พฤศจิกายน 2567</div>",
        MARKED.format(1) + PARAGRAPH,
        "<h1>หมวด 1</h1>" + PARAGRAPH + "<small>หมายเหตุ ตัวพิมพ์เล็ก</small>",
    ],
    ids=["paragraphs", "list", "date at the foot", "mark without a note", "small print"],
)
def test_ordinary_pages_are_not_doubted(html):
    assert layout_doubts(html) == [set()]


def test_tables_on_many_pages_do_not_make_the_file_damaged():
    rows = "<tr><td>รายการที่หนึ่ง</td><td>1,000 บาท</td></tr>" * 5
    table = f"{PARAGRAPH}<table>{rows}</table><div style='break-before:page'></div>"
    made = HTML(string=STYLE + table * 3 + PARAGRAPH).write_pdf()
    assert [page.doubts for page in read(made, "th").pages][-1] == ()


def test_a_plain_page_of_lines_is_not_doubted():
    assert [page.doubts for page in read(pdf(LAW), "th").pages] == [()]
