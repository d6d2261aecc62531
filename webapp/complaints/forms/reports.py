"""What officers fill in for a quarterly report."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from webapp.shared import clock, dates
from webapp.shared.day_field import DayField
from webapp.shared.quarters import Quarter

# Characters; a report is read from end to end.
MOST = 20_000
_short = Length(max=MOST, message=_l("Write at most 20,000 characters."))


class PrepareForm(FlaskForm):
    """The quarter that a report is on."""

    quarter = SelectField(_l("Quarter of the fiscal year"))

    def offer(self, quarters: list[Quarter]) -> None:
        """Offer these quarters."""
        self.quarter.choices = [SelectChoice(one.key, dates.quarter(one)) for one in quarters]


class ReportForm(FlaskForm):
    """What the office writes beside the figures."""

    analysis = TextAreaField(_l("Causes, and what the office makes of the figures"), [_short])
    changes = TextAreaField(_l("What was changed"), [_short])


class ConsideredForm(FlaskForm):
    """When the sub-committee dealt with a report, and what it said."""

    considered_on = DayField(_l("Day on which the sub-committee dealt with it"))
    remarks = TextAreaField(_l("What the sub-committee said"), [_short])

    def validate_considered_on(self, field: Field) -> None:
        if field.day is None:
            raise ValidationError(_("Write the day on which the sub-committee dealt with it."))
        if field.day > clock.today():
            raise ValidationError(_("Write a day that is not in the future."))

    @property
    def day(self) -> date:
        """The day that was written, once the form is valid."""
        if self.considered_on.day is None:
            raise ValueError("no day was written")
        return self.considered_on.day
