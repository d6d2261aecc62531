"""The agenda: a sitting is announced by staff or by a record, shown, told, and in the calendar."""

from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar

from tests.integration.bills.making import TO_SENATE, K, make_bill, sign_in_staff
from tests.support.databases import both_databases
from tests.support.feeds import ics
from tests.support.followers import follower, follows, told
from tests.support.following import feed, files_sent, text_of
from tests.support.record_files import give
from webapp.bills import service
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.following import service as following
from webapp.following.service import Channel, NewsKind
from webapp.shared import outbox

pytestmark = pytest.mark.usefixtures("clock")
TYPED = {
    "chamber": "senate", "on": "9 มี.ค. 2569", "begins": "9.30", "bills": "b-1, b-2",
    "source": "ระเบียบวาระ", "source_url": "https://example.org/agenda",
}  # fmt: skip


@pytest.fixture
def two_bills(app):
    """Two bills that the Senate has received."""
    found = [make_bill(*TO_SENATE, name=f"ร่าง{name} พ.ศ. ....") for name in ("หนึ่ง", "สอง")]
    outbox.drain()
    return found


def facts(*bills, on=date(2026, 3, 9), begins=time(9, 30), **more):
    numbers = frozenset(bill.id for bill in bills)
    return service.SittingFacts(House.SENATE, on, begins, numbers, "ระเบียบวาระ", **more)


def save(*bills, sitting=None, **more):
    kept = service.save_sitting(facts(*bills, **more), None, sitting.id if sitting else None)
    outbox.drain()
    return kept


def test_staff_announce_a_sitting_and_it_stands_on_the_pages_of_its_bills(page, two_bills):
    sign_in_staff(page.client)
    page.both("/staff/bills/sittings")
    page.both("/staff/bills/sittings/new")
    wrong = page.post(
        "/en/staff/bills/sittings/new", {**TYPED, "bills": "b-1 b-99", "begins": "25.00"}
    )
    assert "Write the hour like 9.30 or 13:00." in wrong.select_one(".error-summary").text
    wrong = page.post("/en/staff/bills/sittings/new", {**TYPED, "bills": "b-1 b-99"})
    assert "There is no bill “b-99”." in wrong.select_one(".error-summary").text
    assert not service.list_sittings()
    page.post("/staff/bills/sittings/new", TYPED)
    (sitting,) = service.list_sittings()
    for bill in two_bills:
        thai, english = page.both(f"/bills/{bill.public_id}")
        said = thai.find("a", href="https://example.org/agenda").text
        assert said == "วุฒิสภา วันที่ 9 มีนาคม 2569 เวลา 09.30 น."
        assert english.find("a", href="https://example.org/agenda").text.endswith("at 09.30")
    path = f"/staff/bills/sittings/{sitting.id}"
    thai, _english = page.both(path)
    assert thai.select_one("[name=bills]").text.strip() == "b-1 b-2"
    page.post(path, {**TYPED, "cancelled": "y"})
    thai, _english = page.both("/bills/b-1")
    assert not thai.find("a", href="https://example.org/agenda")
    page.both("/staff/bills/sittings")


@both_databases
def test_each_change_is_told_to_who_follows_a_bill_that_it_concerns(app):
    first, second = (make_bill(*TO_SENATE[:2], name=f"ร่าง{name}") for name in ("หนึ่ง", "สอง"))
    outbox.drain()
    follows("nok@example.org", "bill", first.id)
    follows("ple@example.org", "bill", second.id, kinds=frozenset({NewsKind.SITTING}))
    follows("dam@example.org", "bill", first.id, kinds=frozenset({NewsKind.VOTE}))

    def news(*bills, **more):
        before = len(told())
        save(*bills, sitting=service.list_sittings()[0], **more)
        return [who for _kind, who in told()[before:]]

    sitting = save(first)
    assert told() == [("sitting", "nok")]
    assert news(first) == []
    assert news(first, second) == ["ple"]
    assert news(first, second, on=date(2026, 3, 10)) == ["nok", "ple"]
    assert news(second, on=date(2026, 3, 10)) == ["nok"]
    assert news(second, on=date(2026, 3, 10), cancelled=True) == ["ple"]
    save(first, on=date(2026, 2, 1))
    assert len(told()) == 6  # a sitting of days gone by is no news
    whats = [text_of(one) for one in files_sent() if one["To"] == "nok@example.org"]
    assert "อยู่ในระเบียบวาระการประชุม: วุฒิสภา วันที่" in whats[0]
    assert "ไม่อยู่ในระเบียบวาระการประชุมแล้ว" in whats[2]
    assert sitting.edition == 5


def test_a_sitting_is_in_the_calendar_at_its_hour_and_on_the_home_and_is_cancelled_there(
    app, page, two_bills
):
    first, _second = two_bills
    follows("nok@example.org", "bill", first.id, channel=Channel.CALENDAR)
    nok = follower("nok@example.org")
    sitting = save(first)

    def event():
        content = page.client.get(feed(nok, "calendar.ics")).data
        assert ics.faults(content) == []
        (found,) = [
            one
            for one in Calendar.from_ical(content).walk("VEVENT")
            if f"sitting-{sitting.id}" in one["UID"]
        ]
        return found

    assert event().decoded("DTSTART") == datetime(2026, 3, 9, 2, 30, tzinfo=UTC)
    assert "อยู่ในระเบียบวาระ" in event()["SUMMARY"]
    own = following.follower_token(nok, following.Scope.MANAGE, app.config["SECRET_KEY"])
    page.get(f"/following/mine/{own}")
    assert "เวลา 09.30 น." in page.get("/following/home").select_one("#due").parent.text
    save(first, sitting=sitting, cancelled=True, begins=None)
    assert event()["STATUS"] == "CANCELLED"
    assert event().decoded("DTSTART") == date(2026, 3, 9)
    assert "09.30" not in page.get("/following/home").select_one("#due").parent.text


def test_a_sitting_is_in_the_public_calendar_of_its_bill(page, two_bills):
    first, second = two_bills
    sitting = save(first)

    def events(bill):
        content = page.client.get(f"/en/bills/{bill.public_id}/calendar.ics").data
        assert ics.faults(content) == []
        found = Calendar.from_ical(content).walk("VEVENT")
        return [one for one in found if f"sitting-{sitting.id}" in one["UID"]]

    assert events(second) == []
    (event,) = events(first)
    assert event.decoded("DTSTART") == datetime(2026, 3, 9, 2, 30, tzinfo=UTC)
    assert "On the order paper" in event["SUMMARY"]
    save(first, sitting=sitting, cancelled=True, begins=None)
    (event,) = events(first)
    assert event["STATUS"] == "CANCELLED"
    assert event.decoded("DTSTART") == date(2026, 3, 9)


def test_a_record_of_a_sitting_is_taken_once_and_changed(app, tmp_path):
    bill = {
        "id": "x-1", "title": "ร่างพระราชบัญญัติทดสอบ", "kind": "bill", "proposer": "cabinet",
        "steps": [{"date": "2026-01-05", "step": str(K.SUBMITTED_HOUSE)}],
    }  # fmt: skip
    made = make_bill(*TO_SENATE[:2])
    made.source_key = bill["id"]
    db.session.commit()
    row = {
        "id": "s-1",
        "chamber": "senate",
        "on": "2026-03-09",
        "begins": "09:30",
        "bill_ids": ["x-1"],
    }
    wrong = [
        {**row, "id": f"w-{number}", **one}
        for number, one in enumerate(
            ({"chamber": "cabinet"}, {"begins": "noon"}, {"bill_ids": ["none"]}, {"on": ""})
        )
    ]
    report = give(tmp_path, "sittings.json", {"sittings": [row, *wrong]})
    assert (report.new, [line for line, _why in report.refused]) == (1, [2, 3, 4, 5])
    report = give(tmp_path, "sittings.json", {"sittings": [row]})
    assert (report.new, report.changed) == (0, 0)
    give(tmp_path, "sittings.json", {"sittings": [{**row, "cancelled": True}]})
    db.session.expire_all()
    (sitting,) = service.list_sittings()
    assert (sitting.cancelled, sitting.begins, [one.id for one in sitting.bills]) == (
        True,
        time(9, 30),
        [made.id],
    )
