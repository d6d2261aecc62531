"""PEF files, held against a schema written from the standard (PEF 2008-1)."""

import re
from xml.etree import ElementTree

import pytest

from braille.pef import document_pef
from thai_text.outline import Document, parse

PEF = "{http://www.daisy.org/ns/2008/pef}"
DC = "{http://purl.org/dc/elements/1.1/}"
# Element: its attributes, and the elements that may stand in it.
SHAPE = {
    "pef": ({"version"}, ["head", "body"]),
    "body": (set(), ["volume"]),
    "volume": ({"cols", "rows", "rowgap", "duplex"}, ["section"]),
    "section": (set(), ["page"]),
    "page": (set(), ["row"]),
    "row": (set(), []),
}
LAW = "หมวด ๑\nบททั่วไป\n" + "\n".join(
    f"มาตรา {n} ให้วุฒิสภาพิจารณาร่างพระราชบัญญัติให้เสร็จภายในหกสิบวัน & <อื่น>" for n in range(1, 60)
)


def check(element: ElementTree.Element) -> None:
    name = element.tag.removeprefix(PEF)
    attributes, children = SHAPE[name]
    assert set(element.attrib) == attributes
    found = [child.tag.removeprefix(PEF) for child in element]
    assert set(found) <= set(children)
    if name == "pef":
        assert found == ["head", "body"]
    elif children:
        assert found
    for child in element:
        if child.tag != f"{PEF}head":
            check(child)


def read(document: Document, grade: int = 1, width: int = 40, height: int = 25):
    # Made by this project a line above: no stranger's XML.
    return ElementTree.fromstring(document_pef(document, grade, width, height))  # noqa: S314


def test_the_tree_is_that_of_the_standard():
    tree = read(parse(LAW, "พระราชบัญญัติ <ตัวอย่าง> & อื่น"))
    check(tree)
    assert tree.attrib == {"version": "2008-1"}


def test_the_head_says_what_the_file_is():
    (meta,) = read(parse(LAW, "พระราชบัญญัติ <ตัวอย่าง>"))[0]
    assert meta.tag == f"{PEF}meta"
    said = {child.tag.removeprefix(DC): child.text for child in meta}
    assert said["format"] == "application/x-pef+xml"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", said["identifier"])
    assert said["title"] == "พระราชบัญญัติ <ตัวอย่าง>"
    assert said["language"] == "th"


@pytest.mark.parametrize(("width", "height"), [(40, 25), (32, 27), (20, 4)])
def test_each_page_has_its_rows_and_no_row_more_cells_than_the_volume(width, height):
    volume = read(parse(LAW, "ชื่อ"), 0, width, height).find(f".//{PEF}volume")
    assert volume.attrib == {
        "cols": str(width),
        "rows": str(height),
        "rowgap": "0",
        "duplex": "false",
    }
    pages = volume.findall(f".//{PEF}page")
    assert len(pages) > 3
    for page in pages:
        rows = [row.text or "" for row in page]
        assert len(rows) == height
        assert max(map(len, rows)) <= width
        assert all("\u2800" <= cell <= "\u283f" for row in rows for cell in row)


def test_equal_documents_have_equal_files_and_other_grades_other_identifiers():
    document = parse(LAW, "ชื่อ")
    assert document_pef(document, 1) == document_pef(parse(LAW, "ชื่อ"), 1)
    first, other = (read(document, grade).find(f".//{DC}identifier").text for grade in (0, 1))
    assert first != other


def test_an_empty_document_has_one_page():
    assert len(read(Document("")).findall(f".//{PEF}page")) == 1


def test_a_page_without_room_for_its_number_is_refused():
    with pytest.raises(ValueError, match="at least 2 lines"):
        document_pef(Document("ชื่อ"), 1, height=1)
