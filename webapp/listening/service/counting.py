"""How the forms of documents stand, counted."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, select

from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.kinds import FormKind
from webapp.listening.rules.shelf import MOST_CHARACTERS_AT_ONCE, Standing
from webapp.listening.service.lists import ShelfFilter, shelf_query
from webapp.listening.service.possible import standing_here
from webapp.shared import clock
from webapp.shared.settings import settings

# Counting the forms of twenty thousand documents takes half a second of a processor.
_COUNT_AGAIN_AFTER = timedelta(minutes=1)
_MANY_DOCUMENTS = 1000


@dataclass(frozen=True)
class Counts:
    """How many documents there are, and of each kind of form how many stand how."""

    documents: int
    by_kind: dict[FormKind, Counter[Standing]] = field(default_factory=dict)


# What this process counted last, by database.
_counted: dict[str, tuple[datetime, Counts]] = {}


def count_forms() -> Counts:
    """How many documents are shown, and how the forms of their newest versions stand.

    Where there are many documents, as it was counted within the last minute.
    """
    database = settings().database_url
    kept = _counted.get(database)
    if kept and clock.now() - kept[0] < _COUNT_AGAIN_AFTER:
        return kept[1]
    counts = _count_forms()
    if counts.documents > _MANY_DOCUMENTS:
        _counted[database] = (clock.now(), counts)
    return counts


def _count_forms() -> Counts:
    shown = documents.shown_versions(newest_only=True)
    length = _length(shown.c.characters)
    counted = db.session.execute(select(length, func.count()).group_by(length))
    totals: dict[int, int] = {row[0]: row[1] for row in counted}
    has_file = DocumentForm.key.is_not(None)
    rows = db.session.execute(
        select(DocumentForm.kind, DocumentForm.state, has_file, length, func.count())
        .join(shown, shown.c.version_id == DocumentForm.version_id)
        .where(DocumentForm.standard)
        .group_by(DocumentForm.kind, DocumentForm.state, has_file, length)
    )
    by_kind: dict[FormKind, Counter[Standing]] = {kind: Counter() for kind in FormKind}
    without = {kind: Counter(totals) for kind in FormKind}
    for kind, state, kept, characters, count in rows:
        by_kind[kind][standing_here(kind, state, bool(kept), characters)] += count
        without[kind][characters] -= count
    for kind, left in without.items():
        for characters, count in left.items():
            by_kind[kind][standing_here(kind, None, False, characters)] += count
    return Counts(sum(totals.values()), by_kind)


def count_standings(wanted: ShelfFilter, kind: FormKind) -> Counter[Standing]:
    """Of how many versions that a filter asks for a kind of form stands how."""
    query, shown = shelf_query(wanted)
    length = _length(shown.c.characters)
    has_file = DocumentForm.key.is_not(None)
    same = and_(
        DocumentForm.version_id == shown.c.version_id,
        DocumentForm.compared_with_id.is_(None),
        DocumentForm.standard,
        DocumentForm.kind == kind,
    )
    rows = db.session.execute(
        query.outerjoin(DocumentForm, same)
        .with_only_columns(DocumentForm.state, has_file, length, func.count())
        .group_by(DocumentForm.state, has_file, length)
    )
    found: Counter[Standing] = Counter()
    for state, kept, characters, count in rows:
        found[standing_here(kind, state, bool(kept), characters)] += count
    return found


def _length(characters: ColumnElement[int]) -> ColumnElement[int]:
    """Of the length of a text only counts whether its quick forms are made while one waits."""
    is_long = characters > MOST_CHARACTERS_AT_ONCE
    return case((is_long, MOST_CHARACTERS_AT_ONCE + 1), else_=MOST_CHARACTERS_AT_ONCE)
