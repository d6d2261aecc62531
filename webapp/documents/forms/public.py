"""What a reader fills in to find a document or a section."""

from flask_babel import lazy_gettext as _l
from wtforms import Form, RadioField, SelectChoice, SelectField, StringField
from wtforms.validators import Length, Optional


class FilterForm(Form):
    words = StringField(_l("Words in the title"), [Optional(), Length(max=200)])
    kind = SelectField(_l("Kind of document"), [Optional()])


class MarkingForm(Form):
    marking = RadioField(
        _l("How much is told"),
        choices=[
            SelectChoice("changes", _l("The paragraphs that changed, with short marks")),
            SelectChoice("all", _l("The whole text, every change opened and closed in words")),
            SelectChoice("summary", _l("Only which sections changed")),
        ],
        default="changes",
    )


class VersionsForm(Form):
    """The two versions to compare; its choices are those of one document or bill."""

    # An address may name a version that the lists leave out, so what was chosen is looked up.
    one = SelectField(_l("One version"), validate_choice=False)
    two = SelectField(_l("The other version"), validate_choice=False)


class SectionForm(Form):
    section = StringField(_l("Section number"), [Optional(), Length(max=40)])
