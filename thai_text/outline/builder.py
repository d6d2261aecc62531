"""Puts marked lines into a tree: chapters by rank, sections, paragraphs, items, tables."""

from __future__ import annotations

import re

from thai_text.outline.anchors import number_key
from thai_text.outline.lines import LETTERS, RANKS, Mark, read_item
from thai_text.outline.node import Node

_LONGEST_HEADING_LINE = 90
_HEADING_LINES = 3
_DEEPEST_ITEM = 6
# What a heading without a number is about, for its anchor.
_BARE_KEYS = {
    "เฉพาะกาล": "transitory",
    "โทษ": "penalties",
    "ทั่วไป": "general",
    "เบ็ดเตล็ด": "miscellaneous",
    "เบ็ดเสร็จ": "miscellaneous",
    "นิยาม": "definitions",
    "วิเคราะห์": "definitions",
    "เบื้องต้น": "preliminary",
}
_LETTERS_IN_ORDER = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"


class Builder:
    """A tree and the place in it where the next line goes."""

    def __init__(self) -> None:
        self.root = Node("chapter", "")
        self.chapters: list[Node] = []
        self.section: Node | None = None
        self._paragraph: Node | None = None
        self._items: list[tuple[str, Node]] = []
        self._heading_lines = 0

    @property
    def here(self) -> Node:
        """The innermost open chapter, or the root."""
        return self.chapters[-1] if self.chapters else self.root

    @property
    def heading_open(self) -> bool:
        """Whether a chapter has just been opened that may still get (more of) its heading."""
        return self._heading_lines > 0

    def open_zone(self, zone: Node, inside: Node | None = None) -> None:
        """Opens a part of the file that is no chapter of the law: a code, an annex, another Act."""
        self.close_to(inside)
        self._open(zone)
        self._heading_lines = 0

    def close_to(self, chapter: Node | None) -> None:
        """Closes every chapter inside the given one; None closes them all."""
        while self.chapters and self.chapters[-1] is not chapter:
            self.chapters.pop()
        self._end_section()
        self._heading_lines = 0

    def add_chapter(self, mark: Mark, rank: int | None = None, key: str = "") -> None:
        """Opens a chapter, closing those of its rank and below; a zone stays open around it."""
        if not mark.number and self.heading_open:
            self.add_text(mark.rest)
            return
        word = mark.word.removesuffix("ที่")
        own_rank = RANKS.get(word, 0) if rank is None else rank
        while self.chapters and self.chapters[-1].rank >= own_rank:
            self.chapters.pop()
        self._end_section()
        name = key or (LETTERS[word] + number_key(mark.number) if word else _bare_key(mark.rest))
        number = f"{mark.word} {mark.number}".strip()
        self._open(Node("chapter", name, number, mark.rest, rank=own_rank))
        self._heading_lines = 0 if mark.rest else _HEADING_LINES

    def add_section(self, mark: Mark, key: str) -> None:
        """Opens a section; an item that stands in its first line becomes its first item."""
        self._end_section()
        self._heading_lines = 0
        item = read_item(mark.rest)
        text = "" if item else mark.rest
        node = Node("section", key, mark.number, text=text)
        self.here.children.append(node)
        self.section = self._paragraph = node
        if item:
            self.add_item(item)

    def add_item(self, mark: Mark) -> None:
        """Adds an item below the paragraph, or below the item whose marks are of another style."""
        self._heading_lines = 0
        style = _style(mark.number, self._items)
        while self._items and (
            any(open_style == style for open_style, _ in self._items)
            or len(self._items) >= _DEEPEST_ITEM
        ):
            self._items.pop()
        home = self._items[-1][1] if self._items else self._paragraph or self.here
        place = home.next_place("item")
        node = Node("item", f"i{_item_key(mark.number) or place}", mark.number, text=mark.rest)
        home.children.append(node)
        self._items.append((style, node))

    def add_text(self, line: str) -> None:
        """Adds a paragraph, or a line of the heading of a chapter that has just been opened."""
        if self._heading_lines and len(line) <= _LONGEST_HEADING_LINE:
            chapter = self.chapters[-1]
            chapter.heading = f"{chapter.heading} {line}".strip()
            self._heading_lines -= 1
            return
        self._heading_lines = 0
        home = self.section or self.here
        # A section's own text is its first paragraph (วรรคหนึ่ง).
        place = home.next_place("paragraph", 2 if self.section else 1)
        self._paragraph = Node("paragraph", f"p{place}", text=line)
        home.children.append(self._paragraph)
        self._items = []

    def add_closing(self, line: str) -> None:
        """Adds a line of a law's closing: its date, its countersignature."""
        place = self.root.next_place("closing")
        self.root.children.append(Node("paragraph", f"end{place}", text=line))

    def add_table(self, rows: list[tuple[str, ...]]) -> None:
        """Adds a table to the section or chapter that is open."""
        self._heading_lines = 0
        home = self.section or self.here
        home.children.append(Node("table", f"t{home.next_place('table')}", rows=rows))
        self._paragraph = None if self.section is None else self.section
        self._items = []

    def _open(self, node: Node) -> None:
        self.here.children.append(node)
        self.chapters.append(node)
        self._end_section()

    def _end_section(self) -> None:
        self.section = self._paragraph = None
        self._items = []


def _bare_key(heading: str) -> str:
    return next((key for part, key in _BARE_KEYS.items() if part in heading), "heading")


def _style(number: str, open_items: list[tuple[str, Node]]) -> str:
    """Items of one list share a style: (1) and (2 ทวิ), (ก) and (ข), (a) and (b), (i) and (ii)."""
    bare = re.sub(r"(?<=[0-9])(?:/[0-9]+)?(?:\s?[ก-๎]+)?(?=\))", "", number)
    # After (h) comes the letter (i); anywhere else (i) is the number one.
    lettered = any(node.number in ("(h)", "(u)", "(w)") for _, node in open_items[-1:])
    if re.fullmatch(r"\([ivx]+\)", bare) and not lettered:
        return "(i)"
    return re.sub(r"[a-zA-Z]+", "a", re.sub(r"[0-9]+", "1", re.sub(r"[ก-ฮ]", "ก", bare)))


def _item_key(number: str) -> str:
    letter = number.strip("().")
    if letter in _LETTERS_IN_ORDER and len(letter) == 1:
        return str(_LETTERS_IN_ORDER.index(letter) + 1)
    return number_key(number)
