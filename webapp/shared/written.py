"""What a person writes into a field: that it is there, and not too long; what was typed stays."""

from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.validators import ValidationError


def length(text: str) -> int:
    """The number of characters as the writer counts them: a new line is one, not two."""
    return len(text.replace("\r\n", "\n"))


class NotEmpty:
    """Something is to be written; `asked` says what, where the field's own name does not."""

    def __init__(self, asked: Any = None) -> None:
        self.asked = asked

    def __call__(self, form: FlaskForm, field: Field) -> None:
        if (field.data or "").strip():
            return
        named = _("Write something under “%(field)s”.", field=str(field.label.text))
        raise ValidationError(str(self.asked or named))


class Shorter:
    """A text may have so many characters at most."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, form: FlaskForm, field: Field) -> None:
        if length((field.data or "").strip()) > self.most:
            raise ValidationError(
                _("Make this shorter: %(most)s characters at most.", most=f"{self.most:,}")
            )
