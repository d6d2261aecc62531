"""Writes down what a reader finds: headings, paragraphs, items and rows, in Markdown's manner."""

from __future__ import annotations

import re

# Stands where a file hides words, until the pages are cut: a code that Unicode gives to no sign.
HIDDEN = "\ufdd0"
_HIDDEN_PLACE = re.compile(f"(?:(?<=\\s)|^){HIDDEN}+ ?|{HIDDEN}+", re.MULTILINE)


def without_hidden(text: str) -> tuple[str, bool]:
    """A text without the signs of hidden words, and whether there were any."""
    return _HIDDEN_PLACE.sub("", text), HIDDEN in text


def is_hidden_alone(words: str) -> bool:
    """Whether words are nothing but hidden ones."""
    return HIDDEN in words and not words.replace(HIDDEN, "").strip()


class Writing:
    """A text under way. Items and rows that follow each other are lines without a blank between.

    Words may hold `HIDDEN`; a block of nothing else is none, and its sign goes to the one before.
    """

    def __init__(self) -> None:
        self._blocks: list[tuple[str, str]] = []
        self._open: list[str] = []
        self._hidden = ""

    def add(self, words: str) -> None:
        """Add words to the open paragraph."""
        self._open.append(words)

    def end(self) -> None:
        """End the open paragraph."""
        words, self._open = "".join(self._open), []
        self.paragraph(words)

    def heading(self, level: int, words: str) -> None:
        """Add a heading of level 1 to 6."""
        self.end()
        if found := _one_line(words):
            self._write("heading", f"{'#' * level} ", found)

    def paragraph(self, words: str) -> None:
        """Add a whole paragraph."""
        if self._open:
            self.end()
        if found := _one_line(words):
            self._write("paragraph", "", found)

    def item(self, mark: str, words: str, depth: int = 0) -> None:
        """Add an item of a list; `mark` as it stands there ("-", "1.", "(๑)")."""
        self.end()
        if found := _one_line(words):
            self._write("item", f"{'  ' * min(depth, 5)}{mark} ", found)

    def row(self, cells: list[str]) -> None:
        """Add a row of a table."""
        self.end()
        found = [_one_line(cell).replace("|", "/") for cell in cells]
        if is_hidden_alone("".join(found)):
            self.hidden()
        elif any(found):
            self._write("row", "", f"| {' | '.join(found)} |")

    def hidden(self) -> None:
        """Tell that words are hidden here, of which no block is made."""
        self.end()
        if self._blocks:
            kind, words = self._blocks[-1]
            self._blocks[-1] = (kind, words + HIDDEN)
        else:
            self._hidden = HIDDEN

    def _write(self, kind: str, mark: str, words: str) -> None:
        if is_hidden_alone(words):
            self.hidden()
        else:
            self._blocks.append((kind, mark + words + self._hidden))
            self._hidden = ""

    def text(self) -> str:
        """All of it, with a blank line between paragraphs."""
        self.end()
        lines: list[str] = []
        before = ""
        for kind, words in self._blocks:
            if before and not (kind == before and kind in ("item", "row")):
                lines.append("")
            lines.append(words)
            before = kind
        return "\n".join(lines)


def _one_line(words: str) -> str:
    return " ".join(words.split())
