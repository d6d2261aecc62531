"""A passage as markup, every sentence with an id, and when each is said.

The markup is both XHTML 1.0 (DAISY) and the XML form of HTML (EPUB).
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup, escape

from audio.anchors import element_id
from audio.book.languages import marked
from audio.script import Line, Passage, Unit
from audio.tracks import Said, Track

_TABLE = {"th": "ตาราง", "en": "Table"}
_READ_BY_PEOPLE = {"th": "ตอนนี้อ่านโดยคน", "en": "This part is read by a person."}


@dataclass(frozen=True)
class Sync:
    """The element `id` is said in the track numbered `track` (from 1) from `start` to `end`."""

    id: str
    track: int
    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True)
class Place:
    """A heading on a page: its element, its words, its level from 1 to 6, and what is said below.

    `syncs` are in order and leave out nothing of the passage's tracks.
    """

    id: str
    title: str
    level: int
    syncs: tuple[Sync, ...]

    @property
    def seconds(self) -> float:
        """How long the passage plays."""
        return sum(sync.seconds for sync in self.syncs)


class PassageWriter:
    """Writes the markup of one passage."""

    def __init__(
        self,
        passage: Passage,
        level: int,
        lang: str,
        tracks: Sequence[tuple[int, Track]],
    ) -> None:
        """Write `passage` in `lang` under a heading of `level`, said in these numbered tracks."""
        self._passage = passage
        self._level = level
        self._lang = lang
        self._tracks = tracks
        self._waiting: dict[tuple[str, int], deque[tuple[Said, Sync]]] = defaultdict(deque)
        for number, track in self._tracks:
            for said, sync in _clips(number, track):
                self._waiting[said.block, said.row].append((said, sync))
        self._counts: dict[str, int] = defaultdict(int)
        self._syncs: list[Sync] = []

    def written(self) -> tuple[Place, Markup]:
        """Return where it stands and its markup."""
        passage = self._passage
        head, *rest = passage.units
        lines = head.lines
        if not (lines and lines[0].heading):
            lines = [Line(passage.id, passage.title, heading=True), *lines]
        heading = self._words(lines[0])
        body = Markup("\n").join(self._head_body(head, lines[1:]) + self._nested(_tree(rest)))
        anchor = element_id(passage.id)
        markup = Markup('<div class="passage">\n<h{0} id="{1}">{2}</h{0}>\n{3}\n</div>\n').format(
            self._level, anchor, heading, body
        )
        syncs = self._complete(anchor)
        return Place(anchor, passage.title, self._level, tuple(syncs)), markup

    def _complete(self, heading_id: str) -> list[Sync]:
        """The sentences' times, so that together they leave out nothing of the tracks.

        A reading by people whose sentences are not those in print is said with the heading.
        """
        complete: list[Sync] = []
        for number, track in self._tracks:
            own = [sync for sync in self._syncs if sync.track == number]
            own = own or [Sync(heading_id, number, 0.0, track.seconds)]
            starts = [0.0, *(sync.start for sync in own[1:])]
            ends = [*starts[1:], round(track.seconds, 3)]
            complete += [
                replace(sync, start=start, end=end)
                for sync, start, end in zip(own, starts, ends, strict=True)
            ]
        return complete

    def _head_body(self, head: Unit, lines: Sequence[Line]) -> list[Markup]:
        parts = []
        if any(track.narrated for _, track in self._tracks):
            note = _READ_BY_PEOPLE.get(self._lang, _READ_BY_PEOPLE["en"])
            parts.append(Markup('<p class="reader">{}</p>').format(note))
        parts += [Markup("<p>{}</p>").format(self._words(line)) for line in lines if not line.row]
        if head.block.rows:
            parts.append(self._table(Unit(head.block, 0, list(lines)), caption=None))
        return parts

    def _nested(self, nodes: list["_Node"]) -> list[Markup]:
        parts: list[Markup] = []
        items: list[Markup] = []
        for node in nodes:
            if node.unit.block.kind == "item":
                items.append(self._item(node))
                continue
            parts += _listed(items)
            items = []
            parts += self._own(node.unit) + self._nested(node.below)
        return parts + _listed(items)

    def _item(self, node: "_Node") -> Markup:
        lines = [line for line in node.unit.lines if not line.row]
        inside = [self._words(line) for line in lines]
        if node.unit.block.rows:
            inside.append(self._table(node.unit, caption=None))
        inside += self._nested(node.below)
        anchor = element_id(node.unit.block.id)
        return Markup('<li id="{}">{}</li>').format(anchor, Markup("\n").join(inside))

    def _own(self, unit: Unit) -> list[Markup]:
        anchor = element_id(unit.block.id)
        words = [self._words(line) for line in unit.lines if not line.row]
        if unit.block.rows:
            caption = words[0] if words else escape(_TABLE.get(self._lang, _TABLE["en"]))
            return [self._table(unit, caption=caption)]
        return [Markup('<p id="{}">{}</p>').format(anchor, one) for one in words]

    def _table(self, unit: Unit, caption: Markup | None) -> Markup:
        heads, *rows = unit.block.rows
        width = max(len(row) for row in unit.block.rows)
        anchor = element_id(unit.block.id)
        markup = Markup('<table id="{}">').format(anchor if caption is not None else f"{anchor}_t")
        if caption is not None:
            markup += Markup("<caption>{}</caption>").format(caption)
        if rows:
            cells = Markup().join(
                Markup('<th scope="col">{}</th>').format(marked(cell, self._lang)) for cell in heads
            )
            cells += Markup("<td></td>") * (width - len(heads))
            markup += Markup("<thead><tr>{}</tr></thead>").format(cells)
        body = Markup("\n").join(
            self._row(unit.block.id, number, row, width)
            for number, row in enumerate(rows or [heads], 2 if rows else 1)
        )
        return markup + Markup("<tbody>{}</tbody></table>").format(body)

    def _row(self, block: str, number: int, row: Sequence[str], width: int) -> Markup:
        anchor = f"{element_id(block)}_r{number}"
        said = self._waiting[block, number]
        attribute = Markup()
        if said:
            self._syncs.append(replace(said.popleft()[1], id=anchor))
            attribute = Markup(' id="{}"').format(anchor)
        cells = Markup().join(
            Markup("<td>{}</td>").format(marked(cell, self._lang)) for cell in row
        )
        return Markup("<tr{}>{}</tr>").format(
            attribute, cells + Markup("<td></td>") * (width - len(row))
        )

    def _words(self, line: Line) -> Markup:
        """A line's words, those of each sentence in an element of its own."""
        markup = Markup()
        waiting = self._waiting[line.block, 0]
        done = 0
        while waiting:
            said, sync = waiting[0]
            found = line.text.find(said.text, done)
            if found < 0 or not said.text:
                break
            waiting.popleft()
            self._counts[line.block] += 1
            anchor = f"{element_id(line.block)}_{self._counts[line.block]}"
            self._syncs.append(replace(sync, id=anchor))
            markup += marked(line.text[done:found], self._lang)
            words = marked(said.text, self._lang)
            markup += Markup('<span class="sentence" id="{}">{}</span>').format(anchor, words)
            done = found + len(said.text)
        return markup + marked(line.text[done:], self._lang)


def _clips(number: int, track: Track) -> Iterator[tuple[Said, Sync]]:
    for said in track.said:
        yield said, Sync("", number, said.start, said.end)


@dataclass
class _Node:
    unit: Unit
    below: list["_Node"] = field(default_factory=list)


def _tree(units: Iterable[Unit]) -> list[_Node]:
    """A passage's blocks as they hold each other."""
    top: list[_Node] = []
    path: list[_Node] = []
    for unit in units:
        node = _Node(unit)
        while path and path[-1].unit.depth >= unit.depth:
            path.pop()
        (path[-1].below if path else top).append(node)
        path.append(node)
    return top


def _listed(items: list[Markup]) -> list[Markup]:
    return (
        [Markup('<ul class="items">\n{}\n</ul>').format(Markup("\n").join(items))] if items else []
    )
