"""Opening a form's file; what takes a second is made at that moment."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from webapp.documents import service as documents
from webapp.listening.rules.kinds import FormKind, Variant, is_offered
from webapp.listening.rules.shelf import MADE_AT_ONCE
from webapp.listening.service.making import make_now
from webapp.listening.service.registry import FormNotOffered, FormNotReady, ready_row, request_form

# A longer text takes longer than a page may: it goes into the queue.
MOST_CHARACTERS_AT_ONCE = 150_000


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
    """The file of a form; braille and text are made now where they are not there.

    Raises `FormNotReady`, and `FormNotOffered` for a variant that there is not.
    """
    if not is_offered(kind, variant, compared_with is not None):
        raise FormNotOffered(f"{kind} {variant}")
    try:
        row, path = ready_row(version, kind, variant, compared_with)
    except FormNotReady:
        if kind not in MADE_AT_ONCE:
            raise
        request_form(version, kind, variant, compared_with)
        if version.characters <= MOST_CHARACTERS_AT_ONCE:
            make_now(version, kind, variant, compared_with)
        row, path = ready_row(version, kind, variant, compared_with)
    return OpenForm(path, str(row.key), row.made_at)
