"""What the places of letters tell of a PDF's page: notes at its foot, and columns of a table."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

_SMALL = 0.92
_FEWEST_LINES = 3
# In widths of a letter: a gap that no space between words has.
_GAP = 1.5
_WIDTH = 0.5
# A number or a bullet and the text of its item are no columns.
_LONGEST_MARK = 6
_WIDEST_INDENT = 8
_SAME_LINE = _SAME_COLUMN = 2.0
_NOTE = re.compile(r"\s*[\[(]?([0-9๐-๙]{1,3})[\]).]?\s*[^\W\d_]{2}")
_LETTER = r"[^\W\d_ๆ]"
_MARKS_OF_THAI = "ัิ-ฺ็-๎"


class _Piece(NamedTuple):
    """Letters shown at once: where they begin (points from the left and the foot), and how many."""

    x: float
    y: float
    size: float
    letters: int
    text: str = ""


class Layout:
    """Collects the pieces of a page while pypdf reads it (`visitor_…` of `extract_text`)."""

    def __init__(self, wide_fonts: frozenset[str]) -> None:
        """`wide_fonts` are the names of the fonts that take two bytes for a letter."""
        self._wide_fonts = wide_fonts
        self._bytes = 1
        self._shown: list[_Piece] = []
        self._said: list[_Piece] = []
        self._size = 0.0

    def see_operand(self, name: bytes, operands: list, cm: list, tm: list) -> None:
        """Keep what an operator of the page shows and where; text is not decoded here."""
        if name == b"Tf":
            self._size = float(operands[1])
            self._bytes = 2 if operands[0] in self._wide_fonts else 1
        elif name in (b"Tj", b"TJ"):
            shown = operands[0] if name == b"TJ" else operands
            letters = sum(len(part) for part in shown if isinstance(part, (str, bytes)))
            if letters:
                self._shown.append(_piece(cm, tm, self._size, -(-letters // self._bytes)))

    def see_text(self, text: str, cm: list, tm: list, _font: object, size: float) -> None:
        """Keep a line, or a part of one, as it was decoded."""
        if text.strip():
            self._said.append(_piece(cm, tm, size, len(text.strip()), text))

    def has_columns(self) -> bool:
        """Whether in three lines or more a piece begins at one place, with a wide gap before it."""
        columns: defaultdict[int, set[int]] = defaultdict(set)
        for line in self._lines():
            for piece in _cells(line):
                columns[round(piece.x / _SAME_COLUMN)].add(round(piece.y))
        return any(
            len(lines | columns.get(place + 1, set())) >= _FEWEST_LINES
            for place, lines in columns.items()
        )

    def has_notes(self) -> bool:
        """Whether small lines at the foot begin with a number that is glued to a word above."""
        sizes: Counter[float] = Counter()
        for piece in self._said:
            sizes[round(piece.size, 1)] += piece.letters
        if not sizes:
            return False
        usual = sizes.most_common(1)[0][0]
        body = [piece for piece in self._said if piece.size > _SMALL * usual and piece.letters > 4]
        lowest = min((piece.y for piece in body), default=0.0)
        foot = [p for p in self._said if p.size <= _SMALL * usual and p.y < lowest]
        above = "".join(piece.text for piece in self._said if piece not in foot)
        return any(_is_marked(number, above) for number in _numbers(foot))

    def _lines(self) -> Iterator[list[_Piece]]:
        line: list[_Piece] = []
        for piece in sorted(self._shown, key=lambda piece: (-piece.y, piece.x)):
            if line and line[0].y - piece.y > _SAME_LINE:
                yield sorted(line)
                line = []
            line.append(piece)
        yield sorted(line)


def _piece(cm: list, tm: list, size: float, letters: int, text: str = "") -> _Piece:
    x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
    y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
    return _Piece(float(x), float(y), abs(float(size * tm[3] * cm[3])), letters, text)


def _cells(line: list[_Piece]) -> list[_Piece]:
    """The pieces of a line behind wide gaps; of two pieces, none behind a short mark."""
    found, before, widest = list[_Piece](), 0, 0.0
    end = line[0].x if line else 0.0
    for piece in line:
        if piece.x - end > _GAP * piece.size > 0:
            found.append(piece)
            widest = max(widest, (piece.x - end) / piece.size)
        if not found:
            before += piece.letters
        end = max(end, piece.x + _WIDTH * piece.size * piece.letters)
    is_item = len(found) == 1 and before <= _LONGEST_MARK and widest <= _WIDEST_INDENT
    return [] if is_item else found


def _numbers(foot: list[_Piece]) -> Iterator[str]:
    lines: list[str] = []
    for piece in foot:
        # A raised number and its note are two pieces.
        mark = bool(lines) and lines[-1].strip().isdigit()
        lines[len(lines) - mark :] = [lines[-1].strip() + " " + piece.text if mark else piece.text]
    for line in lines:
        if found := _NOTE.match(line):
            yield found[1]


def _is_marked(number: str, text: str) -> bool:
    glued = rf"(?:{_LETTER}|[{_MARKS_OF_THAI}.,)”])\n?{number}(?![0-9๐-๙.,/])"
    return bool(re.search(glued, text))
