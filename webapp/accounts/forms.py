"""What a person fills in to sign in, and to say how they read."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import EqualTo, InputRequired, Length

from webapp.accounts.rules.preferences import (
    Colours,
    Face,
    PageLanguage,
    Spacing,
    TextSize,
    View,
)
from webapp.accounts.rules.signing_in import MAX_PASSWORD_LENGTH, PASSWORD_LENGTH


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


class PreferencesForm(FlaskForm):
    text_size = RadioField(
        _l("Size of text"),
        choices=[
            SelectChoice(TextSize.USUAL, _l("As usual")),
            SelectChoice(TextSize.LARGE, _l("A quarter larger")),
            SelectChoice(TextSize.LARGER, _l("Half as large again")),
            SelectChoice(TextSize.LARGEST, _l("Twice as large")),
        ],
    )
    spacing = RadioField(
        _l("Room between lines and letters"),
        choices=[
            SelectChoice(Spacing.USUAL, _l("As usual")),
            SelectChoice(Spacing.WIDE, _l("Wide")),
        ],
    )
    colours = RadioField(
        _l("Colours"),
        choices=[
            SelectChoice(Colours.DEVICE, _l("As my device says")),
            SelectChoice(Colours.LIGHT, _l("Dark letters on white")),
            SelectChoice(Colours.DARK, _l("Light letters on dark")),
            SelectChoice(Colours.CONTRAST, _l("Yellow on black")),
        ],
    )
    face = RadioField(
        _l("Thai letters"),
        choices=[
            SelectChoice(Face.USUAL, _l("As usual: looped where my device has such letters")),
            SelectChoice(Face.LOOPED, _l("Looped for certain: loads 160 kB once")),
            SelectChoice(Face.LOOPLESS, _l("Without loops")),
        ],
    )
    view = RadioField(
        _l("The page"),
        choices=[
            SelectChoice(View.FULL, _l("Menus first, as usual")),
            SelectChoice(
                View.SIMPLE, _l("Simple view: what the page says first, menus at its end")
            ),
        ],
    )
    language = RadioField(
        _l("Language of the front page"),
        choices=[
            SelectChoice(PageLanguage.ANY, _l("As the address says")),
            SelectChoice(PageLanguage.THAI, _l("Thai")),
            SelectChoice(PageLanguage.ENGLISH, _l("English")),
        ],
    )
    voice = SelectField(_l("Voice that reads documents"))
    speed = SelectField(_l("Speed of the voice"))
    grade = SelectField(_l("Braille grade"))

    def chosen(self) -> dict[str, object]:
        """What was chosen, by the names of the preferences."""
        return {name: value for name, value in self.data.items() if name != "csrf_token"}
