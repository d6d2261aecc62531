"""What officers fill in."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import MultipleFileField
from wtforms import (
    EmailField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, NumberRange, Optional, ValidationError

from webapp.complaints import wording
from webapp.complaints.forms.citizens import publish_field, written
from webapp.complaints.forms.hearing import Received, came_by
from webapp.complaints.forms.once import token_field
from webapp.complaints.forms.reaching import (
    nothing_where_anonymous,
    page_where_anonymous,
    right_contact,
    right_email,
    typed,
)
from webapp.complaints.rules.alerts import SECRETARY_GENERAL
from webapp.complaints.rules.channels import ReplyBy
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.kinds import MAX_NAME, MAX_SUBJECT, UNDECIDED, Kind
from webapp.complaints.rules.standard import MOST_DAYS
from webapp.shared import line
from webapp.shared.bureaux import Bureau
from webapp.shared.day_field import DayField
from webapp.shared.email_address import is_email
from webapp.shared.settings import settings
from webapp.shared.uploads.form import FormWithFiles
from webapp.shared.written import Shorter


def _choices(words: dict[str, Any], first: Any = None) -> list[SelectChoice]:
    pairs = [SelectChoice(*pair) for pair in words.items()]
    return [SelectChoice("", first), *pairs] if first else pairs


def _bureaux() -> dict[str, Any]:
    return {bureau.value: wording.bureau_name(bureau) for bureau in Bureau}


class AnswerForm(FlaskForm):
    """The office's answer."""

    text = TextAreaField(_l("Answer"), [written])


class QuestionForm(FlaskForm):
    """What the office asks of the citizen."""

    text = TextAreaField(_l("Question"), [written])


class ReferralForm(FlaskForm):
    """Where a message is sent on to."""

    to = StringField(_l("To which bureau, committee or agency"), [Shorter(MAX_NAME)])
    text = TextAreaField(_l("What the citizen reads"), [written])

    def validate_to(self, field: Field) -> None:
        if not (field.data or "").strip():
            raise ValidationError(_("Say to whom it is sent on."))


class DeclineForm(FlaskForm):
    """Where the citizen can turn with what is no matter of the Senate."""

    to = StringField(_l("The right address: agency, telephone, website"), [Shorter(MAX_NAME)])
    text = TextAreaField(_l("What the citizen reads"), [written])

    def validate_to(self, field: Field) -> None:
        if not (field.data or "").strip():
            raise ValidationError(_("Say where the citizen can turn instead."))


class HandOverForm(FlaskForm):
    """The bureau that is to have a message."""

    bureau = SelectField(_l("Bureau"), validate_choice=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bureau.choices = _choices(_bureaux())


class KindForm(FlaskForm):
    """What a message is."""

    kind = SelectField(_l("Kind"), choices=_choices(wording.KINDS), validate_choice=False)

    def ask(self, present: str) -> None:
        """Offer the kinds, the present one chosen; none where it is not decided."""
        self.kind.data = present
        if present == UNDECIDED:
            self.kind.choices = _choices(wording.KINDS, wording.KIND[UNDECIDED])
            self.kind.data = ""

    def validate_kind(self, field: Field) -> None:
        if field.data not in list(Kind):
            raise ValidationError(_("Choose what it is."))


class QueueForm(FlaskForm):
    """Which messages an officer wants to see."""

    class Meta:
        csrf = False

    state = SelectField(
        _l("State"),
        choices=[
            *_choices(wording.DESK_STATE, _l("All that wait for an answer")),
            SelectChoice("all", _l("All")),
        ],
    )
    kind = SelectField(_l("Kind"), choices=_choices(wording.KIND, _l("All kinds")))
    bureau = SelectField(_l("Bureau"))
    channel = SelectField(_l("Channel"), choices=_choices(wording.CHANNEL, _l("All channels")))
    topic = SelectField(_l("What it is about"))
    since = DayField(_l("From this day"))
    until = DayField(_l("To this day"))
    show = SelectField(
        _l("Which of these"),
        choices=[
            SelectChoice("", _l("All of these")),
            SelectChoice("mine", _l("Those that I have in hand")),
            SelectChoice("nobody", _l("Those that nobody has in hand")),
            SelectChoice("late", _l("Those that are late")),
            SelectChoice("to_tell", _l("Those whose sender is to be told by telephone or letter")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bureau.choices = _choices(_bureaux(), _l("All bureaux"))
        self.topic.choices = _choices({}, _l("All topics"))

    def offer(self, topics: Mapping[str, str]) -> "QueueForm":
        """Offer these topics, names by key."""
        self.topic.choices = _choices(dict(topics), _l("All topics"))
        return self


class EntryForm(Received, FormWithFiles):
    """What came by telephone, in person or on paper, entered in the person's own words."""

    channel = came_by(_l("How did it come in?"))
    kind = RadioField(
        _l("What is it?"),
        [AnyOf(list(Kind), _l("Choose what it is."))],
        choices=_choices(wording.KINDS),
        validate_choice=False,
    )
    received_on = DayField(_l("Day on which the office received it"))
    received_time = StringField(_l("Time of receipt, such as 14.30"))
    subject = StringField(_l("What it is about, in a few words"), [Shorter(MAX_SUBJECT)])
    message = TextAreaField(_l("The message, in the person's own words"), [written])
    attachments = MultipleFileField(_l("Files"))
    identity = RadioField(
        _l("How does the person want to be known?"),
        [Optional(), AnyOf(list(Identity), _l("Choose how the person wants to be known."))],
        choices=_choices(wording.IDENTITY),
        validate_choice=False,
    )
    name = StringField(_l("Name of the person"), [Shorter(MAX_NAME), nothing_where_anonymous])
    reply_by = RadioField(
        _l("How does the person want to hear from us?"),
        [
            AnyOf(list(ReplyBy), _l("Choose how the person wants to hear from us.")),
            page_where_anonymous,
        ],
        choices=_choices(wording.REPLY_BY),
        validate_choice=False,
    )
    email = EmailField(_l("E-mail address"), [nothing_where_anonymous, right_email])
    contact = StringField(
        _l("Telephone number, postal address, or what the text relay needs"),
        [Shorter(MAX_NAME), nothing_where_anonymous, right_contact],
    )
    publish = publish_field(_l("May the question be published without the person's name?"))
    token = token_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not line.account(settings()):
            self.reply_by.choices = [
                choice for choice in self.reply_by.choices if choice.value != ReplyBy.LINE
            ]

    def validate_reply_by(self, field: Field) -> None:
        if field.data == ReplyBy.LINE and not (typed(self, "email") or typed(self, "contact")):
            raise ValidationError(
                _(
                    "Write an e-mail address or a telephone number too: it is used until the "
                    "person has sent us the code by LINE."
                )
            )


def _days(label: Any, least: int = 1) -> IntegerField:
    message = _l("Write a number of working days from %(least)s to %(most)s.", least=least,
                 most=MOST_DAYS)  # fmt: skip
    return IntegerField(label, [InputRequired(message), NumberRange(least, MOST_DAYS, message)])


class StandardForm(FlaskForm):
    """A new version of the standard."""

    in_force_from = DayField(_l("In force from"))
    decide_within = _days(_l("Accepted, sent on, or told that it is for others: working days"))
    answer_within = _days(_l("Answered: working days"))
    very_late_after = _days(_l("Very late after: working days"))
    remind_before = _days(_l("The officer is reminded when so many working days are left"), 0)
    wait_for_citizen = _days(_l("How long we wait for the citizen: working days"))
    close_after = _days(_l("Closed after the answer: working days"))
    hear_within = _days(
        _l("How long those may take to whom it is sent on, before we ask them: working days")
    )
    tell_within = _days(_l("Told by telephone, letter or text relay: working days"))
    cut_off = StringField(_l("The hour after which a message counts as received the next day"))

    hour: time | None = None

    def validate_in_force_from(self, field: Field) -> None:
        if field.day is None:
            raise ValidationError(_("Write the day from which it is in force."))

    def validate_cut_off(self, field: Field) -> None:
        try:
            self.hour = time.fromisoformat((field.data or "").strip().replace(".", ":").zfill(5))
        except ValueError:
            raise ValidationError(_("Write the time like 9.05 or 14.30.")) from None


class DeskAddressesForm(FlaskForm):
    """Where reminders and escalations go; each field is named after a bureau's key."""

    def validate(self, extra_validators: Any = None) -> bool:
        sound = super().validate(extra_validators)
        for key in DESK_KEYS:
            typed = (self[key].data or "").strip()
            if typed and not is_email(typed):
                self[key].errors = [
                    _("Write the e-mail address like name@example.org, or leave it empty.")
                ]
                sound = False
        return sound


DESK_KEYS = [*(bureau.value for bureau in Bureau), SECRETARY_GENERAL]
for _key in DESK_KEYS:
    setattr(DeskAddressesForm, _key, EmailField(_key))
