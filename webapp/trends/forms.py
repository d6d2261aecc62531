"""What officers fill in about a note of policy."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, ValidationError

from webapp.improvement.service import SCALE
from webapp.shared.bureaux import Bureau
from webapp.shared.day_field import DayField
from webapp.shared.written import NotEmpty, Shorter
from webapp.trends import wording
from webapp.trends.service import NoteFacts

MOST = 10_000
_POINTS = [SelectChoice(str(point), str(point)) for point in SCALE]
_ONE_OF = AnyOf(list(map(str, SCALE)), _l("Choose 1, 2 or 3."))


_SHORT = (Shorter(MOST),)
_WRITTEN = (NotEmpty(), *_SHORT)


class NoteForm(FlaskForm):
    """A note of policy."""

    issue = TextAreaField(_l("The issue"), _WRITTEN)
    evidence = TextAreaField(_l("What shows it"), _WRITTEN)
    options = TextAreaField(_l("What could be done"), _SHORT)
    decision = TextAreaField(_l("What was decided"), _SHORT)
    owner = SelectField(_l("Bureau that owns it"))
    decided_on = DayField(_l("Day of the decision"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner.choices = [
            SelectChoice(bureau.value, wording.bureau_name(bureau.value)) for bureau in Bureau
        ]

    def validate_decided_on(self, field: DayField) -> None:
        if field.day and not (self.decision.data or "").strip():
            raise ValidationError(_("Write what was decided, or leave the day empty."))

    @property
    def facts(self) -> NoteFacts:
        """What was written, once it is valid."""
        texts = {
            name: (self[name].data or "").strip()
            for name in ("issue", "evidence", "options", "decision")
        }
        return NoteFacts(owner=Bureau(self.owner.data), decided_on=self.decided_on.day, **texts)


class PlanForm(FlaskForm):
    """How an improvement made of a note ranks."""

    urgent = RadioField(_l("How urgent"), [_ONE_OF], choices=_POINTS, validate_choice=False)
    important = RadioField(
        _l("How much it does for people"), [_ONE_OF], choices=_POINTS, validate_choice=False
    )
