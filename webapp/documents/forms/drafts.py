"""What officers fill in about files that come in."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, Length, ValidationError

from office_files import MAX_BYTES
from webapp.shared.day_field import DayField

LANGUAGES = [SelectChoice("th", _l("Thai")), SelectChoice("en", _l("English"))]


class FactsForm(FlaskForm):
    """What a document is."""

    kind = SelectField(_l("Kind of document"), invalid_choice_message=_l("Choose one of the list."))
    title = StringField(_l("Title"), [Length(max=500, message=_l("Write at most 500 characters."))])
    dated = DayField(_l("Date of the document"))
    lang = RadioField(
        _l("Language of the document"),
        [AnyOf(["th", "en"], _l("Choose the language."))],
        choices=LANGUAGES,
        default="th",
        validate_choice=False,
    )
    bill = StringField(_l("Bill that it is about"), [Length(max=20)])


class UploadForm(FactsForm):
    """A file, and what it is to become."""

    file = FileField(_l("File"))

    data_read: bytes = b""
    file_name: str = ""

    def validate_file(self, field: FileField) -> None:
        upload = field.data
        if not upload or not upload.filename:
            raise ValidationError(_("Choose a file."))
        self.data_read, self.file_name = upload.read(MAX_BYTES + 1), upload.filename


class PageForm(FlaskForm):
    """One page's clean text."""

    text = TextAreaField()
    runs_on = BooleanField(_l("The last paragraph goes on on the next page"))
    accepted = BooleanField(_l("I have compared this page, and its text is right"))
    revision = HiddenField()

    @property
    def opened(self) -> int:
        """The revision that was opened; 0, which no page has, where it is no number."""
        told = self.revision.data or ""
        return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0


class ConfirmForm(FlaskForm):
    """Nothing but the button."""
