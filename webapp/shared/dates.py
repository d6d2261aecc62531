"""Dates, moments, sizes and durations as a page says them, in its language."""

from datetime import date, datetime

from flask import Flask
from flask_babel import gettext, ngettext

from thai_text.dates import english_date, thai_date
from webapp.shared.clock import BANGKOK
from webapp.shared.languages import language
from webapp.shared.quarters import Quarter


def day(value: date | None) -> str:
    """A date: Buddhist era in Thai, Christian era in English; "" for none."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(BANGKOK).date()
    return thai_date(value) if language() == "th" else english_date(value)


def moment(value: datetime | None) -> str:
    """A date with the time in Bangkok; "" for none."""
    if value is None:
        return ""
    local = value.astimezone(BANGKOK)
    return gettext("%(day)s at %(time)s", day=day(value), time=f"{local:%H.%M}")


def duration(seconds: float) -> str:
    """A length of time in whole minutes, or seconds below one minute."""
    if seconds < 60:
        return ngettext("%(num)d second", "%(num)d seconds", max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return ngettext("%(num)d minute", "%(num)d minutes", minutes)
    hours, minutes = divmod(minutes, 60)
    text = ngettext("%(num)d hour", "%(num)d hours", hours)
    rest = ngettext("%(num)d minute", "%(num)d minutes", minutes)
    return f"{text} {rest}" if minutes else text


def quarter(value: Quarter) -> str:
    """A quarter of a fiscal year (Buddhist era) as it is said."""
    return gettext("quarter %(number)s of %(year)s", number=value.number, year=value.year_be)


def file_size(count: int) -> str:
    """A number of bytes in kB or MB, as a listener understands it."""
    if count < 1_000_000:
        return gettext("%(size)s kB", size=f"{max(1, round(count / 1000)):,}")
    return gettext("%(size)s MB", size=f"{count / 1_000_000:.1f}".removesuffix(".0"))


def init_app(app: Flask) -> None:
    """Give the templates the filters."""
    app.jinja_env.filters.update(
        day=day, moment=moment, duration=duration, file_size=file_size, quarter=quarter
    )
