"""Documents written with headings, lists and tables in Markdown's manner into a Document."""

from __future__ import annotations

import re
import unicodedata

from thai_text.outline.document import Document
from thai_text.outline.node import Node, freeze
from thai_text.outline.rows import is_rule, read_row

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)\Z")
_ITEM = re.compile(r"([-*+]|[0-9๐-๙]{1,4}[.)])\s+(\S.*)\Z")
_STRESS = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,500})(?<=\S)\1")
_DEEPEST_ITEM = 6


def parse_markup(text: str, title: str = "", lang: str = "th") -> Document:
    """A text of `# Title`, `## Heading`, paragraphs, `- item`, `1. item` and `| a | b |` rows.

    A heading with headings below it becomes a chapter, any other a section; their ids are h1, h2
    and so on in order. The first heading is the document's title where it is the only one of its
    level and no other title is given. Lines without a blank between them are one paragraph.
    """
    lines = unicodedata.normalize("NFC", text).splitlines()
    found, body = _split_title(lines)
    reader = _MarkupReader()
    for line in body if not title or title == found else lines:
        reader.read(line.rstrip())
    reader.end_block()
    for node in reader.headings:
        node.kind = "chapter" if any(child.rooted for child in node.children) else "section"
    return Document(title or found, lang, freeze(reader.root))


def _split_title(lines: list[str]) -> tuple[str, list[str]]:
    """The title, empty if the text does not begin with one, and the lines below it."""
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    found = _HEADING.match(lines[first].strip()) if lines else None
    if not found or found[1] != "#" or any(line.startswith("# ") for line in lines[first + 1 :]):
        return "", lines
    return _plain(found[2]), lines[first + 1 :]


class _MarkupReader:
    def __init__(self) -> None:
        self.root = Node("chapter", "")
        self.headings: list[Node] = []
        self._open: list[Node] = []
        self._items: list[tuple[int, Node]] = []
        self._rows: list[tuple[str, ...]] = []
        self._text: Node | None = None
        self._lines: list[str] = []

    def read(self, line: str) -> None:
        """Reads one line; a blank one ends the paragraph, list or table before it."""
        stripped = line.strip()
        row = read_row(stripped) if stripped.startswith("|") else None
        if row:
            self._end_text()
            self._rows.append(row)
            return
        self._close_table()
        if not stripped:
            self._end_text()
        elif heading := _HEADING.match(stripped):
            self._add_heading(len(heading[1]), _plain(heading[2].rstrip("# ")))
        elif item := _ITEM.match(stripped):
            self._add_item(len(line) - len(line.lstrip()), item[1], _plain(item[2]))
        else:
            self._add_line(_plain(stripped))

    def end_block(self) -> None:
        """Ends the table, list and paragraph that are open."""
        self._close_table()
        self._items = []
        self._end_text()

    def _end_text(self) -> None:
        if self._text:
            self._text.text = " ".join(self._lines)
        self._text = None

    def _begin_text(self, node: Node, line: str) -> None:
        self._end_text()
        self._text = node
        self._lines = [line]

    def _add_heading(self, level: int, heading: str) -> None:
        self.end_block()
        while self._open and self._open[-1].rank >= level:
            self._open.pop()
        key = f"h{len(self.headings) + 1}"
        node = Node("section", key, heading=heading, rank=level, rooted=True)
        self._here().children.append(node)
        self._open.append(node)
        self.headings.append(node)

    def _add_item(self, indent: int, mark: str, text: str) -> None:
        while self._items and (self._items[-1][0] >= indent or len(self._items) >= _DEEPEST_ITEM):
            self._items.pop()
        home = self._items[-1][1] if self._items else self._here()
        number = mark if mark[0] not in "-*+" else ""
        node = Node("item", f"i{home.next_place('item')}", number)
        home.children.append(node)
        self._items.append((indent, node))
        self._begin_text(node, text)

    def _add_line(self, line: str) -> None:
        if self._text:
            self._lines.append(line)
            return
        self._items = []
        here = self._here()
        node = Node("paragraph", f"p{here.next_place('paragraph')}")
        here.children.append(node)
        self._begin_text(node, line)

    def _close_table(self) -> None:
        rows = [row for row in self._rows if not is_rule(row)]
        self._rows = []
        if rows:
            self._items = []
            here = self._here()
            here.children.append(Node("table", f"t{here.next_place('table')}", rows=rows))

    def _here(self) -> Node:
        return self._open[-1] if self._open else self.root


def _plain(text: str) -> str:
    """A line without the signs of stress; what is stressed is said by the words."""
    return " ".join(_STRESS.sub(r"\2", text).split())
