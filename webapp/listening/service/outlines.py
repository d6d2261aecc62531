"""The text that a form is made from: a version, or what it changed in an older one."""

from thai_text.outline import Document as Outline
from webapp.documents import service as documents
from webapp.listening.models.forms import DocumentForm


def outline_of(form: DocumentForm) -> Outline:
    """The outline of a form's text. Raises `documents.DocumentNotFound`, also where withdrawn."""
    version = documents.version_by_id(form.version_id)
    documents.document_by_id(version.document_id)
    return documents.outline_of(version)
