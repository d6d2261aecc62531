"""What a person types to search."""

from flask_babel import lazy_gettext as _l
from wtforms import Form, SearchField
from wtforms.validators import Length, Optional


class SearchForm(Form):
    q = SearchField(_l("Words to find"), [Optional(), Length(max=200)])
