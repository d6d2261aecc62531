"""The two questions after the end, as citizens and officers fill them in."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, TextAreaField
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

    @property
    def carried(self) -> str:
        """The two answers in one word, for a page that only carries them on: see `Carrying`."""
        return f"{self.was_answered.data or ''}/{self.was_solved.data or ''}"


class Carrying:
    """A form for a code, on the way to the questions after the end: what was answered already goes
    along, the reason in the field `message`."""

    # "" where it is not about the end; else as `ClosingForm.carried`.
    ended = HiddenField()
    message: TextAreaField

    def answers(self) -> ClosingForm | None:
        """The questions with what was answered; None where the form is not about the end."""
        said = str(self.ended.data or "")
        if "/" not in said:
            return None
        answered, solved = (one if one in list(Verdict) else None for one in said.split("/", 1))
        return ClosingForm(
            formdata=None, was_answered=answered, was_solved=solved, why=self.message.data
        )
