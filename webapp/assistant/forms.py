"""What a person asks."""

from flask_babel import lazy_gettext as _l
from wtforms import Form, StringField
from wtforms.validators import Length, Optional

from webapp.assistant.rules import LONGEST_QUESTION


class QuestionForm(Form):
    """One question, in the person's own words."""

    q = StringField(_l("Your question"), [Optional(), Length(max=LONGEST_QUESTION)])
