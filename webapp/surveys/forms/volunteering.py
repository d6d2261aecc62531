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
from webapp.surveys.rules.questions import Segment


class VolunteerForm(FlaskForm):
    """An e-mail address, and the group that a person belongs to."""

    email = EmailField(_l("Your e-mail address"))
    segment = RadioField(_l("Which group do you belong to?"), validate_choice=False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.segment.choices = [
            *(SelectChoice(one.value, wording.SEGMENT[one]) for one in Segment),
            SelectChoice("", _("I would rather not say")),
        ]

    def validate_email(self, field: Field) -> None:
        if not is_email((field.data or "").strip()):
            raise ValidationError(_("Write your e-mail address like name@example.org."))

    @property
    def said_segment(self) -> Segment | None:
        """The group, where one was chosen."""
        return Segment(self.segment.data) if self.segment.data in list(Segment) else None
