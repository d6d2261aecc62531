"""What is wrong with a calendar, by RFC 5545; section numbers are its own."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from icalendar import Calendar

MOST_OCTETS = 75
NEEDED = ("UID", "DTSTAMP", "DTSTART", "SUMMARY")


def faults(content: bytes) -> list[str]:
    """Every rule that the calendar breaks; empty for a valid one."""
    return [*_of_lines(content), *_of_calendar(Calendar.from_ical(content))]


def _of_lines(content: bytes) -> Iterator[str]:
    if b"\n" in content.replace(b"\r\n", b""):
        yield "a line does not end in CRLF (3.1)"
    for line in content.split(b"\r\n"):
        if len(line) > MOST_OCTETS:
            yield f"a line of {len(line)} octets (3.1)"
    content.decode()
    opened: list[bytes] = []
    for line in content.split(b"\r\n"):
        if line.startswith(b"BEGIN:"):
            opened.append(line[6:])
        elif line.startswith(b"END:") and (not opened or opened.pop() != line[4:]):
            yield f"{line!r} ends what was not begun (3.4)"
    if opened:
        yield f"{opened} is not ended (3.4)"


def _of_calendar(calendar: Calendar) -> Iterator[str]:
    for name in ("PRODID", "VERSION"):
        if name not in calendar:
            yield f"no {name} (3.6)"
    events = calendar.walk("VEVENT")
    for name, count in Counter(str(event.get("UID")) for event in events).items():
        if count > 1:
            yield f"the UID {name} comes {count} times (3.8.4.7)"
    for event in events:
        yield from (f"{event.get('UID')}: {fault}" for fault in _of_event(event))


def _of_event(event) -> Iterator[str]:
    yield from (f"no {name} (3.6.1)" for name in NEEDED if name not in event)
    if event.decoded("DTSTAMP").utcoffset() is None:
        yield "DTSTAMP is not in UTC (3.8.7.2)"
    if "@" not in str(event["UID"]):
        yield "the UID names no host (3.8.4.7, should)"
    start = event.decoded("DTSTART")
    # What begins at an hour may have no end; days are said from the first to the last.
    if "DTEND" not in event:
        if not isinstance(start, datetime) or start.utcoffset() is None:
            yield "no DTEND, and DTSTART is no moment of a known zone (3.6.1)"
    elif type(start) is not type(end := event.decoded("DTEND")) or end <= start:
        yield "DTEND is not after DTSTART, or of another type (3.8.2.2)"
    for alarm in event.walk("VALARM"):
        yield from (
            f"an alarm without {name} (3.6.6)"
            for name in ("ACTION", "TRIGGER", "DESCRIPTION")
            if name not in alarm
        )
