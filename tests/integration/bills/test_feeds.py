"""Feeds and calendar files of bills, read back by the libraries that others read them with."""

from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from tests.integration.bills.making import TO_SENATE, K, make_bill, make_session, record
from webapp.bills import service

pytestmark = pytest.mark.usefixtures("clock")
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(app, path):
    answer = app.test_client().get(path)
    assert answer.mimetype == "application/atom+xml"
    return ElementTree.fromstring(answer.data)  # noqa: S314 - our own feed


def titles(found):
    return [entry.findtext(f"{ATOM}title") for entry in found.findall(f"{ATOM}entry")]


def test_a_bills_feed_has_every_step_with_the_newest_first(app, clock):
    bill = make_bill(english="Test bill")
    for kind, on in TO_SENATE:
        record(bill, kind, on)
        clock.advance(minutes=1)
    found = feed(app, f"/en/bills/{bill.public_id}/feed.atom")
    assert len(titles(found)) == len(TO_SENATE)
    assert titles(found)[0] == "Received by the Senate on 20 January 2026: Test bill"
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert links["alternate"] == f"http://localhost/en/bills/{bill.public_id}"
    assert links["self"] == f"http://localhost/en/bills/{bill.public_id}/feed.atom"


def test_a_feed_tells_of_a_withdrawn_step(app):
    bill = make_bill(*TO_SENATE, english="Test bill")
    service.withdraw_step(bill.public_id, bill.steps[-1].id, "wrong", None)
    found = feed(app, f"/en/bills/{bill.public_id}/feed.atom")
    assert any(title.startswith("Withdrawn, it was a mistake") for title in titles(found))


def test_the_lists_feed_takes_the_lists_filters(app):
    make_bill(*TO_SENATE, english="In the Senate")
    make_bill(TO_SENATE[0], english="In the House")
    found = feed(app, "/en/bills/feed.atom?family=senate")
    assert [title.rpartition(": ")[2] for title in titles(found)] == ["In the Senate"]
    assert len(titles(feed(app, "/bills/feed.atom"))) == 2


@pytest.mark.parametrize("query", ["kind=zz", "family=zz", "proposer=zz", "year=12"])
def test_a_feed_by_a_filter_that_is_not_known_is_not_found(app, query):
    make_bill(*TO_SENATE)
    assert app.test_client().get(f"/bills/feed.atom?{query}").status_code == 404
    assert len(titles(feed(app, "/bills/feed.atom?kind=&year="))) == 1


def test_an_empty_feed_is_still_a_feed(app):
    assert titles(feed(app, "/bills/feed.atom")) == []


def test_a_feed_that_has_not_changed_is_not_sent_again(app):
    bill = make_bill(*TO_SENATE)
    path = f"/bills/{bill.public_id}/feed.atom"
    first = app.test_client().get(path)
    again = app.test_client().get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_feed_of_an_unknown_bill_is_not_found(app):
    assert app.test_client().get("/bills/b-99/feed.atom").status_code == 404
    assert app.test_client().get("/bills/b-99/calendar.ics").status_code == 404


def test_the_calendar_has_the_days_of_steps_and_the_last_day_of_the_limit(app):
    make_session("2025-12-12", "2026-04-10")
    bill = make_bill(*TO_SENATE, english="Test bill")
    answer = app.test_client().get(f"/en/bills/{bill.public_id}/calendar.ics")
    assert answer.mimetype == "text/calendar"
    events = Calendar.from_ical(answer.data).walk("VEVENT")
    days = {event.decoded("dtstart").isoformat(): str(event["summary"]) for event in events}
    assert days["2026-03-20"] == "Last day of the time limit: Test bill"
    assert days["2026-01-20"] == "Received by the Senate: Test bill"
    assert len(events) == len(TO_SENATE) + 1
    assert len({str(event["uid"]) for event in events}) == len(events)


def test_a_withdrawn_step_is_not_in_the_calendar(app):
    bill = make_bill(*TO_SENATE)
    service.withdraw_step(bill.public_id, bill.steps[-1].id, "wrong", None)
    assert bill.steps[-1].kind == K.SENATE_RECEIVED
    answer = app.test_client().get(f"/bills/{bill.public_id}/calendar.ics")
    assert len(Calendar.from_ical(answer.data).walk("VEVENT")) == len(TO_SENATE) - 1
