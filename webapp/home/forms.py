"""What a visitor fills in on the front page."""

from flask_babel import lazy_gettext as _l
from wtforms import Form, SearchField
from wtforms.validators import Length, Optional


class QuestionForm(Form):
    """The search box; its field has the name that the search page reads."""

    q = SearchField(_l("Search bills and documents"), [Optional(), Length(max=200)])
