"""Forms with files, which may say what is asked in sound, picture or sign language."""

from collections.abc import Collection, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, TextAreaField
from wtforms.validators import ValidationError

from webapp.shared.uploads import wording
from webapp.shared.uploads.checking import (
    MAX_RECORDED,
    FileRefused,
    Sized,
    Upload,
    check_files,
    is_said,
    says_something,
)
from webapp.shared.uploads.errors import FileHarmful
from webapp.shared.written import Shorter

MAX_TRANSCRIPT = 20_000


class FormWithFiles(FlaskForm):
    """What every form with a field `attachments` does with it."""

    uploads: Sequence[Upload] = ()
    # Files that are there already and go along: of a draft.
    beside: Sequence[Sized] = ()

    def validate_attachments(self, field: Field) -> None:
        files = [(file.filename or "", file.read(MAX_RECORDED + 1)) for file in field.data or []]
        try:
            self.uploads = check_files(files, self.beside)
        except FileRefused as refusal:
            raise ValidationError(wording.fault(refusal)) from refusal

    def validate(self, extra_validators: Any = None) -> bool:
        if super().validate(extra_validators):
            return True
        self.ask_for_files_again()
        return False

    def is_right(self, names: Collection[str]) -> bool:
        """Whether these fields are right; what is wrong with others is left for another page."""
        super().validate()
        for field in self:
            if field.name not in names:
                field.errors = []
        if not self.errors:
            return True
        self.ask_for_files_again()
        return False

    def turn_away(self, refusal: FileHarmful) -> None:
        """Say why a file cannot be kept; the others are to be chosen again beside another one."""
        self["attachments"].errors = [wording.turned_away(refusal)]

    def ask_for_files_again(self) -> None:
        """Say that files are to be chosen again: no browser sends them a second time by itself."""
        field = self["attachments"]
        names = [file.filename for file in field.data or [] if file.filename]
        if names and not field.errors:
            field.errors = [
                _(
                    "Choose your files again (%(names)s): they were not kept.",
                    names=", ".join(names),
                )
            ]


class TranscriptForm(FlaskForm):
    """What a sound, a picture or a film says, as an officer writes it down."""

    text = TextAreaField(_l("Transcript"), [Shorter(MAX_TRANSCRIPT)])


def says_without_words(form: FlaskForm) -> bool:
    """Whether a sound, a film or a picture came with a form; each is read again afterwards."""
    if isinstance(form, FormWithFiles) and any(is_said(kind) for kind, _size in form.beside):
        return True
    chosen = form["attachments"].data if "attachments" in form else None
    for file in chosen or []:
        content = file.read(MAX_RECORDED + 1) if file.filename else b""
        if file.filename:
            file.seek(0)
        if says_something(content):
            return True
    return False
