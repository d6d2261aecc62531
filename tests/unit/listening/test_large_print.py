"""Large print: a PDF whose text, structure and type are what PDF/UA-1 and a reader ask for."""

import re
import subprocess
import sys

import pypdf
import pytest
from pypdf.generic import ContentStream

from tests.support.pdf_checks import pdf_findings
from thai_text.outline import Block, Document, parse, parse_markup
from webapp.listening.large_print import LargePrintTooLong, make_pdf
from webapp.shared.printing import MAY_BREAK, tagged_pdf, unavailable, with_breaks

pytestmark = pytest.mark.skipif(
    unavailable() is not None, reason="Pango is not installed (libpango-1.0-0)"
)

LAW = """คำปรารภให้คณะกรรมการมีอำนาจหน้าที่ทำน้ำซ้ำค่ำป้ำฟ้ำฝำปำ ฎีกา ฏุ ฎู ฐิ ญู ป่า ฝ้า ปั้น ก๊วย ฤๅ ๆ ฯลฯ
หมวด ๑
บททั่วไป
มาตรา ๑ พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติน้ำ พ.ศ. ๒๕๖๐” office 123
มาตรา ๒ ให้ทำดังต่อไปนี้
(๑) น้ำใช้
(ก) น้ำดื่ม
(๒) น้ำเค็ม
หมวด ๒
บทกำหนดโทษ
มาตรา ๓ ผู้ใดทำน้ำให้เสียต้องระวางโทษ"""
GUIDE = """## A chapter

### A section

| Name | Number |
|---|---|
| one | 1 |
| two | 2 |

- first
- second
"""
TITLE = "พระราชบัญญัติน้ำ"


def made(document, folder):
    make_pdf(document, folder / "large.pdf")
    return pypdf.PdfReader(folder / "large.pdf")


@pytest.fixture(scope="module")
def law():
    return parse(LAW, TITLE)


@pytest.fixture(scope="module")
def pdf(law, tmp_path_factory):
    return made(law, tmp_path_factory.mktemp("law"))


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return made(parse_markup(GUIDE, "A guide", "en"), tmp_path_factory.mktemp("guide"))


def elements(node, above=()):
    """Every structure element below a node, with the names of those above it."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(found, dict) and "/S" in found:
            yield (*above, found["/S"])
            yield from elements(found, (*above, found["/S"]))


def tags(reader):
    return list(elements(reader.trailer["/Root"]["/StructTreeRoot"]))


def text_of(reader, footer):
    text = "".join(page.extract_text() + "\n" for page in reader.pages)
    return "".join(re.sub(footer, "", text).split())


def test_its_text_is_the_documents_letter_for_letter(law, pdf):
    assert text_of(pdf, "หน้า [๐-๙]+\n") == "".join(law.plain_text().split())


def test_where_a_line_may_end_leaves_no_trace_in_it(pdf):
    assert MAY_BREAK not in "".join(page.extract_text() for page in pdf.pages)
    assert MAY_BREAK not in pdf.metadata.title


def test_it_says_that_it_is_pdf_ua_with_its_title_and_language(pdf):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "th"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.title == TITLE
    assert re.search(rb'pdfuaid:part(="|>)1', root["/Metadata"].get_object().get_data())


def test_every_page_is_tagged_and_keeps_its_order_of_tabbing(pdf):
    assert all("/StructParents" in page and page["/Tabs"] == "/S" for page in pdf.pages)


def test_all_that_is_shown_is_marked_as_content_or_as_ornament(pdf):
    for page in pdf.pages:
        depth = 0
        for operands, operator in ContentStream(page["/Contents"], pdf).operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            assert depth > 0 or operator not in (b"Tj", b"TJ", b"Do"), operands
        assert depth == 0


def test_headings_begin_at_one_and_skip_none(pdf):
    levels = [int(path[-1][2:]) for path in tags(pdf) if re.fullmatch("/H[1-6]", path[-1])]
    assert levels[:3] == [1, 2, 3]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_items_are_lists_inside_lists(pdf):
    items = [path for path in tags(pdf) if path[-1] == "/LI"]
    assert len(items) == 3
    assert all("/L" in path for path in items)
    assert all("/LI" in path for path in tags(pdf) if path[-1] == "/LBody")


def test_a_table_has_header_cells(guide):
    found = [path[-1] for path in tags(guide)]
    assert found.count("/TH") == 2
    assert found.count("/TD") == 4
    assert text_of(guide, r"Page \d+\n").startswith("AguideAchapterAsectionNameNumber")


def test_the_rows_of_a_table_are_of_one_length(tmp_path):
    rows = (("a", "b"), ("c",), ("d", "e", "f"))
    ragged = Document("Ragged", "en", (Block("t1", "table", rows=rows),))
    found = [path[-1] for path in tags(made(ragged, tmp_path))]
    assert (found.count("/TH"), found.count("/TD")) == (3, 6)


def test_a_table_without_cells_is_left_out(tmp_path):
    empty = Document("Empty", "en", (Block("t1", "table"), Block("p1", "paragraph", text="Text")))
    assert "Text" in text_of(made(empty, tmp_path), r"Page \d+\n")


def test_chapters_and_sections_are_bookmarks(pdf):
    def names(entries):
        return [names(e) if isinstance(e, list) else e.title for e in entries]

    chapters = ["หมวด ๑ บททั่วไป", ["มาตรา ๑", "มาตรา ๒"], "หมวด ๒ บทกำหนดโทษ", ["มาตรา ๓"]]
    assert names(pdf.outline) == [TITLE, chapters]


def test_its_type_is_embedded_and_every_sign_has_its_text(pdf):
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in inner.get_object()["/FontDescriptor"]
            assert "Siang-Sapha-Print" in font["/BaseFont"]
            assert b"<>" not in font["/ToUnicode"].get_data()


def test_its_letters_are_18_points_and_larger(pdf):
    # A px of CSS is 0.75 pt; the page as a whole is scaled so.
    sizes = {
        float(operands[1]) * 0.75
        for page in pdf.pages
        for operands, operator in ContentStream(page["/Contents"], pdf).operations
        if operator == b"Tf"
    }
    assert min(sizes) == pytest.approx(18, abs=0.01)


def test_pages_are_numbered_in_the_digits_of_the_language(pdf, guide):
    assert "หน้า ๑" in pdf.pages[0].extract_text()
    assert "Page 1" in guide.pages[0].extract_text()


@pytest.mark.parametrize("strange", ["中", "✅", "ㆍ", "●", "ລາວ", "\U0010fffd"])
def test_a_letter_that_the_font_lacks_takes_no_text_with_it(tmp_path, strange):
    texts = (f"มาตรา ๑ {strange} ข้อ", "ข้อความอื่น")
    document = Document(
        "ทดลอง",
        blocks=tuple(Block(f"p{n}", "paragraph", text=text) for n, text in enumerate(texts)),
    )
    reader = made(document, tmp_path)
    found = text_of(reader, "หน้า [๐-๙]+\n")
    assert found.startswith("ทดลองมาตรา๑")
    assert found.endswith("ข้อข้อความอื่น")
    assert pdf_findings(tmp_path / "large.pdf", document) == []
    for font in reader.pages[0]["/Resources"]["/Font"].values():
        assert "Siang-Sapha-Print" in font["/BaseFont"]


def test_the_check_finds_the_sign_for_a_missing_glyph(tmp_path, monkeypatch):
    monkeypatch.setattr(tagged_pdf, "with_names", lambda html: html)
    document = Document("ทดลอง", blocks=(Block("p1", "paragraph", text="ก \U0010fffd"),))
    made(document, tmp_path)
    (finding,) = pdf_findings(tmp_path / "large.pdf", document)
    assert "missing glyph" in finding


def test_a_line_of_thai_ends_where_a_word_ends(tmp_path):
    words = ["คณะกรรมการ", "ประชาชน", "กฎหมาย", "โรงเรียน", "หนังสือ"] * 30
    reader = made(parse_markup("".join(words), "ยาว"), tmp_path)
    lines = reader.pages[0].extract_text().splitlines()[1:-1]
    assert len(lines) > 5
    assert all(re.fullmatch(f"(?:{'|'.join(set(words))})+", line.strip()) for line in lines)


def test_lines_may_end_between_words_and_never_between_a_unit_and_its_number():
    assert with_breaks("กฎหมายโรงเรียน") == f"กฎหมาย{MAY_BREAK}โรงเรียน"
    assert with_breaks("พ.ศ. ๒๕๖๐ มาตรา ๑") == "พ.ศ.\u00a0๒๕๖๐ มาตรา\u00a0๑"


def test_what_cannot_be_written_leaves_no_file(law, tmp_path):
    with pytest.raises(OSError, match="absent"):
        make_pdf(law, tmp_path / "absent" / "large.pdf")
    assert not list(tmp_path.iterdir())


def test_a_text_for_a_shelf_of_volumes_is_refused_at_once(tmp_path):
    tariff = Document("พิกัด", blocks=(Block("p1", "paragraph", text="กา " * 300_000),))
    with pytest.raises(LargePrintTooLong, match="800,000"):
        make_pdf(tariff, tmp_path / "large.pdf")
    assert not list(tmp_path.iterdir())


def test_without_weasyprint_the_site_starts_and_says_what_is_missing():
    code = (
        "import sys; sys.modules['weasyprint'] = None\n"
        "from webapp.shared.printing import unavailable\n"
        "print(unavailable())"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "pango"
