"""The two questions after the end, as citizens and officers fill them in."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf

from webapp.complaints import closing_wording as wording
from webapp.complaints.rules.closing import Verdict
from webapp.complaints.rules.kinds import MAX_MESSAGE
from webapp.shared.written import Shorter


def _verdict(label: object) -> RadioField:
    return RadioField(
        label,
        [AnyOf(list(Verdict), _l("Choose yes, partly or no."))],
        choices=[SelectChoice(*pair) for pair in wording.VERDICT.items()],
        validate_choice=False,
    )


class ClosingForm(FlaskForm):
    """Was it answered, was it solved, and why."""

    was_answered = _verdict(_l("Was your message answered?"))
    was_solved = _verdict(_l("Is what it was about solved?"))
    why = TextAreaField(_l("Why do you say so?"), [Shorter(MAX_MESSAGE)])
