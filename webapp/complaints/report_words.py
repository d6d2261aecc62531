"""The quarterly report in words, in both languages: what is frozen, and how it is read again."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from thai_text.outline import Document
from thai_text.outline.tree import Block
from webapp.complaints import figure_notes, figure_words, report_parts
from webapp.complaints.models import QuarterlyReport
from webapp.complaints.report_parts import FrozenRow
from webapp.complaints.rules.figures import Register, Scope
from webapp.complaints.service import figures, reports
from webapp.shared import dates
from webapp.shared.figures import Part, as_blocks
from webapp.shared.languages import LANGUAGES
from webapp.shared.quarters import Quarter

VERSION = 1
# What a report tells beside the figures, under its name in the frozen content.
_BESIDE: Mapping[str, tuple[Callable[[Quarter, Register], dict[str, Any]], Register]] = {
    "closing": (report_parts.closing_counts, Register.OFFICE),
    "repeats": (report_parts.repeat_counts, Register.OFFICE),
    "petitions_closing": (report_parts.closing_counts, Register.PETITIONS),
    "petitions_repeats": (report_parts.repeat_counts, Register.PETITIONS),
}


@dataclass(frozen=True)
class Words:
    """A report in one language: what stands above, its parts, what stands below."""

    title: str
    intro: Sequence[str]
    texts: Sequence[tuple[str, str]]
    parts: Sequence[Part]
    notes: Sequence[str]


def content_of(report: QuarterlyReport) -> dict[str, object]:
    """All that a report says, from the public figures of its quarter, ready to be frozen."""
    counted = figures.complaint_figures(Scope.PUBLIC, report.period)
    old = reports.report_by_id(report.replaces_id) if report.replaces_id else None
    beside = _beside(report, _content(old) if old else None)
    return {
        "version": VERSION,
        "report": report.id,
        "quarter": report.period.key,
        "issued_at": report.issued_at.isoformat() if report.issued_at else None,
        "sent_at": report.sent_at.isoformat() if report.sent_at else None,
        "considered_on": report.considered_on.isoformat() if report.considered_on else None,
        "replaces": {"report": old.id, "sha256": old.digest} if old else None,
        "tallies": [list(row) for row in figures.list_tallies(Scope.PUBLIC, report.period)],
        **beside,
        **{language: _words(report, counted, beside, language) for language in LANGUAGES},
    }


def _beside(report: QuarterlyReport, old: Mapping[str, Any] | None) -> dict[str, dict[str, Any]]:
    """What is counted beside the figures, petitions apart.

    What a corrected report told stands: it was counted when nothing could follow, and counted anew
    it might differ by one person. What it did not tell is not told.
    """
    if old is not None:
        return {name: old.get(name, {}) for name in _BESIDE}
    return {name: counts(report.period, register) for name, (counts, register) in _BESIDE.items()}


def draft_words(report: QuarterlyReport, language: str) -> Words:
    """A report that is not issued, as it would be now."""
    return read_words(content_of(report), language)


def frozen_words(report: QuarterlyReport, language: str) -> Words:
    """An issued report, from nothing but what was frozen."""
    return read_words(_content(report), language)


def _content(report: QuarterlyReport) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(report.content or "{}")
    return content


def read_words(content: Mapping[str, Any], language: str) -> Words:
    """One language of a report's content."""
    told = content[language]
    parts = [
        Part(
            part["id"],
            part["title"],
            part["sentence"],
            part["head"],
            [FrozenRow(row[0], tuple(row[1:-1]), row[-1]) for row in part["rows"]],
        )
        for part in told["parts"]
    ]
    texts = [(text[0], text[1]) for text in told["texts"]]
    return Words(told["title"], told["intro"], texts, parts, told["notes"])


def as_document(words: Words, digest: str, language: str) -> Document:
    """A report as an outline, from which its tagged PDF is made."""
    blocks = [Block(f"intro-{n}", "paragraph", text=text) for n, text in enumerate(words.intro)]
    for number, (heading, text) in enumerate(words.texts):
        inside = tuple(
            Block(f"text-{number}-{n}", "paragraph", text=line)
            for n, line in enumerate(line for line in text.splitlines() if line.strip())
        )
        blocks.append(Block(f"text-{number}", "chapter", heading=heading, blocks=inside))
    notes = [Block(f"note-{n}", "paragraph", text=note) for n, note in enumerate(words.notes)]
    notes.append(Block("digest", "paragraph", text=f"SHA-256: {digest}"))
    with force_locale(language):
        heading = _("How this is computed")
    below = Block("notes", "chapter", heading=heading, blocks=tuple(notes))
    return Document(
        title=words.title, lang=language, blocks=(*blocks, *as_blocks(words.parts), below)
    )


def _words(
    report: QuarterlyReport,
    counted: figures.ComplaintFigures,
    beside: Mapping[str, dict[str, Any]],
    language: str,
) -> dict[str, object]:
    apart = Register.PETITIONS
    with force_locale(language):
        texts = [
            [_("Causes, and what the office makes of the figures"), report.analysis],
            [_("What was changed"), report.changes],
            [_("What the sub-committee said"), report.remarks],
        ]
        parts = [
            *figure_words.parts(counted),
            report_parts.causes_part(report.period, beside["repeats"]),
            *report_parts.closing_parts(beside["closing"]),
            report_parts.causes_part(report.period, beside["petitions_repeats"], apart),
            *report_parts.closing_parts(beside["petitions_closing"], apart),
        ]
        return {
            "title": _("Report on messages from citizens, %(quarter)s",
                       quarter=dates.quarter(report.period)),
            "intro": _intro(report),
            "texts": [text for text in texts if text[1]],
            "parts": [
                {
                    "id": part.id,
                    "title": part.title,
                    "sentence": part.sentence,
                    "head": list(part.head),
                    "rows": [[*row.cells(), row.shown] for row in part.rows],
                }
                for part in parts
            ],
            "notes": [figure_notes.how_computed(), figure_notes.how_hidden()],
        }  # fmt: skip


def _intro(report: QuarterlyReport) -> list[str]:
    """To whom, by whom, when."""
    period = report.period
    said = [
        _("To the Secretary-General of the Senate, through the category 3 sub-committee."),
        _("On messages received from %(first)s to %(last)s.",
          first=dates.day(period.first_day), last=dates.day(period.last_day)),
    ]  # fmt: skip
    if report.considered_on:
        said.append(
            _("The sub-committee dealt with it on %(day)s.", day=dates.day(report.considered_on))
        )
    if report.issued_at:
        said.append(_("Issued on %(day)s.", day=dates.day(report.issued_at)))
    if report.replaces_id:
        said.append(
            _("It corrects report %(number)s, which stays as it is.", number=report.replaces_id)
        )
    return said
