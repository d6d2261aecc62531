"""What officers write down that a person says later, and when the office had it."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import MultipleFileField
from wtforms import BooleanField, Field, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, ValidationError

from webapp.complaints import desk_wording, wording
from webapp.complaints.forms.citizens import written
from webapp.complaints.forms.once import token_field
from webapp.complaints.rules.channels import BY_STAFF
from webapp.complaints.rules.wishes import Wish
from webapp.shared.clock import BANGKOK
from webapp.shared.day_field import DayField
from webapp.shared.uploads.form import FormWithFiles


def came_by(label: Any) -> RadioField:
    """How something came that an officer enters."""
    return RadioField(
        label,
        [AnyOf(list(BY_STAFF), _l("Choose how it came in."))],
        choices=[SelectChoice(way.value, wording.CHANNEL[way]) for way in BY_STAFF],
        validate_choice=False,
    )


class Received:
    """When the office had what an officer enters: the fields `received_on` and `received_time`."""

    received_on: Any
    received_at: datetime | None = None

    def validate_received_time(self, field: Field) -> None:
        """A time goes with a day; both may be empty."""
        typed = (field.data or "").strip().replace(".", ":")
        if not typed and self.received_on.day is None:
            return
        if self.received_on.day is None:
            raise ValidationError(_("Write the day as well, or leave both empty."))
        try:
            hour = time.fromisoformat(typed.zfill(5))
        except ValueError:
            raise ValidationError(_("Write the time like 9.05 or 14.30.")) from None
        self.received_at = datetime.combine(self.received_on.day, hour, BANGKOK)


class HeardForm(Received, FormWithFiles):
    """What a person says later, in her own words, and what she wants with it."""

    channel = came_by(_l("How did it come in?"))
    received_on = DayField(_l("Day on which the office received it"))
    received_time = StringField(_l("Time of receipt, such as 14.30"))
    wish = RadioField(_l("What does the person want?"), validate_choice=False)
    text = TextAreaField(_l("What the person said, in the person's own words"), [written])
    attachments = MultipleFileField(_l("Files"))
    token = token_field()

    def offer(self, wishes: Sequence[Wish]) -> "HeardForm":
        """Offer what may be wanted now; the only one is chosen by itself."""
        self.wish.choices = [SelectChoice(one.value, desk_wording.WISH[one]) for one in wishes]
        if not self.is_submitted() and len(wishes) == 1:
            self.wish.data = wishes[0].value
        return self

    def validate_wish(self, field: Field) -> None:
        if field.data not in (Wish.ADD, Wish.REOPEN, Wish.THANKS):
            raise ValidationError(_("Choose what the person wants."))


class TakenBackForm(Received, FlaskForm):
    """That a person takes the message back, as she told an officer."""

    channel = came_by(_l("How did it come in?"))
    received_on = DayField(_l("Day on which the office received it"))
    received_time = StringField(_l("Time of receipt, such as 14.30"))
    text = TextAreaField(_l("What the person said, in the person's own words"), [written])
    sure = BooleanField(
        _l("I asked once more: the person knows that there is no answer then, and wants it"),
        [InputRequired(_l("Ask the person once more, then tick this."))],
    )
    token = token_field()
