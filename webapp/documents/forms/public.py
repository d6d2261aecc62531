"""What a reader fills in to find a document or a section."""

from flask_babel import lazy_gettext as _l
from wtforms import Form, SelectField, StringField
from wtforms.validators import Length, Optional


class FilterForm(Form):
    words = StringField(_l("Words in the title"), [Optional(), Length(max=200)])
    kind = SelectField(_l("Kind of document"), [Optional()])


class SectionForm(Form):
    section = StringField(_l("Section number"), [Optional(), Length(max=40)])
