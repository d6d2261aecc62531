"""The catalogue of audio books, and the public list of what is ready and what is missing."""

import csv
import io
import json
from collections.abc import Iterator

from flask import current_app, render_template, request, stream_with_context
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.documents import service as documents
from webapp.listening import service, wording
from webapp.listening.choices import key_of
from webapp.listening.forms import BookForm, ShelfForm
from webapp.listening.models.forms import DocumentForm
from webapp.listening.routes.blueprint import bp
from webapp.listening.rules.forms import Failure
from webapp.listening.rules.kinds import FILES, FormKind
from webapp.listening.rules.shelf import Length, Reader, Standing
from webapp.shared.pagination import Page, page_number

PER_PAGE = 25
COLUMNS = (
    "document", "version", "title", "language", "kind", "dated", "form", "standing", "bytes",
    "seconds", "narrated_seconds", "reason", "address",
)  # fmt: skip


@bp.get("/audio-books")
def list_audio_books() -> str:
    form = BookForm(request.args)
    form.document.choices = _document_kinds()
    form.reader.choices = [("", _("Whoever reads")), *wording.READER_NAMES.items()]
    form.length.choices = [("", _("Any length")), *wording.LENGTH_NAMES.items()]
    wanted = service.BookFilter(
        document_kind=key_of(documents.DocumentKind, form.document.data),
        reader=key_of(Reader, form.reader.data),
        length=key_of(Length, form.length.data),
    )
    number = page_number()
    found, total = service.audio_books(wanted, number, PER_PAGE)
    return render_template(
        "listening/list_audio_books.html",
        form=form,
        filtered=wanted != service.BookFilter(),
        page=Page(found, number, PER_PAGE, total),
        as_form=service.as_form,
    )


def _document_kinds() -> list[tuple[str, object]]:
    kinds = documents.kinds_in_use()
    return [("", _("Every kind")), *((str(kind), documents.kind_name(kind)) for kind in kinds)]


@bp.get("/forms")
def list_forms() -> str:
    form, wanted = _shelf_filter()
    number = page_number()
    found, total = service.list_shelves(wanted, number, PER_PAGE)
    return render_template(
        "listening/list_forms.html",
        form=form,
        wanted=wanted,
        filtered=wanted != service.ShelfFilter(),
        asked={name: value for name, value in form.data.items() if value},
        how=_counted(wanted, total),
        page=Page(found, number, PER_PAGE, total),
        counts=service.count_forms() if wanted == service.ShelfFilter() else None,
        standings=wording.STANDING_NAMES,
        kinds=list(FormKind),
        not_here={k: Failure.PRINT for k in FormKind if not service.is_possible(k)},
    )


def _shelf_filter() -> tuple[ShelfForm, service.ShelfFilter]:
    form = ShelfForm(request.args)
    form.document.choices = _document_kinds()
    form.form.choices = [("", _("Every form")), *wording.KIND_NAMES.items()]
    form.standing.choices = [("", _("However it stands")), *wording.STANDING_NAMES.items()]
    form.versions.choices = [("", _("The newest of each document")), ("all", _("Every version"))]
    return form, service.ShelfFilter(
        words=(form.words.data or "").strip()[:200],
        document_kind=key_of(documents.DocumentKind, form.document.data),
        form_kind=key_of(FormKind, form.form.data),
        standing=key_of(Standing, form.standing.data),
        all_versions=form.versions.data == "all",
    )


def _counted(wanted: service.ShelfFilter, total: int) -> dict[Standing, int]:
    """How the form that alone is shown stands in the versions that were found."""
    if wanted.form_kind is None:
        return {}
    if wanted.standing is not None:
        return {wanted.standing: total}
    found = service.count_standings(wanted, wanted.form_kind)
    return {standing: found[standing] for standing in Standing if found[standing]}


@bp.get("/forms.csv")
def send_forms_csv() -> Response:
    """The list as a table, one line a form; spreadsheets read it by its byte order mark."""
    _form, wanted = _shelf_filter()

    def lines() -> Iterator[str]:
        line = io.StringIO()
        writer = csv.writer(line)
        writer.writerow(COLUMNS)
        yield "\ufeff"
        for shelf in service.iter_shelves(wanted):
            writer.writerows(row.values() for row in _rows(shelf, wanted.all_versions))
            yield line.getvalue()
            line.seek(0)
            line.truncate()
        yield line.getvalue()

    return _stream(lines(), "text/csv", "forms.csv")


@bp.get("/forms.json")
def send_forms_json() -> Response:
    """The list as JSON: one array, an object a form."""
    _form, wanted = _shelf_filter()

    def parts() -> Iterator[str]:
        before = "["
        for shelf in service.iter_shelves(wanted):
            for row in _rows(shelf, wanted.all_versions):
                yield before + json.dumps(row, ensure_ascii=False)
                before = ",\n"
        yield "]" if before != "[" else "[]"

    return _stream(parts(), "application/json", "forms.json")


def _stream(parts: Iterator[str], mimetype: str, name: str) -> Response:
    response = current_app.response_class(stream_with_context(parts), mimetype=mimetype)
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    response.headers["Cache-Control"] = "no-cache"
    return response


def _rows(shelf: service.Shelf, all_versions: bool) -> Iterator[dict[str, object]]:
    base = f"{current_app.extensions['settings'].BASE_URL}/documents/{shelf.public_id}"
    if all_versions:
        base += f"/v/{shelf.number}"
    for kind, (standing, row) in shelf.forms.items():
        kept = row is not None and row.key is not None
        values = (
            shelf.public_id,
            shelf.number,
            shelf.title,
            shelf.lang,
            shelf.kind,
            shelf.dated.isoformat() if shelf.dated else None,
            kind,
            standing,
            row.bytes if row and kept else None,
            round(row.seconds) if row and kept and row.seconds else None,
            round(row.narrated_seconds) if row and kept and row.seconds else None,
            _reason(standing, row),
            f"{base}/{FILES[kind].address}",
        )
        yield dict(zip(COLUMNS, values, strict=True))


def _reason(standing: Standing, row: DocumentForm | None) -> Failure | None:
    """Why a form could not be made; untried it failed where this machine cannot make its kind."""
    if standing is not Standing.FAILED:
        return row.failure if row else None
    return (row.failure if row else None) or Failure.PRINT
