"""What a person follows as a calendar (RFC 5545): sittings, sessions of Parliament, time limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from webapp.shared.clock import BANGKOK


@dataclass(frozen=True)
class Occasion:
    """Something that lasts whole days, the last one included. `key` is its name for ever; an alarm
    is set for a `reminder` days before."""

    key: str
    what: str
    first: date
    last: date
    page: str
    changed: datetime
    about: str = ""
    reminder: int = 0
    # The hour in Bangkok of what begins on its first day at an hour.
    begins: time | None = None
    cancelled: bool = False


def calendar(title: str, occasions: Sequence[Occasion], domain: str, page: str) -> bytes:
    """The calendar, for programs that ask for it again every hour; `page` is where it is changed
    (URL of RFC 7986)."""
    whole = Calendar()
    whole.add("prodid", "-//Siang Sapha//Following//TH")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    whole.add("x-wr-calname", title)
    whole.add("url", page)
    whole.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for one in occasions:
        whole.add_component(_event(one, domain))
    return bytes(whole.to_ical())


def _event(one: Occasion, domain: str) -> Event:
    event = Event()
    event.add("uid", f"{one.key}@{domain}")
    event.add("dtstamp", one.changed)
    event.add("last-modified", one.changed)
    if one.begins is None:
        event.add("dtstart", one.first)
        event.add("dtend", one.last + timedelta(days=1))
    else:
        # How long it lasts nobody knows; without an end it is of that hour (RFC 5545, 3.6.1).
        begins = datetime.combine(one.first, one.begins, BANGKOK)
        event.add("dtstart", begins.astimezone(UTC))
    event.add("summary", one.what)
    event.add("url", one.page)
    # Nobody is busy because a House sits.
    event.add("transp", "TRANSPARENT")
    if one.about:
        event.add("description", one.about)
    if one.cancelled:
        event.add("status", "CANCELLED")
    if one.reminder and not one.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.what)
        alarm.add("trigger", timedelta(days=-one.reminder))
        event.add_component(alarm)
    return event
