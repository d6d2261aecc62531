"""A field for a day as people write it, of either era; one habit everywhere."""

import re
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Form, StringField
from wtforms.validators import ValidationError

from thai_text.dates import buddhist_year, parse_date
from webapp.shared import clock
from webapp.shared.languages import language

HOW = _l("For example 12 March 2026 or 12/3/2026. Years of either era are understood.")
WRITE_IT_SO = _l(
    "Write the date like 12 March 2026 or 12/3/2026. Years of either era are understood."
)
_WHOLE_YEAR = _l("Write the year with four digits, so that nobody takes one era for the other.")
_ODD_YEAR = _l("Look at the year: this day is too far away.")
# The first Royal Gazette is of 1858; nothing here is planned for longer than some decades.
_FIRST_YEAR, _YEARS_AHEAD = 1858, 60
# 12/3/69 may be of either era; so may 12 Mar 26. With a Thai month two digits are of the Buddhist.
_YEAR = re.compile("[0-9๐-๙]{4}")
_THAI_LETTER = re.compile("[ก-ฮ]")


class DayField(StringField):
    """A day as people write it, of either era; what was typed is kept, `day` is what it means."""

    day: date | None = None
    # Said beside every such field (components/day_field.html).
    how = HOW

    def process_data(self, value: Any) -> None:
        """Show a known day as the page's language writes it: 12/3/2569 in Thai."""
        super().process_data(typed_day(value, language()) if isinstance(value, date) else value)

    def pre_validate(self, form: Form) -> None:
        typed = (self.data or "").strip()
        self.day = None
        if not typed:
            return
        try:
            day = parse_date(typed)
        except ValueError:
            raise ValidationError(WRITE_IT_SO) from None
        if not _YEAR.search(typed) and not _THAI_LETTER.search(typed):
            raise ValidationError(_WHOLE_YEAR)
        if not _FIRST_YEAR <= day.year <= clock.today().year + _YEARS_AHEAD:
            raise ValidationError(_ODD_YEAR)
        self.day = day


def typed_day(day: date, lang: str) -> str:
    """A day as people of a language type it, which `parse_date` reads back."""
    year = buddhist_year(day) if lang == "th" else day.year
    return f"{day.day}/{day.month}/{year}"
