"""What a listener chooses: voice, speed and braille, and the filters of the lists."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Form, SelectField, StringField
from wtforms.validators import Length, Optional


class SoundForm(Form):
    voice = SelectField(_l("Voice"), [Optional()])
    speed = SelectField(_l("Speed of the file"), [Optional()])


class BrailleForm(Form):
    grade = SelectField(_l("Braille grade"), [Optional()])
    layout = SelectField(_l("Line and page"), [Optional()])


class BrailleLinesForm(Form):
    """What the page of print and braille shows."""

    grade = SelectField(_l("Braille grade"), [Optional()])
    cells = SelectField(_l("Cells in a line"), [Optional()])
    part = SelectField(_l("Part of the document"), [Optional()])


class PlayerForm(Form):
    """What the player on the page can do; it sends nothing."""

    rate = SelectField(_l("Speed"))
    follow = BooleanField(_l("Move the page along with the voice"))


class ShelfForm(Form):
    words = StringField(_l("Words in the title"), [Optional(), Length(max=200)])
    document = SelectField(_l("Kind of document"), [Optional()])
    form = SelectField(_l("Form"), [Optional()])
    standing = SelectField(_l("How it stands"), [Optional()])
    versions = SelectField(_l("Versions"), [Optional()])


class SignedForm(Form):
    """Which documents or bills the list of videos in sign language shows."""

    words = StringField(_l("Words in the title of the document or bill"))


class BookForm(Form):
    document = SelectField(_l("Kind of document"), [Optional()])
    reader = SelectField(_l("Who reads"), [Optional()])
    length = SelectField(_l("Length"), [Optional()])
