"""What officers fill in about improvements."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, ValidationError

from webapp.improvement import wording
from webapp.improvement.rules import NEXT, State
from webapp.improvement.service import SCALE, Facts
from webapp.shared.bureaux import Bureau
from webapp.shared.day_field import DayField
from webapp.shared.written import NotEmpty, Shorter

MOST_LINE, MOST_TEXT = 200, 10_000
POINTS = [SelectChoice(str(point), str(point)) for point in SCALE]


class FactsForm(FlaskForm):
    """What an improvement is."""

    title = StringField(
        _l("Name of the improvement, in a few words"), [NotEmpty(), Shorter(MOST_LINE)]
    )
    asked = TextAreaField(
        _l("You said: what people told the office"), [NotEmpty(), Shorter(MOST_TEXT)]
    )
    work = TextAreaField(
        _l("We do: what the office does about it"), [NotEmpty(), Shorter(MOST_TEXT)]
    )
    urgent = RadioField(
        _l("How urgent"), [AnyOf(list(map(str, SCALE)), _l("Choose 1, 2 or 3."))], choices=POINTS,
        validate_choice=False,
    )  # fmt: skip
    important = RadioField(
        _l("How much it does for people"),
        [AnyOf(list(map(str, SCALE)), _l("Choose 1, 2 or 3."))],
        choices=POINTS,
        validate_choice=False,
    )
    bureau = SelectField(_l("Bureau that owns it"))
    measure = StringField(_l("What is measured"), [Shorter(MOST_LINE)])
    before = StringField(_l("Its value before"), [Shorter(MOST_LINE)])
    after = StringField(_l("Its value after"), [Shorter(MOST_LINE)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bureau.choices = [
            SelectChoice(bureau.value, wording.bureau_name(bureau.value)) for bureau in Bureau
        ]

    @property
    def facts(self) -> Facts:
        """What was written, once it is valid."""
        texts = {
            name: (self[name].data or "").strip()
            for name in ("title", "asked", "work", "measure", "before", "after")
        }
        return Facts(
            urgent=int(self.urgent.data),
            important=int(self.important.data),
            bureau=Bureau(self.bureau.data),
            **texts,
        )


class MoveForm(FlaskForm):
    """Into which state an improvement comes next."""

    state = RadioField(_l("Next state"), validate_choice=False)
    reason = TextAreaField(_l("Why it is declined"), [Shorter(MOST_TEXT)])

    def offer(self, state: State) -> "MoveForm":
        """Offer what may follow `state`, save telling back, which has words of its own."""
        self.state.choices = [
            SelectChoice(one.value, wording.STATE[one])
            for one in NEXT[state]
            if one is not State.TOLD_BACK
        ]
        return self

    def validate_state(self, field: Field) -> None:
        if field.data not in {state.value for state in State}:
            raise ValidationError(_("Choose the next state."))

    def validate_reason(self, field: Field) -> None:
        if self.state.data == State.DECLINED and not (field.data or "").strip():
            raise ValidationError(_("Write why it is declined: the people who asked read it."))


class TargetForm(FlaskForm):
    """What is to be reached in a quarter; why, where the quarter has begun."""

    day = DayField(_l("A day of the quarter"))
    target = TextAreaField(_l("What is reached by its end"), [NotEmpty(), Shorter(MOST_TEXT)])
    reason = TextAreaField(_l("Why it is set or changed now"), [Shorter(MOST_TEXT)])

    def validate_day(self, field: DayField) -> None:
        if field.day is None and not (field.data or "").strip():
            raise ValidationError(_("Write a day of the quarter, for example 31/12/2026."))


class FollowUpForm(FlaskForm):
    """What was reached of a target."""

    met = RadioField(
        _l("Was the target met?"),
        [AnyOf(["yes", "no"], _l("Choose yes or no."))],
        choices=[SelectChoice("yes", _l("Yes")), SelectChoice("no", _l("No"))],
        validate_choice=False,
    )
    text = TextAreaField(_l("What was done, and what hindered"), [NotEmpty(), Shorter(MOST_TEXT)])


class SourceForm(FlaskForm):
    """What an improvement answers."""

    source = SelectField(
        _l("What led to it"), choices=[SelectChoice(*pair) for pair in wording.SOURCE.items()]
    )
    ref = StringField(_l("Its number"))

    def validate_ref(self, field: Field) -> None:
        typed = (field.data or "").strip()
        if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
            raise ValidationError(_("Write a number, for example 12."))


class TellForm(FlaskForm):
    """What the people who asked are told at the end, each in the person's language."""

    text = TextAreaField(
        _l("What the people who asked read, in Thai"), [NotEmpty(), Shorter(MOST_TEXT)]
    )
    english = TextAreaField(
        _l("What the people who asked read, in English"), [NotEmpty(), Shorter(MOST_TEXT)]
    )


class SeatForm(FlaskForm):
    """Whether a member of staff is on the board."""

    account = HiddenField()
    seat = HiddenField()

    @property
    def asked(self) -> tuple[int, bool]:
        """The account, 0 for none, and whether it is to be on the board."""
        typed = self.account.data or ""
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
        return number, self.seat.data == "on"
