"""What officers fill in for words that go out: templates, letters, numbers, public cases."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import (
    BooleanField,
    Field,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from webapp.complaints import desk_wording, wording
from webapp.complaints.forms.citizens import written
from webapp.complaints.forms.handling import WholeNumber
from webapp.complaints.rules.kinds import MAX_NAME, MAX_SUBJECT
from webapp.shared.day_field import WRITE_IT_SO, DayField
from webapp.shared.languages import language, with_languages
from webapp.shared.written import Shorter


class Needed:
    """A line may not be empty; `message` says what to write."""

    def __init__(self, message: Any) -> None:
        self.message = message

    def __call__(self, form: FlaskForm, field: Field) -> None:
        if not (field.data or "").strip():
            raise ValidationError(self.message)


class TemplateForm(FlaskForm):
    """A template, or a new version of one."""

    name = StringField(
        _l("Name of the template"), [Needed(_l("Write a name.")), Shorter(MAX_SUBJECT)]
    )
    use = SelectField(
        _l("What it is for"), choices=[SelectChoice(*pair) for pair in desk_wording.USE.items()]
    )
    kind = SelectField(
        _l("Kind of message"),
        choices=[
            SelectChoice("", _l("Every kind")),
            *(SelectChoice(*pair) for pair in wording.KINDS.items()),
        ],
    )
    subject = StringField(_l("Words of the subject"), [Shorter(MAX_SUBJECT)])
    language = SelectField(
        _l("Language"),
        choices=[SelectChoice("th", _l("Thai")), SelectChoice("en", _l("English"))],
    )
    text = TextAreaField(_l("Text"), [written])


def _said(text: str) -> Markup:
    """A text that may hold words of the other language, as a label or an error has it."""
    return with_languages(text, language())


def fields_form(names: list[str], *args: Any, **kwargs: Any) -> FlaskForm:
    """A form that asks for the named fields of a template, in order, as `field-0`, `field-1`."""

    class FieldsForm(FlaskForm):
        """The fields of a template that are asked for."""

    for place, name in enumerate(names):
        needed = Needed(_said(_("Write: %(field)s", field=name)))
        setattr(
            FieldsForm, f"field-{place}", StringField(_said(name), [needed, Shorter(MAX_SUBJECT)])
        )
    return FieldsForm(*args, **kwargs)


class NumberForm(FlaskForm):
    """A number of the electronic correspondence: kept by hand, or the next of a series."""

    how = RadioField(
        _l("Number of the letter"),
        default="",
        validate_choice=False,
    )
    number = StringField(_l("Number kept by hand"), [Shorter(MAX_NAME)])
    dated = DayField(_l("Day of the letter"))

    def __init__(self, series: dict[int, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [
            SelectChoice(str(key), _said(_("The next number of %(series)s", series=prefix)))
            for key, prefix in series.items()
        ]
        self.how.choices = [*offered, SelectChoice("hand", _("A number kept by hand"))]
        if not self.is_submitted():
            self.how.data = self.how.data or self.how.choices[0].value

    def validate_how(self, field: Field) -> None:
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(_("Choose where the number comes from."))

    def validate_number(self, field: Field) -> None:
        if self.how.data == "hand" and not (field.data or "").strip():
            raise ValidationError(_("Write the number as it stands in the correspondence."))

    def validate_dated(self, field: Field) -> None:
        if field.day is None:
            raise ValidationError(WRITE_IT_SO)


class LetterForm(NumberForm):
    """An official letter made from the answer."""

    subject = StringField(
        _l("Subject of the letter"), [Needed(_l("Write the subject.")), Shorter(MAX_SUBJECT)]
    )
    addressee = StringField(
        _l("To whom"), [Needed(_l("Write to whom the letter goes.")), Shorter(MAX_NAME)]
    )
    reference = StringField(_l("Reference"), [Shorter(MAX_SUBJECT)])
    body = TextAreaField(_l("Text of the letter"), [written])
    position = StringField(
        _l("Position of who signs"), [Needed(_l("Write the position.")), Shorter(MAX_NAME)]
    )


class SeriesForm(FlaskForm):
    """A series of numbers, and which place of it was given last this year."""

    prefix = StringField(
        _l("What the numbers begin with"),
        [Needed(_l("Write what the numbers begin with.")), Shorter(60)],
    )
    last = WholeNumber(
        _l("The number that was given last this year; 0 where none was"),
        _l("Write a number from 0 to 999999."),
        0,
        999_999,
    )


class PublicationForm(FlaskForm):
    """What everybody is to read of an answered message."""

    title = StringField(
        _l("Title of the case"), [Needed(_l("Write a title.")), Shorter(MAX_SUBJECT)]
    )
    question = TextAreaField(_l("What was asked, without what tells who asked"), [written])
    answer = TextAreaField(_l("The answer, without personal data"), [written])
    compared = BooleanField(_l("I have compared both: nothing tells who somebody is."))
    looked_at = BooleanField(_l("I have looked at what is named above: it is no personal data."))

    def validate_compared(self, field: Field) -> None:
        if not field.data:
            raise ValidationError(_("Compare the words before and after, and tick the box."))
