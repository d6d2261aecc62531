"""What a person types to search, and what officers type to make searches find more."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Form, SearchField, StringField
from wtforms.validators import InputRequired, Length, Optional

from webapp.search.rules.synonyms import LONGEST_MEANING, LONGEST_TERM


class SearchForm(Form):
    q = SearchField(_l("Words to find"), [Optional(), Length(max=200)])


class DeskSearchForm(Form):
    q = SearchField(_l("Words in messages and needs"), [Optional(), Length(max=200)])


class SynonymForm(FlaskForm):
    """What people type, and what it means in the words of laws and pages."""

    term = StringField(
        _l("What people search for"),
        [
            InputRequired(_l("Type the words that people search for.")),
            Length(max=LONGEST_TERM, message=_l("Use at most 60 characters.")),
        ],
    )
    means = StringField(
        _l("What it means in our texts"),
        [
            InputRequired(_l("Type the words that stand in our texts.")),
            Length(max=LONGEST_MEANING, message=_l("Use at most 120 characters.")),
        ],
    )
