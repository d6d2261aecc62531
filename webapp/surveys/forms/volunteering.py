"""What people fill in who let themselves be asked."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, Field, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from webapp.shared.email_address import is_email
from webapp.surveys import wording


class VolunteerForm(FlaskForm):
    """An e-mail address, and the group that a person belongs to."""

    email = EmailField(_l("Your e-mail address"))
    segment = RadioField(_l("Which group do you belong to?"), validate_choice=False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.segment.choices = [
            *(SelectChoice(key, said) for key, said in wording.segments().items()),
            SelectChoice("", _("I would rather not say")),
        ]

    def validate_email(self, field: Field) -> None:
        if not is_email((field.data or "").strip()):
            raise ValidationError(_("Write your e-mail address like name@example.org."))

    @property
    def said_segment(self) -> str | None:
        """The group, where one was chosen."""
        return self.segment.data if self.segment.data in wording.segments() else None
