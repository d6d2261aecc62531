"""Reads the lines of a Thai law into a tree, knowing which part of the file it is in."""

from __future__ import annotations

import re

from thai_text.outline import instruments
from thai_text.outline.anchors import number_key
from thai_text.outline.builder import Builder
from thai_text.outline.footnotes import take_marks
from thai_text.outline.lines import Mark, read_thai
from thai_text.outline.node import Node
from thai_text.outline.rows import is_rule, read_row
from thai_text.outline.tree import THAI_DIGITS

_ZONE_RANK = -1
_LAST_MARK = re.compile(r"\[[0-9๐-๙]{1,4}\]\Z")
_CLOSING_LINES = 5
_CODE_OPENS_WITHIN = 5


class LawReader:
    """One reading of a law's lines.

    `part` is where the reading is: the law itself, a code that it enacts, its closing, the
    contents of a code, an annex, a note of the reason, or another Act that is appended.
    """

    def __init__(self, body: list[str], notes: dict[str, str]) -> None:
        self.builder = Builder()
        self.code: Node | None = None
        self._body = body
        self._notes = notes
        self._noted: dict[str, str] = {}
        self._part = "law"
        self._last = 0
        self._last_in_annex = 0
        self._contents_of = ""
        self._rows: list[tuple[str, ...]] = []
        books = (place for place, line in enumerate(body) if line.startswith("บรรพ"))
        self._last_book = max(books, default=-1)
        first = (read_thai(take_marks(line, notes)[0]).kind for line in body)
        self._numbered_by = next((kind for kind in first if kind in ("section", "clause")), "")

    def read(self, start: int) -> None:
        """Reads every line from `start`, then the footnotes."""
        place = start
        while place < len(self._body):
            place += self._read_line(place)
        self._close_table()
        self._add_notes()

    def _read_line(self, place: int) -> int:
        """Reads a line, or the lines of a title, and says how many were read."""
        raw = self._body[place]
        row = read_row(raw)
        if row:
            self._rows.append(row)
            return 1
        self._close_table()
        line, marks = take_marks(" ".join(raw.split()), self._notes)
        if not line or instruments.is_ornament(line):
            return 1
        count = self._open_part(place, line, bool(_LAST_MARK.search(raw)))
        if not count:
            self._place(self._accept(read_thai(line)), line)
        for mark in marks:
            self._noted.setdefault(mark, self._where())
        return count or 1

    def _open_part(self, place: int, line: str, marked: bool) -> int:
        """Opens another part of the file where a line begins one; the number of lines it took."""
        if self._part == "contents":
            return self._read_contents(line)
        if self._part != "closing" and not instruments.may_open_part(line):
            return 0
        if instruments.is_contents(line):
            self._open("contents", Node("chapter", "contents", heading=line, rank=_ZONE_RANK))
            self._contents_of = self._body[place + 1] if place + 1 < len(self._body) else ""
            return 1
        if self._begins_code(place, line):
            return self._open_code(line)
        if self.code and place < self._last_book and instruments.is_bare_title(line):
            return self._open_enacting(place)
        if instruments.is_reason(line) and self._part != "act":
            node = Node("chapter", "reason", heading="หมายเหตุ", rank=_ZONE_RANK, zone="reason")
            self._open("reason", node)
            self.builder.add_text(instruments.reason_text(line))
            return 1
        return self._open_appended(line, marked)

    def _open_appended(self, line: str, marked: bool) -> int:
        if not self._last:
            return 0
        if instruments.is_appended(line, marked) and (marked or self._part not in ("law", "code")):
            name = f"a{self.builder.root.next_place('act')}"
            self._open("act", Node("chapter", name, heading=line, rank=_ZONE_RANK, zone=name))
            return 1
        if self._part == "law" and instruments.is_signature(line):
            self.builder.close_to(None)
            self._part = "closing"
        if self._part in ("closing", "annex") and self._begins_annex(line):
            name = f"annex{self.builder.root.next_place('annex')}"
            self._open("annex", Node("chapter", name, heading=line, rank=_ZONE_RANK, zone=name))
            self._last_in_annex = 0
            return 1
        return 0

    def _begins_annex(self, line: str) -> bool:
        if self._part == "annex":
            return instruments.is_annex(line, first=False)
        too_long = self.builder.root.counts.get("closing", 0) >= _CLOSING_LINES
        plain = read_thai(line).kind == "text" and not instruments.is_signature(line)
        return plain and (too_long or instruments.is_annex(line, first=True))

    def _read_contents(self, line: str) -> int:
        if line == self._contents_of and self.builder.here.children:
            return self._open_code(line)
        if read_thai(line).kind == "section":
            self._part = "law"
            self.builder.close_to(None)
            return 0
        self.builder.add_text(line)
        return 1

    def _begins_code(self, place: int, line: str) -> bool:
        if self.code or not self._last or not instruments.is_code(line):
            return False
        ahead = self._body[place + 1 : place + 1 + _CODE_OPENS_WITHIN * 2]
        marks = (read_thai(take_marks(below, self._notes)[0]) for below in ahead)
        return any(mark.kind == "section" and mark.number == "1" for mark in marks)

    def _open_code(self, line: str) -> int:
        self.code = Node("chapter", "code", heading=line, rank=_ZONE_RANK, unnamed=True)
        self._open("code", self.code)
        self._last = 0
        return 1

    def _open_enacting(self, place: int) -> int:
        """An Act or Decree that enacts a later book of a code, standing before that book."""
        count = instruments.title_lines(self._body, place)
        if count:
            lines = [take_marks(line, self._notes)[0] for line in self._body[place : place + count]]
            name = f"e{self.builder.root.next_place('enacting', 2)}"
            heading = instruments.join_title(lines)
            node = Node("chapter", name, heading=heading, rank=0, zone=name)
            self._part = "code"
            self.builder.open_zone(node, inside=self.code)
        return count

    def _open(self, part: str, node: Node) -> None:
        self._part = part
        self.builder.open_zone(node)

    def _accept(self, mark: Mark) -> Mark:
        """The mark as it counts in this part of the file."""
        if mark.kind == "clause":
            own = self._part in ("law", "code") and self._numbered_by == "section"
            return Mark("item" if own else "section", mark.rest, mark.number, mark.word)
        if mark.kind != "section" or self._is_head(mark):
            return mark
        return Mark("text", mark.rest)

    def _is_head(self, mark: Mark) -> bool:
        """Whether a line that begins with a section's number is its head, not a reference."""
        number = int(mark.number.split("/")[0].split()[0])
        if self._part in ("annex", "reason", "closing"):
            # A list of fees names sections; a treaty or a code below the law numbers from 1.
            if number != 1 and number != self._last_in_annex + 1:
                return False
            self._last_in_annex = number
            return True
        reference = number < self._last and mark.rest.startswith("(") and "ยกเลิก" not in mark.rest
        if not reference:
            self._last = max(number, self._last)
        return not reference

    def _place(self, mark: Mark, line: str) -> None:
        if mark.kind == "chapter":
            if mark.word == "บรรพ" and self.code and self._part == "act":
                self._part = "code"
                self.builder.close_to(self.code)
            self.builder.add_chapter(mark)
        elif mark.kind == "section":
            letter = "k" if mark.word == "ข้อ" else "s"
            self.builder.add_section(mark, letter + number_key(mark.number.removeprefix("ข้อ")))
        elif mark.kind == "item":
            self.builder.add_item(mark)
        elif self._part == "closing":
            self.builder.add_closing(line)
        else:
            self.builder.add_text(line)

    def _close_table(self) -> None:
        if len(self._rows) > 1:
            self.builder.add_table([row for row in self._rows if not is_rule(row)])
        for row in self._rows if len(self._rows) == 1 else []:
            self.builder.add_text(" ".join(cell for cell in row if cell))
        self._rows = []

    def _where(self) -> str:
        """The section or chapter in which a footnote's mark stands, as a reader calls it."""
        section = self.builder.section
        if section:
            number = section.number.translate(THAI_DIGITS)
            return number if number.startswith("ข้อ") else f"มาตรา {number}"
        here = self.builder.here
        return here.number.translate(THAI_DIGITS) or here.heading

    def _add_notes(self) -> None:
        if not self._notes:
            return
        node = Node("chapter", "footnotes", heading="เชิงอรรถ", rank=_ZONE_RANK, unnamed=True)
        self._open("footnotes", node)
        for number, text in self._notes.items():
            where = self._noted.get(number, "")
            heading = "" if text.startswith(where) else where
            key = f"fn{number_key(number)}"
            node.children.append(Node("item", key, f"[{number}]", heading, text))
