"""What citizens fill in."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import MultipleFileField
from wtforms import (
    EmailField,
    Field,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, Optional, ValidationError

from webapp.complaints import wording
from webapp.complaints.forms.closing import Carrying
from webapp.complaints.forms.once import token_field
from webapp.complaints.forms.reaching import (
    email_where_needed,
    nothing_where_anonymous,
    own_contact,
    page_where_anonymous,
    right_email,
)
from webapp.complaints.models import ComplaintDraftFile
from webapp.complaints.rules.channels import OWN_WAYS
from webapp.complaints.rules.consent import MayPublish
from webapp.complaints.rules.drafts import TYPED
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.kinds import MAX_MESSAGE, MAX_NAME, MAX_SUBJECT, Kind
from webapp.shared.dates import file_size
from webapp.shared.receipt_pages import CodeForm
from webapp.shared.uploads.form import FormWithFiles, says_without_words
from webapp.shared.written import Shorter, length

# A file of a draft that is gone; it may have said what is asked.
_SENT = "image/*"


def written(form: FlaskForm, field: Field) -> None:
    """A text is needed, of 20,000 characters at most, or a file that says what is asked."""
    count = length((field.data or "").strip())
    if not count and not says_without_words(form):
        raise ValidationError(_("Write your message."))
    if count > MAX_MESSAGE:
        raise ValidationError(
            _(
                "The message has %(count)s characters; %(most)s are the most. All of it is still "
                "here: make it shorter, or put it into a file and attach the file.",
                count=f"{count:,}",
                most=f"{MAX_MESSAGE:,}",
            )
        )


def publish_field(label: Any) -> RadioField:
    """The question of consent, which need not be answered: silence agrees to nothing."""
    return RadioField(
        label,
        [Optional(), AnyOf(list(MayPublish), _l("Choose yes or no, or leave it empty."))],
        choices=[SelectChoice(*pair) for pair in wording.MAY_PUBLISH.items()],
        validate_choice=False,
    )


class ConsentForm(FlaskForm):
    """Whether a message that is there may be published; an answer is needed."""

    publish = RadioField(
        _l("May your question be published with its answer?"),
        [AnyOf(list(MayPublish), _l("Choose yes or no."))],
        choices=[SelectChoice(*pair) for pair in wording.MAY_PUBLISH.items()],
        validate_choice=False,
    )


class ComplaintForm(FormWithFiles):
    """A new message to the office."""

    kind = RadioField(
        _l("What do you want to send?"),
        [AnyOf(list(Kind), _l("Choose what you want to send."))],
        choices=[SelectChoice(*pair) for pair in wording.KINDS.items()],
        validate_choice=False,
    )
    subject = StringField(_l("What it is about, in a few words"), [Shorter(MAX_SUBJECT)])
    message = TextAreaField(_l("Your message"), [written])
    kept = SelectMultipleField(
        _l("Files in your draft: untick what is not to be sent"), choices=[], validate_choice=False
    )
    attachments = MultipleFileField(_l("Files"))
    identity = RadioField(
        _l("How do you want to write to us?"),
        [Optional(), AnyOf(list(Identity), _l("Choose how you want to write to us."))],
        choices=[SelectChoice(*pair) for pair in wording.IDENTITY.items()],
        validate_choice=False,
    )
    name = StringField(_l("Your name"), [Shorter(MAX_NAME), nothing_where_anonymous])
    reply_by = RadioField(
        _l("How do you want to hear from us?"),
        [
            Optional(),
            AnyOf(OWN_WAYS, _l("Choose how you want to hear from us.")),
            page_where_anonymous,
        ],
        choices=[SelectChoice(way.value, wording.REPLY_BY[way]) for way in OWN_WAYS],
        validate_choice=False,
    )
    email = EmailField(
        _l("E-mail address"), [nothing_where_anonymous, right_email, email_where_needed]
    )
    contact = StringField(
        _l("Telephone number, or address for letters"),
        [Shorter(MAX_NAME), nothing_where_anonymous, own_contact],
    )
    publish = publish_field(_l("May your question be published with its answer?"))
    # Machines that fill in every field give themselves away here; people never see it.
    homepage = StringField(_l("Leave this field empty"))
    token = token_field()

    @property
    def typed(self) -> dict[str, str]:
        """What is typed and chosen, by the names of the fields."""
        return {name: self[name].data or "" for name in TYPED}

    def offer(self, files: Sequence[ComplaintDraftFile]) -> None:
        """Let the person choose among the files of the draft that this form belongs to.

        None are where the draft is gone since: it was sent, which the service finds out.
        """
        self.kept.choices = [
            (file.stored_as, f"{file.name} ({file_size(file.size)})") for file in files
        ]
        chosen = self.kept.data or []
        self.beside = [(file.media_type, file.size) for file in files if file.stored_as in chosen]
        if not files:
            self.beside = [(_SENT, 0) for _name in chosen]

    def validate_homepage(self, field: Field) -> None:
        if field.data:
            raise ValidationError(
                _("Empty the last field of the form, then send again. Only machines fill it in.")
            )


class TrackForm(Carrying, CodeForm):
    """The receipt code; and words that came too late to be added without it."""

    message = TextAreaField(_l("Your words"), [Shorter(MAX_MESSAGE)])


class DraftCodeForm(FlaskForm):
    """The code of a draft."""

    code = StringField(_l("Code of the draft"))


class WordsForm(FormWithFiles):
    """The citizen's further words: an addition, or why the answer is none."""

    text = TextAreaField(_l("Your message"), [written])
    attachments = MultipleFileField(_l("Files"))
