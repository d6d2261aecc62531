"""Large print of tables: what is wider than a page is written row by row, and nothing is cut off."""

import pypdf
import pytest

from tests.support.pdf_checks import pdf_findings
from thai_text.outline import Block, Document
from webapp.listening.large_print import make_pdf, making
from webapp.listening.large_print.tables import wide_tables
from webapp.shared.printing import unavailable

pytestmark = pytest.mark.skipif(
    unavailable() is not None, reason="Pango is not installed (libpango-1.0-0)"
)

AMOUNTS = "งบประมาณ 1,250,000.50"


def table(columns, cell=AMOUNTS, lang="th"):
    rows = tuple(tuple(f"{cell}" for _ in range(columns)) for _ in range(3))
    return Document("ตาราง", lang, (Block("t1", "table", heading="ตารางที่ ๑", rows=rows),))


def tags(node):
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(found, dict) and "/S" in found:
            yield found["/S"]
            yield from tags(found)


def made(document, folder):
    make_pdf(document, folder / "large.pdf")
    reader = pypdf.PdfReader(folder / "large.pdf")
    text = "".join(page.extract_text() for page in reader.pages)
    return "".join(text.split()), list(tags(reader.trailer["/Root"]["/StructTreeRoot"]))


@pytest.mark.parametrize("columns", [1, 2, 4])
def test_a_table_that_fits_stays_a_table_within_the_page(tmp_path, columns):
    document = table(columns)
    text, found = made(document, tmp_path)
    assert found.count("/TH") == columns
    assert "แถวที่" not in text
    assert pdf_findings(tmp_path / "large.pdf", document) == []


@pytest.mark.parametrize("columns", [5, 6, 12, 40])
def test_a_table_that_does_not_is_a_list_of_its_rows_within_the_page(tmp_path, columns):
    document = table(columns)
    text, found = made(document, tmp_path)
    assert "/Table" not in found
    # A list that goes on over a page is one more there.
    assert found.count("/L") >= 3
    assert found.count("/LI") >= 2 + 2 * columns
    assert text.count("งบประมาณ1,250,000.50:งบประมาณ1,250,000.50") == 2 * columns
    assert "ตารางที่๑ตารางนี้กว้างกว่าหน้ากระดาษจึงเขียนทีละแถวแถวที่๑" in text
    assert "แถวที่๒" in text
    assert pdf_findings(tmp_path / "large.pdf", document) == []


def test_the_list_is_in_the_documents_language_and_says_of_a_cell_that_it_is_empty(tmp_path):
    heads = tuple(f"Head_without_any_place_to_break{n}" for n in range(3))
    rows = (heads, ("one", "", "three", "beyond the heads"))
    document = Document("Wide", "en", (Block("t1", "table", rows=rows),))
    text, _found = made(document, tmp_path)
    assert "Thistableiswiderthanthepage,soitiswrittenrowbyrow.Row1" in text
    assert f"{heads[0]}:one{heads[1]}:–{heads[2]}:threebeyondtheheads" in text


def test_a_wide_table_of_heads_alone_keeps_them(tmp_path):
    heads = tuple(f"Head_without_any_place_to_break{n}" for n in range(3))
    document = Document("Wide", "en", (Block("t1", "table", rows=(heads,)),))
    assert "".join(heads) in made(document, tmp_path)[0]


def test_a_table_inside_an_item_has_less_room(tmp_path):
    rows = table(4).blocks[0].rows
    inner = Block("t1", "table", rows=rows)
    document = Document("ตาราง", blocks=(Block("i1", "item", number="(1)", blocks=(inner,)),))
    assert wide_tables(table(4)) == frozenset()
    assert wide_tables(document) == {"t1"}


def test_a_name_for_a_letter_that_the_font_lacks_has_its_room(tmp_path):
    for columns in range(2, 7):
        document = table(columns, cell="═" * 12 + "中 ✅")
        made(document, tmp_path)
        assert pdf_findings(tmp_path / "large.pdf", document) == []


def test_a_word_longer_than_a_line_ends_on_the_page(tmp_path):
    address = "https://www.senate.go.th/" + "a" * 150
    blocks = (
        Block("p1", "paragraph", text=f"ดู {address}"),
        Block("s1", "section", heading=address),
        Block("i1", "item", number="(1)", text=address),
        Block("t1", "table", heading=address, rows=(("ที่", "ที่อยู่"), ("๑", address))),
        Block("t2", "table", heading=address, rows=(("ที่", "ชื่อ"), ("๑", "ก"))),
    )
    document = Document(address, blocks=blocks)
    text, _found = made(document, tmp_path)
    assert text.count(address) == 7
    assert pdf_findings(tmp_path / "large.pdf", document) == []


def test_the_check_finds_what_is_beyond_the_edge(tmp_path, monkeypatch):
    monkeypatch.setattr(making, "wide_tables", lambda _document: frozenset())
    document = table(12)
    made(document, tmp_path)
    (finding,) = pdf_findings(tmp_path / "large.pdf", document)
    assert "text beyond its edge" in finding
