"""What a person fills in to follow something, to change it, and on the person's own pages."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    EmailField,
    RadioField,
    SelectField,
    SelectMultipleField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Regexp, ValidationError

from webapp.following import service, wording
from webapp.following.service import (
    Cadence,
    Channel,
    Form,
    NewsKind,
    Subject,
    Wish,
)
from webapp.shared import clock
from webapp.shared.day_field import DayField

# One @ with something on both sides and a dot behind it; the confirming letter proves the rest.
ADDRESS = r"^\s*[^@\s]+@[^@\s]+\.[^@\s.]+\s*$"
NOTE_LENGTH = 10_000


def _choices(names: Mapping[Any, object]) -> list[SelectChoice]:
    return [SelectChoice(str(key), name) for key, name in names.items()]


_CHOOSE = _l("Choose one of the list.")


class EmailForm(FlaskForm):
    email = EmailField(
        _l("Your e-mail address"),
        [
            InputRequired(_l("Enter your e-mail address.")),
            Length(max=254, message=_l("This is too long for an e-mail address. Check it.")),
            Regexp(ADDRESS, message=_l("Enter an e-mail address like name@example.org.")),
        ],
    )


class HowForm(FlaskForm):
    """How one is told: everything about a wish but its subject and channel."""

    cadence = RadioField(_l("How often"), choices=_choices(wording.CADENCES))
    weekday = SelectField(
        _l("Day, if once a week"),
        choices=[SelectChoice(str(n), name) for n, name in enumerate(wording.WEEKDAYS)],
        invalid_choice_message=_CHOOSE,
    )
    hour = SelectField(
        _l("Hour in Bangkok, if once a day or a week"),
        choices=[SelectChoice(str(hour), f"{hour:02}.00") for hour in range(24)],
        invalid_choice_message=_CHOOSE,
    )
    kinds = SelectMultipleField(
        _l("Which kinds of events"),
        [DataRequired(_l("Choose at least one kind of event."))],
    )
    language = RadioField(_l("Language of the messages"), choices=_choices(wording.LANGUAGES))
    form = RadioField(_l("Form of the messages"), choices=_choices(wording.FORMS))

    def offer_kinds(self, subject: Subject) -> None:
        """The kinds of events that this subject can bring."""
        offered = service.kinds_offered(subject.kind)
        self.kinds.choices = _choices({kind: wording.KINDS[kind] for kind in offered})

    def fill(self, wish: Wish) -> None:
        """Show a wish, of the subject whose kinds are offered."""
        self.cadence.data, self.form.data = str(wish.cadence), str(wish.form)
        self.weekday.data, self.hour.data = str(wish.weekday), str(wish.hour)
        self.kinds.data = [
            str(kind) for kind in service.kinds_offered(wish.subject.kind) if kind in wish.kinds
        ]
        self.language.data = wish.language

    def wish(self, subject: Subject, channel: Channel) -> Wish:
        """The wish that was filled in, of a form that is valid."""
        return Wish(
            subject=subject,
            kinds=frozenset(NewsKind(kind) for kind in self.kinds.data or ()),
            cadence=Cadence(self.cadence.data),
            weekday=int(self.weekday.data),
            hour=int(self.hour.data),
            language=self.language.data,
            form=Form(self.form.data),
            channel=channel,
        )


class FollowForm(HowForm):
    channel = RadioField(_l("By which way"))
    email = EmailField(_l("Your e-mail address"))
    # Whether an address must be typed: not by whoever is known by a proved one.
    needs_email = True

    def validate_email(self, field: EmailField) -> None:
        """An address is needed only where messages go by e-mail to somebody not known yet."""
        if not self.needs_email or self.channel.data != Channel.EMAIL:
            return
        for check in EmailForm.email.args[1]:
            check(self, field)

    def offer(self, channels: list[Channel]) -> None:
        """The ways that there are here."""
        self.channel.choices = [SelectChoice(str(one), wording.CHANNELS[one]) for one in channels]


class PauseForm(FlaskForm):
    until = DayField(_l("Pause until the day"), [InputRequired(_l("Enter a day."))])

    def validate_until(self, field: DayField) -> None:
        """A pause ends on a later day."""
        if field.day is not None and field.day <= clock.today():
            raise ValidationError(_("Enter a day after today."))


class NoteForm(FlaskForm):
    text = TextAreaField(
        _l("Your note"),
        [Length(max=NOTE_LENGTH, message=_l("Shorten the note to 10,000 characters."))],
    )
