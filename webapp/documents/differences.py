"""A comparison as its page shows it: in pages, with the words that tell what happened."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from thai_text.compare import (
    Change,
    Comparison,
    Kind,
    Marking,
    Run,
    RunKind,
    anchored,
    is_changed,
    lines,
    mark_words,
)
from webapp.documents.rules import PART_SIZE

KIND_WORDS = {
    Kind.SAME: _l("the same"),
    Kind.CHANGED: _l("changed"),
    Kind.ADDED: _l("added"),
    Kind.REMOVED: _l("removed"),
    Kind.REPEALED: _l("repealed"),
    Kind.MOVED: _l("moved"),
}


@dataclass(frozen=True)
class Difference:
    """One section on the page: its anchor, what became of it, the page on which it stands."""

    anchor: str
    change: Change
    page: int

    @property
    def name(self) -> str:
        """What the section is called; empty for the title, which the page names itself."""
        return "" if self.change.entry.kind == "title" else self.change.entry.name

    @property
    def heading_line(self) -> list[Run]:
        """The heading with what changed in it; empty where it stayed."""
        runs = list(self.change.heading_runs)
        in_both = self.change.old and self.change.new
        return runs if in_both and is_changed(runs) else []

    def lines(self, marking: Marking) -> list[list[Run]]:
        """The paragraphs that are shown."""
        if marking is Marking.SUMMARY:
            return []
        if self.change.kind is Kind.MOVED and marking is not Marking.ALL:
            return []
        found = lines(self.change.runs)
        return found if marking is Marking.ALL else [line for line in found if is_changed(line)]


def differences(comparison: Comparison, marking: Marking) -> list[Difference]:
    """What is told of a comparison, in reading order, with the page that each comes to stand on."""
    told = comparison.changes if marking is Marking.ALL else comparison.different
    found = []
    page, size = 1, 0
    for anchor, change in anchored(told):
        length = 0 if marking is Marking.SUMMARY else _size(change)
        if size and size + length > PART_SIZE:
            page, size = page + 1, 0
        size += length
        found.append(Difference(f"c-{anchor}", change, page))
    return found


def _size(change: Change) -> int:
    return max(len(change.old.text) if change.old else 0, len(change.new.text) if change.new else 0)


def marks(lang: str, marking: Marking) -> dict[RunKind, tuple[str, str]]:
    """What is said before and behind words that were added or removed, by kind of run."""
    full = marking is Marking.ALL
    return {kind: mark_words(kind, lang, full) for kind in (RunKind.ADDED, RunKind.REMOVED)}


def say_counts(comparison: Comparison) -> list[str]:
    """What differs in sentences, in the language in force."""
    counts = comparison.counts
    law = comparison.is_of_law
    told = [
        words
        for number, words in (
            (counts.added, _added(counts.added, law)),
            (counts.changed, _changed(counts.changed, law)),
            (counts.removed, _removed(counts.removed, law)),
            (counts.repealed, _repealed(counts.repealed, law)),
            (counts.moved, _moved(counts.moved, law)),
            (counts.same, _same(counts.same, law)),
        )
        if number
    ]
    elsewhere = len(comparison.different) - counts.different
    if elsewhere:
        told.append(_elsewhere(elsewhere))
    return told


def _added(number: int, law: bool) -> str:
    if law:
        return ngettext("%(num)d section added", "%(num)d sections added", number)
    return ngettext("%(num)d part added", "%(num)d parts added", number)


def _changed(number: int, law: bool) -> str:
    if law:
        return ngettext("%(num)d section changed", "%(num)d sections changed", number)
    return ngettext("%(num)d part changed", "%(num)d parts changed", number)


def _removed(number: int, law: bool) -> str:
    if law:
        return ngettext("%(num)d section removed", "%(num)d sections removed", number)
    return ngettext("%(num)d part removed", "%(num)d parts removed", number)


def _repealed(number: int, law: bool) -> str:
    if law:
        return ngettext("%(num)d section repealed", "%(num)d sections repealed", number)
    return ngettext("%(num)d part repealed", "%(num)d parts repealed", number)


def _moved(number: int, law: bool) -> str:
    if law:
        return ngettext(
            "%(num)d section moved or renumbered", "%(num)d sections moved or renumbered", number
        )
    return ngettext("%(num)d part moved", "%(num)d parts moved", number)


def _same(number: int, law: bool) -> str:
    if law:
        return ngettext("%(num)d section unchanged", "%(num)d sections unchanged", number)
    return ngettext("%(num)d part unchanged", "%(num)d parts unchanged", number)


def _elsewhere(number: int) -> str:
    return ngettext(
        "outside the sections, %(num)d place differs",
        "outside the sections, %(num)d places differ",
        number,
    )


def on_page(found: Iterable[Difference], page: int) -> list[Difference]:
    """The differences that stand on one page."""
    return [difference for difference in found if difference.page == page]
