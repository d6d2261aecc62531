"""Writes down what a reader finds: headings, paragraphs, items and rows, in Markdown's manner."""

from __future__ import annotations


class Writing:
    """A text under way. Items and rows that follow each other are lines without a blank between."""

    def __init__(self) -> None:
        self._blocks: list[tuple[str, str]] = []
        self._open: list[str] = []

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
            self._blocks.append(("heading", f"{'#' * level} {found}"))

    def paragraph(self, words: str) -> None:
        """Add a whole paragraph."""
        if self._open:
            self.end()
        if found := _one_line(words):
            self._blocks.append(("paragraph", found))

    def item(self, mark: str, words: str, depth: int = 0) -> None:
        """Add an item of a list; `mark` as it stands there ("-", "1.", "(๑)")."""
        self.end()
        if found := _one_line(words):
            self._blocks.append(("item", f"{'  ' * min(depth, 5)}{mark} {found}"))

    def row(self, cells: list[str]) -> None:
        """Add a row of a table."""
        self.end()
        found = [_one_line(cell).replace("|", "/") for cell in cells]
        if any(found):
            self._blocks.append(("row", f"| {' | '.join(found)} |"))

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
