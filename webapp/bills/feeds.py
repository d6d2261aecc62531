"""Feeds and calendar files of bills: Atom (RFC 4287) and iCalendar (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from feedgen.feed import FeedGenerator
from flask import current_app, request, url_for
from flask_babel import gettext as _
from icalendar import Calendar, Event
from werkzeug.wrappers import Response

from webapp.bills import service
from webapp.bills.wording.steps import STEP_NAMES
from webapp.shared.clock import BANGKOK
from webapp.shared.languages import language

# What a feed without any entry says it was last changed at.
NEVER = datetime(2017, 4, 6, tzinfo=UTC)


def bill_feed(bill: service.Bill) -> Response:
    """Every step of a bill as an Atom feed, the newest first."""
    feed = _feed(bill.name(language()), _address("bills.show_bill", public_id=bill.public_id))
    entries = [(bill, step) for step in sorted(bill.steps, key=lambda step: _told_at(step))]
    return _atom(feed, entries)


def list_feed(title: str, bills: Iterable[service.Bill]) -> Response:
    """The latest step of each bill of a list as an Atom feed."""
    feed = _feed(title, _address("bills.list_bills", **request.args))
    latest = [(bill, service.bill_state(bill).last_step) for bill in bills]
    entries = [(bill, step) for bill, step in latest if step is not None]
    return _atom(feed, sorted(entries, key=lambda entry: _told_at(entry[1])))


def bill_calendar(bill: service.Bill) -> Response:
    """A bill's dated steps, the last day of its present limit, and the sittings that have it on
    their order paper; all-day events but those that begin at an hour."""
    calendar = Calendar()
    calendar.add("prodid", "-//Siang Sapha//Bills//TH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", bill.name(language()))
    for step in bill.steps:
        if step.on is not None and step.withdrawn_at is None:
            key = f"{bill.public_id}-step-{step.id}"
            what = str(STEP_NAMES[step.kind])
            calendar.add_component(_event(bill, key, step.on, what, step.entered_at))
    state = service.bill_state(bill)
    if state.deadline is not None and state.deadline.due is not None:
        last = state.deadline.due
        what = _("Last day of the time limit")
        event = _event(bill, f"{bill.public_id}-deadline", last, what, bill.changed_at)
        event.add("description", service.say_deadline(state))
        calendar.add_component(event)
    for sitting in service.sittings_on(bill, date.min, coming=False):
        calendar.add_component(_of_sitting(bill, sitting))
    answer = Response(calendar.to_ical(), mimetype="text/calendar")
    answer.headers["Content-Disposition"] = f'inline; filename="{bill.public_id}.ics"'
    return answer


def _event(bill: service.Bill, key: str, on: date, what: str, told: datetime) -> Event:
    event = Event()
    event.add("uid", f"{key}@siang-sapha")
    event.add("dtstamp", told)
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", f"{what}: {bill.name(language())}")
    event.add("url", _address("bills.show_bill", public_id=bill.public_id))
    return event


def _of_sitting(bill: service.Bill, sitting: service.Sitting) -> Event:
    key = f"{bill.public_id}-sitting-{sitting.id}"
    event = _event(bill, key, sitting.on, _("On the order paper"), sitting.changed_at)
    event.add("description", service.say_sitting(sitting))
    if sitting.begins is not None:
        # How long it lasts nobody knows; without an end it is of that hour (RFC 5545, 3.6.1).
        del event["dtstart"], event["dtend"]
        begins = datetime.combine(sitting.on, sitting.begins, BANGKOK)
        event.add("dtstart", begins.astimezone(UTC))
    if sitting.cancelled:
        event.add("status", "CANCELLED")
    return event


def _feed(title: str, page: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.id(_here())
    feed.title(title)
    feed.author(name=_("Secretariat of the Senate"))
    feed.language(language())
    feed.link(href=_here(), rel="self")
    feed.link(href=page, rel="alternate")
    return feed


def _atom(feed: FeedGenerator, entries: list[tuple[service.Bill, service.BillStep]]) -> Response:
    for bill, step in entries:
        page = _address("bills.show_bill", public_id=bill.public_id)
        entry = feed.add_entry()
        entry.id(f"{page}#step-{step.id}")
        entry.title(f"{_what(step)}: {bill.name(language())}")
        entry.link(href=page)
        entry.updated(_told_at(step))
        entry.summary(_summary(bill, step))
    newest = max((_told_at(step) for _bill, step in entries), default=NEVER)
    feed.updated(newest)
    answer = Response(feed.atom_str(), mimetype="application/atom+xml")
    answer.last_modified = newest
    answer.add_etag()
    return answer.make_conditional(request)


def _what(step: service.BillStep) -> str:
    what = service.say_step(step)
    if step.withdrawn_at is None:
        return what
    return _("Withdrawn, it was a mistake: %(step)s", step=what)


def _summary(bill: service.Bill, step: service.BillStep) -> str:
    state = service.say_state(bill, service.bill_state(bill))
    return "\n".join(filter(None, [step.note, state]))


def _told_at(step: service.BillStep) -> datetime:
    return step.withdrawn_at or step.entered_at


def _address(endpoint: str, **values: Any) -> str:
    base: str = current_app.extensions["settings"].BASE_URL
    return base + url_for(endpoint, **values)


def _here() -> str:
    base: str = current_app.extensions["settings"].BASE_URL
    return base + request.script_root + request.full_path.rstrip("?")
