"""Public lists: the audio books, and what is ready and missing of every document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, not_, or_, select, tuple_

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
)
from webapp.listening.service.possible import is_possible, standing_here
from webapp.listening.service.registry import Form, default_voice, is_old

_BATCH = 500


@dataclass(frozen=True)
class ShelfFilter:
    """What the list of forms shows; empty fields ask for nothing.

    Which documents, with `all_versions` each of their versions and else the newest; `form_kind` and
    `standing` also say which of their forms.
    """

    words: str = ""
    document_kind: documents.DocumentKind | None = None
    form_kind: FormKind | None = None
    standing: Standing | None = None
    all_versions: bool = False


@dataclass(frozen=True)
class BookFilter:
    """Which audio books the catalogue shows; empty fields ask for nothing."""

    document_kind: documents.DocumentKind | None = None
    reader: Reader | None = None
    length: Length | None = None


@dataclass(frozen=True)
class Shelf:
    """One version of a document in a list, with the standing and the row (where there is one) of
    each form that the list shows."""

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


def list_shelves(wanted: ShelfFilter, page: int, per_page: int) -> tuple[list[Shelf], int]:
    """One page of the versions with their forms, newest first, and how many there are."""
    query, shown = shelf_query(wanted)
    total = (
        db.session.scalar(query.with_only_columns(func.count(shown.c.version_id)).order_by(None))
        or 0
    )
    newest = query.order_by(shown.c.dated.desc(), shown.c.document_id.desc(), shown.c.number.desc())
    rows = db.session.execute(newest.limit(per_page).offset((page - 1) * per_page)).all()
    return _shelves(rows, wanted), total


def iter_shelves(wanted: ShelfFilter) -> Iterator[Shelf]:
    """Every version of the list with its forms, document by document, a batch at a time."""
    query, shown = shelf_query(wanted)
    place = tuple_(shown.c.document_id, shown.c.number)
    last = (0, 0)
    while True:
        batch = query.where(place > tuple_(*last)).order_by(shown.c.document_id, shown.c.number)
        rows = db.session.execute(batch.limit(_BATCH)).all()
        if not rows:
            return
        yield from _shelves(rows, wanted)
        last = rows[-1].document_id, rows[-1].number
        db.session.expunge_all()


def shelf_query(wanted: ShelfFilter) -> tuple[Select[Any], Any]:
    """The versions that a filter asks for, and the table that they stand in."""
    shown = documents.shown_versions(newest_only=not wanted.all_versions)
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


def _shelves(rows: Sequence[Row[Any]], wanted: ShelfFilter | None = None) -> list[Shelf]:
    kept = db.session.scalars(
        select(DocumentForm).where(
            DocumentForm.version_id.in_([row.version_id for row in rows]), DocumentForm.standard
        )
    )
    by_version: dict[int, dict[FormKind, DocumentForm]] = {}
    for form in kept:
        by_version.setdefault(form.version_id, {})[form.kind] = form
    wanted = wanted or ShelfFilter()
    return [_shelf(row, by_version.get(row.version_id, {}), wanted) for row in rows]


def _shelf(row: Row[Any], kept: dict[FormKind, DocumentForm], wanted: ShelfFilter) -> Shelf:
    forms = {}
    for kind in [wanted.form_kind] if wanted.form_kind else list(FormKind):
        form = kept.get(kind)
        has_file = form is not None and form.key is not None
        how = standing_here(kind, form.state if form else None, has_file, row.characters)
        if wanted.standing in (None, how):
            forms[kind] = how, form
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
