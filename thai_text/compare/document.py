"""A comparison as a Document, so that it is heard, felt and printed like any other text."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from thai_text.compare import words
from thai_text.compare.comparison import Change, Comparison, Kind
from thai_text.compare.runs import Run, RunKind
from thai_text.outline import Block, Document

Line = list[Run]


class Marking(StrEnum):
    """How much of a comparison is told.

    ALL: the whole text, each change opened and closed in full. CHANGES: only the paragraphs that
    changed, with short marks. SUMMARY: what changed where, without the words.
    """

    ALL = "all"
    CHANGES = "changes"
    SUMMARY = "summary"


def comparison_document(comparison: Comparison, marking: Marking) -> Document:
    """The comparison as an outline that reads well aloud and in braille.

    Its words are of the text's language; the blocks' ids are the sections' anchors.
    """
    lang = words.known(comparison.lang)
    blocks = [_summary(comparison, lang)]
    told = comparison.changes if marking is Marking.ALL else comparison.different
    if marking is Marking.SUMMARY:
        listed = [words.headline(change, lang) for change in told]
        blocks.append(_section("changes", words.SUMMARY[lang], listed))
    else:
        full = marking is Marking.ALL
        blocks += [
            _section(anchor, words.headline(change, lang), _paragraphs(change, lang, full))
            for anchor, change in anchored(told)
        ]
    return Document(words.TITLE[lang].format(title=comparison.title), lang, tuple(blocks))


def anchored(changes: Iterable[Change]) -> Iterator[tuple[str, Change]]:
    """Changes with an anchor each, once in a comparison; that of a gone section is marked."""
    seen: set[str] = set()
    for change in changes:
        anchor = change.entry.anchor + ("" if change.new else "-removed")
        name, times = anchor, 1
        while name in seen:
            times += 1
            name = f"{anchor}-x{times}"
        seen.add(name)
        yield name, change


def lines(runs: Iterable[Run]) -> list[Line]:
    """Runs cut at the ends of lines; a line without words is left out."""
    found: list[Line] = [[]]
    for kind, text in runs:
        first, *rest = text.split("\n")
        found[-1].append(Run(kind, first))
        found += [[Run(kind, part)] for part in rest]
    stripped = ([run for run in line if run.text] for line in found)
    return [line for line in stripped if line]


def is_changed(line: Line) -> bool:
    """Whether any word of a line was added or removed."""
    return any(run.kind is not RunKind.SAME for run in line)


def _summary(comparison: Comparison, lang: str) -> Block:
    told = words.summary_sentences(comparison)
    if comparison.old_name and comparison.new_name:
        names = {"old": comparison.old_name, "new": comparison.new_name}
        told.insert(0, words.BETWEEN[lang].format(**names))
    return _section("summary", words.SUMMARY[lang], told)


def _section(anchor: str, heading: str, paragraphs: Iterable[str]) -> Block:
    blocks = tuple(
        Block(f"{anchor}-c{place}", "paragraph", text=text)
        for place, text in enumerate(paragraphs, 1)
    )
    return Block(f"c-{anchor}", "section", heading=heading, blocks=blocks)


def _paragraphs(change: Change, lang: str, full: bool) -> Iterator[str]:
    if change.is_renumbered and change.old:
        yield words.RENUMBERED[lang].format(old=change.old.label)
    if change.is_divided_anew:
        yield words.DIVIDED[lang]
    if change.kind is Kind.MOVED and not full:
        return
    # The heading of a section that is in one of them alone was said already.
    if change.old and change.new and is_changed(list(change.heading_runs)):
        yield marked(list(change.heading_runs), lang, full)
    for line in lines(change.runs):
        if full or is_changed(line):
            yield marked(line, lang, full)


def marked(line: Line, lang: str, full: bool) -> str:
    """A line with its marks in words: "เพิ่ม … จบส่วนที่เพิ่ม", shortly "เพิ่ม … จบ"."""
    said = []
    for kind, text in line:
        if kind is RunKind.SAME:
            said.append(text.strip())
            continue
        opened, closed = words.mark_words(kind, lang, full)
        said.append(f"{opened} {text.strip()} {closed}")
    return " ".join(part for part in said if part)
