"""The text that a form is made from: a version, or what it changed in an older one."""

from thai_text.compare import Marking
from thai_text.outline import Document as Outline
from webapp.documents import service as documents
from webapp.listening.models.forms import DocumentForm


def outline_of(form: DocumentForm) -> Outline:
    """The outline of a form's text. Raises `documents.DocumentNotFound`, also where withdrawn."""
    for version_id in filter(None, (form.version_id, form.compared_with_id)):
        documents.document_by_id(documents.version_by_id(version_id).document_id)
    return kept_outline_of(form)


def kept_outline_of(form: DocumentForm) -> Outline:
    """The same, also of a withdrawn document."""
    version = documents.version_by_id(form.version_id)
    if form.compared_with_id is None:
        return documents.outline_of(version)
    older = documents.version_by_id(form.compared_with_id)
    told = Marking(form.told or Marking.CHANGES)
    return documents.comparison_outline(version, older, told)
