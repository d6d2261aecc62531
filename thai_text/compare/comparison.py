"""Two versions of a document held against each other."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from thai_text.compare.entries import Entry, entries
from thai_text.compare.folding import say_the_same
from thai_text.compare.matching import matched
from thai_text.compare.order import in_order
from thai_text.compare.runs import Run, RunKind, runs
from thai_text.outline import Document


class Kind(StrEnum):
    """What became of a section; a moved one has its old words at another place or number, of a
    repealed one its number and a note alone are left, or the note at the first of a range."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    REPEALED = "repealed"
    MOVED = "moved"


@dataclass(frozen=True)
class Change:
    """One section in the old and in the new text; one of them is None where it is not in both."""

    kind: Kind
    old: Entry | None
    new: Entry | None

    @property
    def entry(self) -> Entry:
        """The section as it is now, or as it was where it was removed."""
        found = self.new or self.old
        if found is None:
            raise ValueError("A change is of a section in the old text, in the new one or in both.")
        return found

    @property
    def is_renumbered(self) -> bool:
        """Whether it has another label than before."""
        return bool(self.old and self.new and not say_the_same(self.old.label, self.new.label))

    @property
    def is_divided_anew(self) -> bool:
        """Whether its paragraphs alone begin and end elsewhere, every word being the same."""
        if self.kind is not Kind.CHANGED or not (self.old and self.new):
            return False
        before, after = self.old, self.new
        return before.words[0] == after.words[0] and say_the_same(before.text, after.text)

    @property
    def is_written_otherwise(self) -> bool:
        """Whether its words are the same, in other spaces or figures."""
        if not (self.old and self.new):
            return False
        before, after = self.old, self.new
        written = [(one.label, one.heading, one.text) for one in (before, after)]
        return before.words == after.words and written[0] != written[1]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The words of the section that stayed, were added, were removed; what stayed is in its
        newer writing."""
        if self.kind is Kind.SAME:
            return (Run(RunKind.SAME, self.entry.text),) if self.entry.text else ()
        return runs(self.old.text if self.old else "", self.new.text if self.new else "")

    @cached_property
    def heading_runs(self) -> tuple[Run, ...]:
        """The same for the words of its heading."""
        return runs(self.old.heading if self.old else "", self.new.heading if self.new else "")


@dataclass(frozen=True)
class Counts:
    """How many sections are the same, changed, added, removed, repealed, moved."""

    same: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0
    repealed: int = 0
    moved: int = 0

    @property
    def different(self) -> int:
        """How many are not the same."""
        return self.changed + self.added + self.removed + self.repealed + self.moved


@dataclass(frozen=True)
class Comparison:
    """What changed, in the order of the new text; what was removed stands where it stood.

    `old_name` and `new_name` say which versions these are; `lang` is the new text's language;
    `writing_differs` says that some of what is the same has other spaces or figures than before.
    """

    title: str
    lang: str
    changes: tuple[Change, ...]
    old_name: str = ""
    new_name: str = ""
    writing_differs: bool = False

    @property
    def is_of_law(self) -> bool:
        """Whether its numbered sections (มาตรา) are what is counted."""
        return any(change.entry.kind == "section" and change.entry.label for change in self.changes)

    @cached_property
    def counts(self) -> Counts:
        """The counts of the sections; in a text without numbered sections, of all its parts."""
        counted = (
            change.kind
            for change in self.changes
            if not self.is_of_law or (change.entry.kind == "section" and change.entry.label)
        )
        return Counts(**{str(kind): number for kind, number in Counter(counted).items()})

    @property
    def different(self) -> list[Change]:
        """Every change but the sections that stayed as they were."""
        return [change for change in self.changes if change.kind is not Kind.SAME]


def compare(old: Document, new: Document, old_name: str = "", new_name: str = "") -> Comparison:
    """Hold two documents against each other; spaces and the set of figures count for nothing.

    Sections are matched by text, by anchor and, where they got other numbers, by likeness. Words
    are compared only when the runs of a change are asked for. Titles are compared as a change
    of their own where they differ.
    """
    before, after = entries(old), entries(new)
    pairs = matched(before, after)
    kept_order = in_order([pair[0] for pair in pairs])
    by_new = {pair[1]: (pair[0], stays) for pair, stays in zip(pairs, kept_order, strict=True)}
    gone = _gone_before(before, after, pairs)
    changes: list[Change] = [*_title(old, new)]
    for place, entry in enumerate(after):
        changes += gone.pop(place, [])
        if place not in by_new:
            changes.append(Change(Kind.ADDED, None, entry))
            continue
        old_place, stays = by_new[place]
        changes.append(_change(before[old_place], entry, stays))
    changes += gone.pop(len(after), [])
    writing = old.title != new.title or any(change.is_written_otherwise for change in changes)
    title = new.title or old.title
    return Comparison(title, new.lang, tuple(changes), old_name, new_name, writing)


def _title(old: Document, new: Document) -> list[Change]:
    """The title as a change where it is another one."""
    if say_the_same(old.title, new.title):
        return []
    was = Entry("title", "title", "", "", old.title)
    return [Change(Kind.CHANGED, was, Entry("title", "title", "", "", new.title))]


def _change(old: Entry, new: Entry, stays: bool) -> Change:
    if new.is_repealed and not old.is_repealed:
        return Change(Kind.REPEALED, old, new)
    if old.words != new.words and not (new.is_repealed and old.is_repealed):
        return Change(Kind.CHANGED, old, new)
    if not stays or not say_the_same(old.label, new.label):
        return Change(Kind.MOVED, old, new)
    return Change(Kind.SAME, old, new)


def _gone_before(
    old: list[Entry], new: list[Entry], pairs: list[tuple[int, int]]
) -> dict[int, list[Change]]:
    """What became of the entries that are gone, by the place in the new text before which they
    stood; those of a range that one note names ("มาตรา ๒ ถึง มาตรา ๕ (ยกเลิก)") were repealed."""
    places = dict(pairs)
    anchors = {entry.anchor: place for place, entry in enumerate(old)}
    found: dict[int, list[Change]] = {}
    following, last_repealed = 0, -1
    for place, entry in enumerate(old):
        if place in places:
            following = places[place] + 1
            note = new[places[place]].last_repealed
            last_repealed = max(last_repealed, anchors.get(note, -1))
            continue
        is_repealed = place <= last_repealed and entry.kind == "section"
        kind = Kind.REPEALED if is_repealed else Kind.REMOVED
        found.setdefault(following, []).append(Change(kind, entry, None))
    return found
