"""Opening a form's file; what takes a second is made at that moment."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from webapp.documents import service as documents
from webapp.listening.rules.kinds import FormKind, Variant, is_offered
from webapp.listening.service.making import make_now
from webapp.listening.service.registry import (
    FormNotOffered,
    FormNotReady,
    made_at_once,
    ready_row,
    request_form,
)


@dataclass(frozen=True)
class OpenForm:
    """A file that is whole: where it is, its key, which names its content, and when it was made."""

    path: Path
    key: str
    made_at: datetime | None


def open_form(
    version: documents.DocumentVersion,
    kind: FormKind,
    variant: Variant,
    compared_with: documents.DocumentVersion | None = None,
) -> OpenForm:
    """The file of a form; braille and text that are not too long are made now where they are not
    there, what takes longer is made when somebody asks for it.

    Raises `FormNotReady`, and `FormNotOffered` for a variant that there is not.
    """
    if not is_offered(kind, variant, compared_with is not None):
        raise FormNotOffered(f"{kind} {variant}")
    try:
        row, path = ready_row(version, kind, variant, compared_with)
    except FormNotReady:
        if not made_at_once(version, kind, compared_with):
            raise
        request_form(version, kind, variant, compared_with)
        make_now(version, kind, variant, compared_with)
        row, path = ready_row(version, kind, variant, compared_with)
    return OpenForm(path, str(row.key), row.made_at)
