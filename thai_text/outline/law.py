"""Plain text of a law into the blocks of a Document: one pass over its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thai_text.outline.anchors import Anchors, number_key
from thai_text.outline.document import Document
from thai_text.outline.lines import LETTERS, RANKS, Mark, read_thai
from thai_text.outline.tree import Block


@dataclass
class Node:
    """A block in the making; its anchor is given when the tree is complete."""

    kind: str
    key: str
    number: str = ""
    heading: str = ""
    text: str = ""
    rank: int = -1
    children: list[Node] = field(default_factory=list)


def parse(text: str, title: str = "", lang: str = "th") -> Document:
    """A law's plain text, a line a paragraph, as a Document of chapters, sections and items."""
    builder = _Builder()
    for line in text.splitlines():
        stripped = " ".join(line.split())
        if stripped:
            builder.add(read_thai(stripped))
    anchors = Anchors()
    return Document(title, lang, tuple(_freeze(node, "", anchors) for node in builder.top))


class _Builder:
    def __init__(self) -> None:
        self.top: list[Node] = []
        self._chapters: list[Node] = []
        self._section: Node | None = None
        self._paragraph: Node | None = None
        self._items: list[tuple[str, Node]] = []
        self._heading_open = False

    def add(self, mark: Mark) -> None:
        """Puts one line into the tree."""
        if mark.kind == "chapter":
            self._add_chapter(mark)
        elif mark.kind == "section":
            self._add_section(mark)
        elif mark.kind == "item":
            self._add_item(mark)
        else:
            self._add_text(mark.rest)

    def _add_chapter(self, mark: Mark) -> None:
        if not mark.number and self._heading_open:
            self._add_text(mark.rest)
            return
        word = mark.word.removesuffix("ที่")
        rank = RANKS.get(word, 0)
        while self._chapters and self._chapters[-1].rank >= rank:
            self._chapters.pop()
        key = LETTERS[word] + number_key(mark.number) if word else "c0"
        node = Node("chapter", key, f"{mark.word} {mark.number}".strip(), mark.rest, rank=rank)
        self._here().append(node)
        self._chapters.append(node)
        self._section = self._paragraph = None
        self._items = []
        self._heading_open = not mark.rest

    def _add_section(self, mark: Mark) -> None:
        node = Node("section", "s" + number_key(mark.number), mark.number, text=mark.rest)
        self._here().append(node)
        self._section = self._paragraph = node
        self._items = []
        self._heading_open = False

    def _add_item(self, mark: Mark) -> None:
        style = re.sub(r"[0-9]+", "1", re.sub(r"[ก-ฮ]", "ก", mark.number))
        while self._items and style in {s for s, _ in self._items}:
            self._items.pop()
        if self._items:
            home = self._items[-1][1].children
        else:
            home = self._paragraph.children if self._paragraph else self._here()
        key = number_key(mark.number) or str(1 + sum(n.kind == "item" for n in home))
        node = Node("item", f"i{key}", mark.number, text=mark.rest)
        home.append(node)
        self._items.append((style, node))
        self._heading_open = False

    def _add_text(self, line: str) -> None:
        if self._heading_open:
            self._chapters[-1].heading = line
            self._heading_open = False
            return
        home = self._section.children if self._section else self._here()
        first = 1 if self._section else 0
        place = 1 + first + sum(node.kind == "paragraph" for node in home)
        node = Node("paragraph", f"p{place}", text=line)
        home.append(node)
        self._paragraph = node
        self._items = []

    def _here(self) -> list[Node]:
        return self._chapters[-1].children if self._chapters else self.top


def _freeze(node: Node, above: str, anchors: Anchors) -> Block:
    outer = above if node.kind != "section" else ""
    anchor = anchors.take(f"{outer}-{node.key}" if outer else node.key)
    below = tuple(_freeze(child, anchor, anchors) for child in node.children)
    return Block(anchor, node.kind, node.number, node.heading, node.text, (), below)
