"""A document's entries hold all of its words."""

from thai_text.outline import Block
from webapp.search.rules.documents import document_entries

LONG = "บัญชีสินค้าขาเข้า\n" * 12_000 + "คำสุดท้าย"


def made(*blocks):
    return {entry.id: entry for entry in document_entries("d-1", "พิกัดอัตรา", "th", {}, None, blocks)}


def test_a_section_keeps_its_last_word_however_long_it_is():
    entries = made(Block("s1", "section", "1", text=LONG))
    assert set(entries) == {"d-1", "d-1/s1"}
    assert entries["d-1/s1"].text == LONG


def test_so_does_a_section_in_pieces_and_a_document_without_sections():
    piece = Block("s1-p2", "paragraph", text=LONG)
    assert made(Block("s1", "section", "1", text="ก"), piece)["d-1/s1"].text.endswith("คำสุดท้าย")
    assert made(Block("p1", "paragraph", text=LONG))["d-1"].text == LONG
