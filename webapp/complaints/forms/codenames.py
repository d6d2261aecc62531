"""The form that a codename is typed into."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField

from webapp.complaints.forms.closing import Carrying
from webapp.complaints.rules.codename import CodenameMistyped, UnknownWord, WrongCount
from webapp.complaints.rules.kinds import MAX_MESSAGE
from webapp.shared.languages import language, with_languages
from webapp.shared.written import Shorter

# Characters; six words are some 60.
_MOST = 500


class CodenameForm(Carrying, FlaskForm):
    """The six words; and words that came too late to be added without them."""

    codename = TextAreaField(_l("Your codename"), [Shorter(_MOST)])
    message = TextAreaField(_l("Your words"), [Shorter(MAX_MESSAGE)])
    # Since when the page is open: see service/guessing.py.
    ticket = HiddenField()

    def refuse(self, mistyped: CodenameMistyped) -> None:
        """Say at the field why it can be no codename."""
        self.codename.errors = [with_languages(codename_mistyped(mistyped), language())]


def codename_mistyped(mistyped: CodenameMistyped) -> str:
    """Why what was typed can be no codename, and what to do."""
    if isinstance(mistyped, UnknownWord):
        said = {"number": mistyped.number, "typed": mistyped.typed, "near": mistyped.near}
        if mistyped.near:
            return _(
                "Word %(number)s, %(typed)s, is in no codename. Is it %(near)s? Correct it and try "
                "again.",
                **said,
            )
        return _(
            "Word %(number)s, %(typed)s, is in no codename. Compare it with what you wrote down.",
            **said,
        )
    count = mistyped.typed if isinstance(mistyped, WrongCount) else 0
    if not count:
        return _("Type the six Thai words of your codename.")
    return _("A codename has 6 words. You typed %(count)s. Check it and try again.", count=count)
