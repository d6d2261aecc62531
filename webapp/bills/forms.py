"""What is filled in about bills: the list's filters, and what staff enter."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, Form, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import (
    URL,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    Regexp,
)

from webapp.shared.day_field import DayField

SHORT = Length(max=200, message=_l("Write at most 200 characters."))
LONG = Length(max=2000, message=_l("Write at most 2,000 characters."))
LINK = Length(max=500, message=_l("Write at most 500 characters."))
A_LINK = URL(message=_l("Enter a whole web address, beginning with https://"))


class BillFilterForm(Form):
    kind = SelectField(_l("Kind of bill"), [Optional()])
    family = SelectField(_l("Where it is"), [Optional()])
    proposer = SelectField(_l("Proposed by"), [Optional()])
    year = SelectField(_l("Year in which it began"), [Optional()])
    committee = SelectField(_l("Committee of the Senate that it names"), [Optional()])


def choice_field(label: object) -> SelectField:
    """One choice of a list that is filled in later."""
    return SelectField(label, invalid_choice_message=_l("Choose one of the list."))


def number_field(label: object, least: int, most: int, message: object) -> IntegerField:
    """A whole number between two others, or nothing."""
    fits = NumberRange(least, most, message)
    return IntegerField(label, [Optional(), fits], invalid_value_message=message)


class StepForm(FlaskForm):
    """A step that the Constitution allows next."""

    kind = choice_field(_l("What happened"))
    on = DayField(_l("Day on which it happened"), [InputRequired(_l("Enter the day."))])
    days = number_field(
        _l("Days of the extension"), 1, 30, _l("Enter a number of days from 1 to 30.")
    )
    source = StringField(_l("Where this is known from"), [SHORT])
    source_url = StringField(_l("Web address of the source"), [Optional(), LINK, A_LINK])
    note = TextAreaField(_l("Note, shown to everybody"), [LONG])


class ExceptionForm(StepForm):
    """A step out of order, with the reason why it stands all the same; its day may be unknown."""

    on = DayField(_l("Day on which it happened"), [Optional()])
    exception_reason = TextAreaField(
        _l("Why it is recorded out of order, shown to everybody"),
        [InputRequired(_l("Give the reason.")), LONG],
    )


class WithdrawForm(FlaskForm):
    why = TextAreaField(
        _l("Why it is wrong, shown to everybody"), [InputRequired(_l("Give the reason.")), LONG]
    )


class BillForm(FlaskForm):
    """A bill beside its steps."""

    kind = choice_field(_l("Kind of bill"))
    proposer_kind = choice_field(_l("Proposed by"))
    draft_title = TextAreaField(
        _l("Name of the draft, in Thai"), [InputRequired(_l("Enter the name.")), LONG]
    )
    enacted_title = TextAreaField(_l("Name of the law, in Thai"), [LONG])
    nickname = StringField(_l("What people call it, in Thai"), [SHORT])
    english_title = TextAreaField(_l("Name in English"), [LONG])
    proposer_name = TextAreaField(_l("Names of those who propose it"), [LONG])
    signatures = number_field(
        _l("Number of voters who signed"), 0, 70_000_000, _l("Enter a whole number.")
    )
    acceptance_number = StringField(_l("Acceptance number"), [SHORT])
    merged_into = StringField(_l("Number of the bill that it was merged into"), [SHORT])
    predecessor = StringField(
        _l("Number of the earlier bill on the same matter, which it takes up again"), [SHORT]
    )
    gazette_volume = StringField(_l("Gazette volume"), [SHORT])
    gazette_part = StringField(_l("Gazette part"), [SHORT])
    gazette_page = StringField(_l("Gazette page"), [SHORT])
    gazette_on = DayField(_l("Gazette day"), [Optional()])
    gazette_url = StringField(_l("Web address in the Gazette"), [Optional(), LINK, A_LINK])


def count_field(label: object) -> IntegerField:
    """A number of votes."""
    return number_field(label, 0, 1000, _l("Enter a number from 0 to 1000."))


class VoteForm(FlaskForm):
    chamber = choice_field(_l("Who voted"))
    on = DayField(_l("Day of the vote"), [InputRequired(_l("Enter the day."))])
    reading = choice_field(_l("Reading"))
    title = TextAreaField(
        _l("What was voted on, in Thai"), [InputRequired(_l("Enter what was voted on.")), LONG]
    )
    approve = count_field(_l("In favour"))
    disapprove = count_field(_l("Against"))
    abstain = count_field(_l("Abstained"))
    no_vote = count_field(_l("Present without voting"))
    absent = count_field(_l("Absent"))
    source = StringField(_l("Where this is known from"), [SHORT])
    source_url = StringField(_l("Web address of the source"), [Optional(), LINK, A_LINK])


class SessionForm(FlaskForm):
    """A session of Parliament."""

    kind = choice_field(_l("Kind of session"))
    opens = DayField(_l("First day"), [InputRequired(_l("Enter the first day."))])
    closes = DayField(_l("Last day"), [Optional()])
    source = StringField(_l("Royal decree or other source"), [SHORT])
    source_url = StringField(_l("Web address of the source"), [Optional(), LINK, A_LINK])


class SittingForm(FlaskForm):
    """A sitting that is announced."""

    chamber = choice_field(_l("Who sits"))
    on = DayField(_l("Day of the sitting"), [InputRequired(_l("Enter the day."))])
    begins = StringField(
        _l("Hour at which it begins, in Bangkok"),
        [
            Optional(),
            Regexp(
                r"\s*([01]?\d|2[0-3])[.:][0-5]\d\s*$",
                message=_l("Write the hour like 9.30 or 13:00."),
            ),
        ],
    )
    bills = TextAreaField(_l("Bills on the order paper"), [LONG])
    cancelled = BooleanField(_l("The sitting is cancelled"))
    source = StringField(_l("Where this is known from"), [SHORT])
    source_url = StringField(_l("Web address of the source"), [Optional(), LINK, A_LINK])


class HolidayForm(FlaskForm):
    on = DayField(_l("Day"), [InputRequired(_l("Enter the day."))])
    name_th = StringField(_l("Name in Thai"), [InputRequired(_l("Enter the name.")), SHORT])
    name_en = StringField(_l("Name in English"), [SHORT])
    source = StringField(_l("Cabinet resolution or other source"), [SHORT])


class HouseEndForm(FlaskForm):
    """The end or dissolution of a House of Representatives."""

    on = DayField(_l("Day on which the House ended"), [InputRequired(_l("Enter the day."))])
    source = StringField(
        _l("Royal decree or other source"), [InputRequired(_l("Enter the source.")), SHORT]
    )
    source_url = StringField(_l("Web address of the source"), [Optional(), LINK, A_LINK])
