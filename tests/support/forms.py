"""Forms of documents in tests: asked for as a visitor does, made as the worker does."""

from webapp.documents import service as documents
from webapp.documents.service import Document
from webapp.listening import service
from webapp.listening.service import FormKind, Variant
from webapp.shared import outbox


def make(document: Document, kind: FormKind, variant: Variant | None = None) -> None:
    """Ask for a form of the newest version and let the worker make it."""
    service.request_form(documents.get_version(document), kind, variant)
    outbox.drain()


def form(document: Document, kind: FormKind, variant: Variant | None = None) -> service.Form:
    """How a form of the newest version stands."""
    variant = variant or service.usual_variant(kind, service.default_voice())
    return service.form_of(documents.get_version(document), kind, variant)
