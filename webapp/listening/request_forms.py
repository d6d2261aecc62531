"""What a person fills in who needs another form, and what an officer answers."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, Field, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, Optional, ValidationError

from webapp.listening.request_wording import STATE, WANTED
from webapp.listening.rules.requests import (
    BY_POST,
    MAX_ADDRESS,
    MAX_PURPOSE,
    MAX_REPLY,
    MAX_SUBJECT,
    RequestState,
    WantedForm,
)
from webapp.shared.email_address import is_email
from webapp.shared.receipt_pages import CodeForm
from webapp.shared.written import NotEmpty, Shorter


class RequestForm(FlaskForm):
    """Another form of a document or a bill is wanted."""

    wanted = RadioField(
        _l("Which form do you need?"),
        [AnyOf(list(WantedForm), _l("Choose the form that you need."))],
        choices=[SelectChoice(*pair) for pair in WANTED.items()],
        validate_choice=False,
    )
    subject = StringField(
        _l("Which document or bill?"),
        [NotEmpty(_l("Write which document or bill it is.")), Shorter(MAX_SUBJECT)],
    )
    purpose = TextAreaField(_l("What do you need it for?"), [Shorter(MAX_PURPOSE)])
    email = EmailField(_l("E-mail address"), [Optional()])
    address = TextAreaField(_l("Postal address"), [Shorter(MAX_ADDRESS)])
    # Machines that fill in every field give themselves away here; people never see it.
    homepage = StringField(_l("Leave this field empty"))

    def validate_purpose(self, field: Field) -> None:
        unclear = self.wanted.data in (WantedForm.FAILED, WantedForm.OTHER)
        if unclear and not (field.data or "").strip():
            raise ValidationError(_("Write what you need, or what failed."))

    def validate_email(self, field: Field) -> None:
        if not is_email(field.data.strip()):
            raise ValidationError(
                _("Write the e-mail address like name@example.org, or leave it empty.")
            )

    def validate_address(self, field: Field) -> None:
        if self.wanted.data in BY_POST and not (field.data or "").strip():
            raise ValidationError(
                _(
                    "What you ask for comes by post. Write your name and address, "
                    "or that you fetch it yourself."
                )
            )

    def validate_homepage(self, field: Field) -> None:
        if field.data:
            raise ValidationError(
                _("Empty the last field of the form, then send again. Only machines fill it in.")
            )


class WordsForm(FlaskForm):
    """A person's further words: an addition, or why it is asked again."""

    text = TextAreaField(_l("Your words"), [NotEmpty(), Shorter(MAX_PURPOSE)])


class KeptWordsForm(WordsForm, CodeForm):
    """The same words, when the request is no longer open here: its code is asked for with them."""


class SettleForm(FlaskForm):
    """The office's words to the person: how the form is had, or why it cannot be."""

    DONE, CANNOT = RequestState.DONE.value, RequestState.CANNOT.value

    outcome = RadioField(
        _l("How does it end?"),
        [AnyOf([DONE, CANNOT], _l("Choose whether it is done or cannot be done."))],
        choices=[SelectChoice(DONE, _l("It is done")), SelectChoice(CANNOT, STATE[CANNOT])],
        validate_choice=False,
    )
    reply = TextAreaField(
        _l("What the person reads"),
        [
            NotEmpty(_l("Write to the person what was done, or why it cannot be done.")),
            Shorter(MAX_REPLY),
        ],
    )
