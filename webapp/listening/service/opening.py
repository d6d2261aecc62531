"""Opening a form's file; what takes a second is made at that moment."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from webapp.documents import service as documents
from webapp.listening.rules.forms import FormState, Urgency
from webapp.listening.rules.kinds import FormKind, Variant, is_offered
from webapp.listening.service.making import make_now
from webapp.listening.service.possible import is_possible
from webapp.listening.service.queue import is_stand_in
from webapp.listening.service.registry import (
    FormNotOffered,
    FormNotReady,
    file_of,
    is_old,
    made_at_once,
    ready_row,
    request_form,
    row_of,
)


@dataclass(frozen=True)
class OpenForm:
    """A file that is whole: where it is, its key, which names its content, when it was made,
    and whether a person is heard in it, who may take the consent back."""

    path: Path
    key: str
    made_at: datetime | None
    # Whether it is from before the last change of what makes it; it is made anew then.
    old: bool = False
    by_people: bool = False
    # Whether another voice reads it for the one asked for, which is tried again.
    stand_in: bool = False

    @property
    def lasting(self) -> bool:
        """Whether no other file is to be given for it soon."""
        return not (self.old or self.by_people or self.stand_in)


def open_form(
    version: documents.DocumentVersion,
    kind: FormKind,
    variant: Variant,
    compared_with: documents.DocumentVersion | None = None,
) -> OpenForm:
    """The file of a form. Braille and text that are not too long are made now where they are not
    there, or were made with another recipe than today's. What takes longer is made when somebody
    asks for it; an old file of it, or one that another voice reads for the one asked for, is given
    until the new one is there, which is asked for by this.

    Raises `FormNotReady`, and `FormNotOffered` for a variant that there is not.
    """
    if not is_offered(kind, variant, compared_with is not None):
        raise FormNotOffered(f"{kind} {variant}")
    if made_at_once(version, kind, compared_with):
        return _made_today(version, kind, variant, compared_with)
    row, path = ready_row(version, kind, variant, compared_with)
    old, stand_in = is_old(row), is_stand_in(row)
    if (old or stand_in) and row.state is FormState.READY and is_possible(kind):
        # Its visitor has something to go on with meanwhile.
        request_form(version, kind, variant, compared_with, Urgency.NEW)
    return OpenForm(path, str(row.key), row.made_at, old, row.narrated_seconds > 0, stand_in)


def _made_today(
    version: documents.DocumentVersion,
    kind: FormKind,
    variant: Variant,
    compared_with: documents.DocumentVersion | None,
) -> OpenForm:
    row = row_of(version, kind, variant, compared_with)
    if row is None or file_of(row) is None or is_old(row):
        request_form(version, kind, variant, compared_with)
        make_now(version, kind, variant, compared_with)
    row, path = ready_row(version, kind, variant, compared_with)
    if is_old(row):
        raise FormNotReady
    return OpenForm(path, str(row.key), row.made_at)
