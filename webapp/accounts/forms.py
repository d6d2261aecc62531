"""What a person fills in to sign in."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField
from wtforms.validators import EqualTo, InputRequired, Length

from webapp.accounts.rules import MAX_PASSWORD_LENGTH, PASSWORD_LENGTH


class SignInForm(FlaskForm):
    email = EmailField(_l("E-mail address"), [InputRequired(_l("Enter your e-mail address."))])
    password = PasswordField(_l("Password"), [InputRequired(_l("Enter your password."))])


class PasswordForm(FlaskForm):
    password = PasswordField(
        _l("New password"),
        [
            InputRequired(_l("Enter a new password.")),
            Length(
                PASSWORD_LENGTH,
                MAX_PASSWORD_LENGTH,
                _l("Make the password at least 12 characters long."),
            ),
        ],
    )
    again = PasswordField(
        _l("The new password once more"),
        [EqualTo("password", _l("Type the same password in both places."))],
    )
