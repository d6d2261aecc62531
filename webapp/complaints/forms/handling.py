"""What officers fill in beside a message: bulk steps, notes, bars, merging."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    Field,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, NumberRange, ValidationError

from webapp.complaints import desk_wording, wording
from webapp.complaints.forms.citizens import written
from webapp.complaints.forms.once import token_field
from webapp.complaints.rules.kinds import MAX_MESSAGE, MAX_NAME
from webapp.complaints.service import BulkAction
from webapp.shared.bureaux import Bureau
from webapp.shared.written import Shorter

# A case number is a whole number of the database's.
LARGEST = 2**31 - 1


class WholeNumber(IntegerField):
    """A whole number from `least` to `most`; `message` says so for whatever else is typed."""

    def __init__(self, label: Any, message: Any, least: int, most: int, **more: Any) -> None:
        super().__init__(label, [InputRequired(message), NumberRange(least, most, message)], **more)
        self.message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(str(self.message)) from None


class TellForm(FlaskForm):
    """That a person has been told, and what the person answered."""

    said = TextAreaField(
        _l("What the person answered, in the person's own words"), [Shorter(MAX_MESSAGE)]
    )
    token = token_field()


class NoteForm(FlaskForm):
    """A note for colleagues."""

    text = TextAreaField(_l("Note"), [written])


class BarForm(FlaskForm):
    """Who may not see a message."""

    account = SelectField(_l("Member of staff"), coerce=int)

    def __init__(self, names: dict[int, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account.choices = [SelectChoice(key, name) for key, name in names.items()]


class MergeForm(FlaskForm):
    """The message that leads."""

    leader = WholeNumber(
        _l("Number of the message that leads"),
        _l("Write the number of the message, for example 12."),
        1,
        LARGEST,
    )


class BulkForm(FlaskForm):
    """One action for several messages; what it needs beside is asked for where it does."""

    chosen = SelectMultipleField(_l("Messages"), validate_choice=False)
    action = SelectField(
        _l("What to do with those chosen"),
        choices=[SelectChoice(*pair) for pair in desk_wording.ACTION.items()],
    )
    bureau = SelectField(_l("Bureau"), validate_choice=False)
    to = StringField(_l("To which bureau, committee or agency"), [Shorter(MAX_NAME)])
    text = TextAreaField(_l("What the citizen reads"))
    thanks_th = TextAreaField(_l("Thanks, for those who wrote in Thai"))
    thanks_en = TextAreaField(_l("Thanks, for those who wrote in English"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bureau.choices = [SelectChoice(b.value, wording.bureau_name(b)) for b in Bureau]

    @property
    def asked(self) -> list[str]:
        """The fields that the chosen action needs."""
        return {
            BulkAction.HAND_OVER: ["bureau"],
            BulkAction.REFER: ["to", "text"],
            BulkAction.CLOSE_COMPLIMENTS: ["thanks_th", "thanks_en"],
        }.get(self.action.data, [])

    @property
    def numbers(self) -> list[int]:
        """The messages chosen; what is no number of a message is none of them."""
        typed = [one for one in self.chosen.data or [] if one.isascii() and one.isdigit()]
        return [int(one) for one in typed if len(one) < 10 and int(one)]

    def validate_bureau(self, field: Field) -> None:
        if "bureau" in self.asked and field.data not in list(Bureau):
            raise ValidationError(_("Choose the bureau that is to have them."))

    def validate_chosen(self, field: Field) -> None:
        if not self.numbers:
            raise ValidationError(_("Choose at least one message."))

    def validate_to(self, field: Field) -> None:
        if "to" in self.asked and not (field.data or "").strip():
            raise ValidationError(_("Say to whom it is sent on."))

    def validate_text(self, field: Field) -> None:
        self._written("text", field)

    def validate_thanks_th(self, field: Field) -> None:
        self._written("thanks_th", field)

    def validate_thanks_en(self, field: Field) -> None:
        self._written("thanks_en", field)

    def _written(self, name: str, field: Field) -> None:
        if name in self.asked:
            written(self, field)
