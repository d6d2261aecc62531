"""The catalogue of audio books."""

from flask import render_template

from webapp.documents import service as documents
from webapp.listening import service
from webapp.listening.routes.blueprint import bp
from webapp.shared.pagination import Page, page_number

PER_PAGE = 25


@bp.get("/audio-books")
def list_audio_books() -> str:
    number = page_number()
    found, total = service.audio_books(number, PER_PAGE)
    books = []
    for form in found:
        version = documents.version_by_id(form.version_id)
        books.append((documents.document_by_id(version.document_id), form))
    page = Page(books, number, PER_PAGE, total)
    return render_template("listening/list_audio_books.html", page=page)
