"""Public lists: the audio books, and what is ready and missing of every document."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, not_, or_, select

from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.forms import FormState
from webapp.listening.rules.kinds import FormKind, usual_variant
from webapp.listening.rules.shelf import (
    LENGTHS,
    MADE_AT_ONCE,
    MOST_CHARACTERS_AT_ONCE,
    Length,
    Reader,
    Standing,
    standing,
)
from webapp.listening.service.possible import is_possible
from webapp.listening.service.registry import Form, default_voice, is_old
from webapp.shared import clock
from webapp.shared.settings import settings

_BATCH = 500
# Counting the forms of twenty thousand documents takes half a second of a processor.
_COUNT_AGAIN_AFTER = timedelta(minutes=1)
_MANY_DOCUMENTS = 1000


@dataclass(frozen=True)
class ShelfFilter:
    """Which documents the list of forms shows; empty fields ask for nothing."""

    words: str = ""
    document_kind: documents.DocumentKind | None = None
    form_kind: FormKind | None = None
    standing: Standing | None = None


@dataclass(frozen=True)
class BookFilter:
    """Which audio books the catalogue shows; empty fields ask for nothing."""

    document_kind: documents.DocumentKind | None = None
    reader: Reader | None = None
    length: Length | None = None


@dataclass(frozen=True)
class Shelf:
    """One document of a list, with the standing and the row (where there is one) of each form."""

    document_id: int
    version_id: int
    number: int
    title: str
    lang: str
    kind: documents.DocumentKind
    dated: date | None
    forms: dict[FormKind, tuple[Standing, DocumentForm | None]]

    @property
    def public_id(self) -> str:
        return f"d-{self.document_id}"

    def kinds(self, *wanted: Standing) -> list[FormKind]:
        """The kinds of form that stand so."""
        return [kind for kind, (how, _row) in self.forms.items() if how in wanted]


def as_form(shelf: Shelf, kind: FormKind) -> Form:
    """One form of a shelf's document, in its usual variant."""
    how, row = shelf.forms[FormKind(kind)]
    variant = usual_variant(FormKind(kind), default_voice())
    if row is None or how is not Standing.READY:
        state = row.state if row else None
        return Form(FormKind(kind), variant, state, at_once=how is Standing.AT_ONCE)
    sizes = (row.bytes, row.seconds, row.narrated_seconds, row.spoken_by)
    return Form(row.kind, variant, row.state, *sizes, old=is_old(row))


@dataclass(frozen=True)
class Counts:
    """How many documents there are, and of each kind of form how many stand how."""

    documents: int
    by_kind: dict[FormKind, Counter[Standing]] = field(default_factory=dict)


def list_shelves(wanted: ShelfFilter, page: int, per_page: int) -> tuple[list[Shelf], int]:
    """One page of the documents with their forms, newest first, and how many there are."""
    query, shown = _shelf_query(wanted)
    total = (
        db.session.scalar(query.with_only_columns(func.count(shown.c.version_id)).order_by(None))
        or 0
    )
    newest = query.order_by(shown.c.dated.desc(), shown.c.document_id.desc())
    rows = db.session.execute(newest.limit(per_page).offset((page - 1) * per_page)).all()
    return _shelves(rows), total


def iter_shelves(wanted: ShelfFilter) -> Iterator[Shelf]:
    """Every document of the list with its forms, in the order of ids, a batch at a time."""
    query, shown = _shelf_query(wanted)
    last = 0
    while True:
        batch = query.where(shown.c.document_id > last).order_by(shown.c.document_id).limit(_BATCH)
        rows = db.session.execute(batch).all()
        if not rows:
            return
        yield from _shelves(rows)
        last = rows[-1].document_id
        db.session.expunge_all()


def _shelf_query(wanted: ShelfFilter) -> tuple[Select[Any], Any]:
    shown = documents.shown_versions(newest_only=True)
    query = select(shown)
    if wanted.words:
        query = query.where(shown.c.title.contains(wanted.words, autoescape=True))
    if wanted.document_kind is not None:
        query = query.where(shown.c.kind == wanted.document_kind)
    if wanted.standing is not None:
        kinds = [wanted.form_kind] if wanted.form_kind else list(FormKind)
        query = query.where(_stands(shown, kinds, wanted.standing))
    return query, shown


def _stands(shown: Any, kinds: Sequence[FormKind], how: Standing) -> ColumnElement[bool]:
    """That at least one form of these kinds stands so."""
    late = [kind for kind in kinds if kind not in MADE_AT_ONCE and is_possible(kind)]
    quick = [kind for kind in kinds if kind in MADE_AT_ONCE]
    is_long = shown.c.characters > MOST_CHARACTERS_AT_ONCE
    settled = or_(DocumentForm.key.is_not(None), DocumentForm.state == FormState.FAILED)
    waits = and_(DocumentForm.state == FormState.WAITING, DocumentForm.key.is_(None))
    if how is Standing.READY:
        return _row_exists(shown, kinds, DocumentForm.key.is_not(None))
    if how is Standing.FAILED:
        failed = DocumentForm.state == FormState.FAILED
        not_here = [kind for kind in kinds if not is_possible(kind)]
        return or_(
            _row_exists(shown, kinds, failed, DocumentForm.key.is_(None)),
            _lacks(shown, not_here, DocumentForm.key.is_not(None)),
        )
    if how is Standing.AT_ONCE:
        # One that waits is made as soon as somebody opens it, too.
        return and_(not_(is_long), _lacks(shown, quick, settled))
    if how is Standing.MAKING:
        return or_(_row_exists(shown, late, waits), and_(is_long, _row_exists(shown, quick, waits)))
    known = or_(settled, waits)
    return or_(_lacks(shown, late, known), and_(is_long, _lacks(shown, quick, known)))


def _lacks(
    shown: Any, kinds: Sequence[FormKind], having: ColumnElement[bool]
) -> ColumnElement[bool]:
    """That of at least one of these kinds there is no row of which `having` is true."""
    rows = (
        select(func.count(func.distinct(DocumentForm.kind)))
        .where(DocumentForm.version_id == shown.c.version_id, DocumentForm.standard)
        .where(DocumentForm.kind.in_(kinds), having)
        .scalar_subquery()
    )
    return rows < len(kinds)


def _row_exists(
    shown: Any, kinds: Sequence[FormKind], *conditions: ColumnElement[bool]
) -> ColumnElement[bool]:
    return exists().where(
        DocumentForm.version_id == shown.c.version_id,
        DocumentForm.standard,
        DocumentForm.kind.in_(kinds),
        *conditions,
    )


def _shelves(rows: Sequence[Row[Any]]) -> list[Shelf]:
    kept = db.session.scalars(
        select(DocumentForm).where(
            DocumentForm.version_id.in_([row.version_id for row in rows]), DocumentForm.standard
        )
    )
    by_version: dict[int, dict[FormKind, DocumentForm]] = {}
    for form in kept:
        by_version.setdefault(form.version_id, {})[form.kind] = form
    return [_shelf(row, by_version.get(row.version_id, {})) for row in rows]


def _shelf(row: Row[Any], kept: dict[FormKind, DocumentForm]) -> Shelf:
    forms = {
        kind: (_standing_of(kind, kept.get(kind), row.characters), kept.get(kind))
        for kind in FormKind
    }
    return Shelf(
        row.document_id,
        row.version_id,
        row.number,
        row.title,
        row.lang,
        row.kind,
        row.dated,
        forms,
    )


def _standing_of(kind: FormKind, form: DocumentForm | None, characters: int) -> Standing:
    has_file = form is not None and form.key is not None
    return _standing(kind, form.state if form else None, has_file, characters)


def _standing(kind: FormKind, state: FormState | None, has_file: bool, characters: int) -> Standing:
    """As by the rule, but what this machine cannot make failed, tried or not."""
    if not has_file and not is_possible(kind):
        return Standing.FAILED
    return standing(kind, state, has_file, characters)


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
    # Of the length of a text only counts whether its quick forms are made while one waits.
    is_long = shown.c.characters > MOST_CHARACTERS_AT_ONCE
    length = case((is_long, MOST_CHARACTERS_AT_ONCE + 1), else_=MOST_CHARACTERS_AT_ONCE)
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
        by_kind[kind][_standing(kind, state, bool(kept), characters)] += count
        without[kind][characters] -= count
    for kind, left in without.items():
        for characters, count in left.items():
            by_kind[kind][_standing(kind, None, False, characters)] += count
    return Counts(sum(totals.values()), by_kind)


def audio_books(wanted: BookFilter, page: int, per_page: int) -> tuple[list[Shelf], int]:
    """One page of the documents whose sound is ready, the newest sound first, and their number."""
    shown = documents.shown_versions(newest_only=True)
    query = (
        select(shown)
        .join(DocumentForm, DocumentForm.version_id == shown.c.version_id)
        .where(
            DocumentForm.standard,
            DocumentForm.kind == FormKind.MP3,
            DocumentForm.key.is_not(None),
        )
    )
    if wanted.document_kind is not None:
        query = query.where(shown.c.kind == wanted.document_kind)
    if wanted.reader is not None:
        narrated = DocumentForm.narrated_seconds > 0
        query = query.where(narrated if wanted.reader is Reader.PERSON else not_(narrated))
    if wanted.length is not None:
        shortest, longest = LENGTHS[wanted.length]
        query = query.where(DocumentForm.seconds >= shortest, DocumentForm.seconds < longest)
    total = db.session.scalar(query.with_only_columns(func.count())) or 0
    newest = query.order_by(DocumentForm.made_at.desc(), DocumentForm.id.desc())
    rows = db.session.execute(newest.limit(per_page).offset((page - 1) * per_page)).all()
    return _shelves(rows), total
