"""What everybody is told of groups: late ones in steps, reopened ones of the whole alone."""

import csv
import io
from datetime import date

import pytest

from tests.support.complaint_register import at, keep_case, working_day
from tests.support.page_rules import words
from webapp.complaints.models import (
    Complaint,
    ComplaintCounting,
    ComplaintStep,
    ComplaintTally,
)
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import State
from webapp.complaints.service import tallies
from webapp.extensions import db

# The clock stands on Monday 2 March 2026: quarter 2 of fiscal year 2569.
PAGE = "/complaints/statistics"


def answered(day: date) -> None:
    told = at(working_day(day, 1))
    keep_case(at(day), [(State.ANSWERED, told)], first_reply=told)


def publish() -> None:
    db.session.commit()
    tallies.count_figures()
    tallies.count_ended_quarters()
    db.session.expire_all()


def test_where_none_was_late_it_is_told_of_each_group(page, clock):
    for _number in range(6):
        answered(date(2025, 10, 6))
    publish()
    kind = page.client.get(f"{PAGE}.json").json["registers"]["office"]["groups"]["kind"]
    assert kind["complaint"]["final"] == {
        "messages": 6, "late_at_least": 0, "late_at_most": 0, "percent_not_late_at_least": 100.0,
        "median_working_days": None,
    }  # fmt: skip


def reopen(count: int) -> None:
    """Let so many messages be reopened on the last day of October, and not be answered again."""
    for one in db.session.query(Complaint).order_by(Complaint.id).limit(count):
        moment = at(date(2025, 10, 31))
        one.state, one.counted_from = State.REOPENED.value, moment
        one.steps.append(ComplaintStep(state=State.REOPENED.value, at=moment, bureau=one.bureau))


@pytest.mark.parametrize(("count", "is_told"), [(1, False), (4, False), (5, True), (9, False)])
def test_answers_to_reopened_messages_are_told_of_five_or_more_and_of_no_group(
    page, clock, count, is_told
):
    for _number in range(10):
        answered(date(2025, 10, 6))
    reopen(count)
    publish()
    text = page.client.get(f"{PAGE}.csv").text.lstrip("\ufeff")
    ways = {row["by"] for row in csv.DictReader(io.StringIO(text)) if row["measure"] == "again"}
    assert ways == ({"whole"} if is_told else set())
    office = page.client.get(f"{PAGE}.json").json["registers"]["office"]
    assert ("again" in office["whole"]) is is_told
    assert "again" not in str(office["groups"])
    shown = words(page.get(f"/en{PAGE}?quarter=2569-1").main)
    assert ("Answer after a message was reopened" in shown) is is_told


def office_told(page):
    publish()
    return page.client.get(f"{PAGE}.json").json["registers"]["office"]


def test_the_whole_has_the_messages_too_that_are_in_no_group_yet(page, clock):
    for _number in range(10):
        answered(date(2026, 1, 14))
    for waiting in (0, 2, 4, 5, 6):
        missing = waiting - db.session.query(Complaint).count() + 10
        for _number in range(missing):
            keep_case(at(date(2026, 2, 27)), channel=Channel.LINE)
        office = office_told(page)
        assert office["whole"]["final"]["messages"] == 10 + waiting
        group = office["groups"]["kind"]["complaint"]["final"]
        assert (group["messages"], group["late_at_least"], group["late_at_most"]) == (10, 0, 0)


def test_four_messages_never_answered_are_in_the_whole_and_known_in_no_group(page, clock):
    for _number in range(10):
        answered(date(2025, 10, 6))
    office_told(page)
    for _number in range(4):
        keep_case(at(date(2025, 12, 1)), channel=Channel.LINE)
    office = office_told(page)
    whole, group = office["whole"]["final"], office["groups"]["kind"]["complaint"]["final"]
    assert (whole["messages"], whole["missed"]) == (14, 4)
    assert (group["messages"], group["late_at_least"], group["late_at_most"]) == (10, 0, 4)


def test_what_becomes_a_petition_later_stays_where_everybody_saw_it(page, clock):
    for _number in range(10):
        answered(date(2025, 10, 6))
    publish()
    db.session.query(Complaint).first().kind = Kind.PETITION.value
    publish()
    office = page.client.get(f"{PAGE}.json").json["registers"]["office"]
    assert office["whole"]["final"]["messages"] == 10


def test_files_counted_by_older_rules_are_counted_anew(page, clock):
    for _number in range(10):
        answered(date(2025, 10, 6))
    publish()
    db.session.query(ComplaintTally).update({"messages": 99})
    db.session.query(ComplaintCounting).delete()
    publish()
    office = page.client.get(f"{PAGE}.json").json["registers"]["office"]
    assert office["whole"]["final"]["messages"] == 10
