"""A field for a day as people write it."""

from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import Form, StringField
from wtforms.validators import ValidationError

from thai_text.dates import parse_date


class DayField(StringField):
    """A day as people write it, of either era; what was typed is kept, `day` is what it means."""

    day: date | None = None

    def pre_validate(self, form: Form) -> None:
        typed = (self.data or "").strip()
        self.day = None
        if not typed:
            return
        try:
            self.day = parse_date(typed)
        except ValueError:
            message = _l("Write the date like 12/03/2567 or 12 March 2024.")
            raise ValidationError(message) from None
