"""What a person fills in to follow a bill."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField
from wtforms.validators import InputRequired, Length, Regexp

# One @ with something on both sides and a dot behind it; the confirming letter proves the rest.
ADDRESS = r"^\s*[^@\s]+@[^@\s]+\.[^@\s.]+\s*$"


class EmailForm(FlaskForm):
    email = EmailField(
        _l("Your e-mail address"),
        [
            InputRequired(_l("Enter your e-mail address.")),
            Length(max=254, message=_l("This is too long for an e-mail address. Check it.")),
            Regexp(ADDRESS, message=_l("Enter an e-mail address like name@example.org.")),
        ],
    )
