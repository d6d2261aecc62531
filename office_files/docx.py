"""DOCX as text: headings, lists with their numbers, tables and footnotes (ISO/IEC 29500-1)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

from office_files.faults import MAX_UNPACKED, Fault, FileRefused
from office_files.numbering import Numbering
from office_files.pages import has_text
from office_files.styles import Styles
from office_files.word_xml import attribute, child, is_on, tag, values
from office_files.writing import HIDDEN, Writing, is_hidden_alone

_MAIN = "word/document.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# Deleted text, a paragraph's properties, and what old programs show in place of a drawing's words.
_UNSEEN = {
    tag("del"),
    tag("moveFrom"),
    tag("pPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_SIGNS = {tag("br"): "\n", tag("cr"): "\n", tag("tab"): " ", tag("noBreakHyphen"): "-"}
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_NOTES = {tag("footnoteReference"): "footnote", tag("endnoteReference"): "endnote"}
_DEEPEST = 30


def read_docx(data: bytes) -> tuple[str, str]:
    """The title that a DOCX tells of itself, and its text.

    Raises `FileRefused`: broken, a bomb, or pictures of pages without text. Tracked insertions are
    kept, deletions are not. Where words are hidden the text has `writing.HIDDEN` for them.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            reader = _Reader(packed)
            reader.read(packed)
            core = _part(packed, "docProps/core.xml")
    except FileRefused:
        raise
    except (zipfile.BadZipFile, etree.LxmlError, KeyError, ValueError, OSError, EOFError,
            RuntimeError, NotImplementedError) as error:  # fmt: skip
        raise FileRefused(Fault.BROKEN) from error
    text = reader.writing.text()
    if reader.has_pictures and not has_text(text):
        raise FileRefused(Fault.NO_TEXT)
    title = core.findtext(f".//{_TITLE}") if core is not None else ""
    return (title or "").strip(), text


def _part(packed: zipfile.ZipFile, name: str) -> etree._Element | None:
    """One part's XML, None where the file has none; no entity in it is resolved."""
    if name not in packed.namelist():
        return None
    with packed.open(name) as part:
        # The size that a bomb tells of itself may be a lie.
        data = part.read(MAX_UNPACKED + 1)
    if len(data) > MAX_UNPACKED:
        raise FileRefused(Fault.BOMB)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def _sign_for(node: etree._Element, counts: Callable[[str], bool] = str.isalnum) -> str:
    """The sign of hidden words, where there are any that count."""
    words = "".join(text.text or "" for text in node.iter(tag("t")))
    found = any(map(counts, words)) or next(node.iter(*_NOTES), None) is not None
    return HIDDEN if found else ""


class _Reader:
    def __init__(self, packed: zipfile.ZipFile) -> None:
        self.writing = Writing()
        self.has_pictures = False
        self._styles = Styles(_part(packed, "word/styles.xml"))
        self._numbering = Numbering(_part(packed, "word/numbering.xml"))
        self._notes: list[tuple[str, str]] = []

    def read(self, packed: zipfile.ZipFile) -> None:
        document = _part(packed, _MAIN)
        body = child(document, "body") if document is not None else None
        if body is None:
            raise FileRefused(Fault.BROKEN)
        self.has_pictures = next(body.iter(*_PICTURES), None) is not None
        self._read_blocks(body, 0)
        self._read_notes(packed)

    def _read_blocks(self, parent: etree._Element, depth: int) -> None:
        if depth > _DEEPEST:
            raise FileRefused(Fault.BROKEN)
        for block in parent:
            if block.tag == tag("p"):
                self._read_paragraph(block)
            elif block.tag == tag("tbl"):
                self._read_table(block)
            elif block.tag in (tag("sdt"), tag("sdtContent"), tag("ins"), tag("customXml")):
                self._read_blocks(block, depth + 1)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        words = self._words(paragraph)
        if is_hidden_alone(words):
            # Word counts no number for what it does not show.
            self.writing.hidden()
            return
        style = values(paragraph, "pPr", "pStyle")
        level = self._styles.heading_level(paragraph, style)
        list_id, depth = self._styles.list_place(paragraph, style)
        number = self._numbering.next_mark(list_id, depth)
        if level:
            mark = f"{number} " if number and number != "-" else ""
            self.writing.heading(level, mark + words)
        elif number is not None:
            self.writing.item(number, words, depth)
        else:
            for line in words.split("\n"):
                self.writing.paragraph(line)

    def _read_table(self, table: etree._Element) -> None:
        for row in table.iterchildren(tag("tr")):
            if is_on(child(child(row, "trPr"), "hidden")):
                self._hide(row)
                continue
            cells: list[str] = []
            for cell in row.iterchildren(tag("tc")):
                merged = child(child(cell, "tcPr"), "vMerge")
                below = merged is not None and attribute(merged, "val") != "restart"
                paragraphs = [] if below else cell.iter(tag("p"))
                cells.append(" ".join(self._words(paragraph) for paragraph in paragraphs))
                span = values(cell, "tcPr", "gridSpan")
                cells += [""] * (min(int(span), 60) - 1 if span.isdigit() else 0)
            self.writing.row(cells)
        self.writing.end()

    def _hide(self, row: etree._Element) -> None:
        if _sign_for(row):
            self.writing.hidden()

    def _words(self, paragraph: etree._Element) -> str:
        return "".join(self._pieces(paragraph, values(paragraph, "pPr", "pStyle")))

    def _pieces(self, node: etree._Element, style: str) -> Iterator[str]:
        """The words inside a paragraph of a style; a text box in it has paragraphs of its own."""
        for part in node:
            if part.tag in _SIGNS:
                yield _SIGNS[part.tag]
            elif part.tag == tag("t"):
                yield part.text or ""
            elif part.tag in _NOTES:
                yield self._note_mark(part)
            elif part.tag == tag("r"):
                yield from self._run(part, style)
            elif part.tag == tag("p"):
                yield from self._pieces(part, values(part, "pPr", "pStyle"))
            elif part.tag not in _UNSEEN:
                yield from self._pieces(part, style)

    def _run(self, run: etree._Element, style: str) -> Iterator[str]:
        if self._styles.is_hidden(run, style):
            yield _sign_for(run)
        elif self._styles.is_hidden_from_web(run):
            # So are the page numbers of every table of contents; nobody misses those here.
            yield _sign_for(run, str.isalpha)
        else:
            yield from self._pieces(run, style)

    def _note_mark(self, reference: etree._Element) -> str:
        self._notes.append((_NOTES[reference.tag], attribute(reference, "id")))
        return f" [{len(self._notes)}]"

    def _read_notes(self, packed: zipfile.ZipFile) -> None:
        """The notes at the end, as consolidated laws have them: [1] and its words."""
        found: dict[tuple[str, str], etree._Element] = {}
        for kind in _NOTES.values():
            part = _part(packed, f"word/{kind}s.xml")
            for note in part.iterchildren(tag(kind)) if part is not None else ():
                found[kind, attribute(note, "id")] = note
        for number, place in enumerate(list(self._notes), 1):
            note = found.get(place)
            words = (
                " ".join(self._words(p) for p in note.iter(tag("p"))) if note is not None else ""
            )
            self.writing.paragraph(f"[{number}] {words}")
