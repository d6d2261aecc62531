"""What a reader fills in with a recording."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, Field, StringField
from wtforms.validators import ValidationError

from webapp.listening.rules.narrations import MAX_CREDIT
from webapp.shared.written import Shorter


class RecordingForm(FlaskForm):
    """A recording, how its reader wishes to be named, and the reader's consent."""

    recording = FileField(_l("Your recording"))
    credit = StringField(_l("Your name, as it is to be told"), [Shorter(MAX_CREDIT)])
    consent = BooleanField(_l("I have read this text myself, and the Senate may publish it"))

    def validate_recording(self, field: Field) -> None:
        if not field.data or not field.data.filename:
            raise ValidationError(_("Choose the file with your recording."))

    def validate_consent(self, field: Field) -> None:
        if not field.data:
            raise ValidationError(_("Tick this box if you agree. Without it we may not use it."))
