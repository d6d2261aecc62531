"""The figures: sentence, table, chart, CSV and JSON say the same, and hide what is small."""

import csv
import io
from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from tests.support.complaint_register import at, keep_case, working_day
from tests.support.databases import both_databases
from tests.support.page_rules import words
from webapp.complaints.models import (
    Complaint,
    ComplaintStep,
    ComplaintTally,
    ComplaintVerdict,
)
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.figures import Register, Scope, Way
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import State
from webapp.complaints.rules.verdicts import Measure, Outcome
from webapp.complaints.service import figures, tallies
from webapp.extensions import db
from webapp.shared.quarters import Quarter

# The clock stands on Monday 2 March 2026: quarter 2 of fiscal year 2569.
BEFORE = Quarter(2569, 1)
PAGE = "/complaints/statistics"


def answered(day: date, after: int, **other) -> None:
    """A message of a day that was answered so many working days later, and not before."""
    moment = at(working_day(day, after))
    keep_case(at(day), [(State.ANSWERED, moment)], first_reply=moment, **other)


def count() -> None:
    db.session.commit()
    tallies.count_figures()
    tallies.count_ended_quarters()
    db.session.expire_all()


def table(shown, heading: str) -> list[list[str]]:
    """The rows of the table under a heading, without its head."""
    section = shown.select_one(f"section[aria-labelledby={heading}]")
    return [[words(cell) for cell in row.select("th, td")] for row in section.select("tbody tr")]


def sentence(shown, heading: str) -> str:
    return words(shown.select_one(f"section[aria-labelledby={heading}] p"))


def bars(shown, heading: str) -> list[str]:
    return [
        words(text) for text in shown.select(f"section[aria-labelledby={heading}] .bar-chart__row")
    ]


@pytest.fixture
def worked_by_hand(app, clock):
    """Ten of October: seven in time, two too late, one never answered; one taken back in time."""
    monday = date(2025, 10, 6)
    for after in (0, 1, 1, 2, 3, 3, 3):
        answered(monday, after, channel=Channel.TELEPHONE)
    for after in (4, 12):
        answered(monday, after)
    keep_case(at(monday))
    keep_case(at(monday), [(State.WITHDRAWN, at(date(2025, 10, 7)))])
    count()


def test_a_case_worked_by_hand(page, worked_by_hand):
    thai, english = page.both(f"{PAGE}?quarter=2569-1")
    said = "70.00 percent in time: 7 ÷ (7 in time + 3 missed). Of the missed, 1 has not been done"
    assert said in sentence(english, "final")
    assert "ร้อยละ 70.00" in sentence(thai, "final")
    rows = table(english, "final")
    assert [row[1:] for row in rows] == [
        ["7", "70.00"], ["2", "20.00"], ["1", "10.00"], ["0", ""], ["1", ""],
    ]  # fmt: skip
    assert bars(english, "final") == [
        "In time: 70.00 %", "Too late: 20.00 %", "Not done, and its day is past: 10.00 %",
    ]  # fmt: skip
    assert "The median is 3 working days." in sentence(english, "final-days")
    days = [row[1] for row in table(english, "final-days")]
    assert days == ["1", "2", "1", "3", "1", "0", "1", "1"]


def test_first_reply_and_final_answer_are_apart(page, clock):
    monday = date(2025, 10, 6)
    for _number in range(5):
        course = [(State.EXAMINING, at(monday, 11)), (State.ANSWERED, at(working_day(monday, 9)))]
        keep_case(at(monday), course, first_reply=at(working_day(monday, 1)))
    count()
    shown = page.get(f"/en{PAGE}?quarter=2569-1")
    assert sentence(shown, "first").startswith("100.00 percent in time: 5 ÷ (5 in time + 0 missed)")
    assert sentence(shown, "final").startswith("0.00 percent in time: 0 ÷ (0 in time + 5 missed)")


def test_petitions_are_counted_apart(page, clock):
    for _number in range(5):
        answered(date(2025, 10, 6), 1)
        answered(date(2025, 10, 6), 9, kind=Kind.PETITION)
    count()
    shown = page.get(f"/en{PAGE}?quarter=2569-1")
    assert sentence(shown, "final").startswith("100.00 percent in time: 5 ÷")
    assert sentence(shown, "petitions-final").startswith("0.00 percent in time: 0 ÷")
    assert "Petition" not in str(table(shown, "kind"))


def test_a_quarter_with_nothing_to_assess_says_so_and_never_100_percent(page, clock):
    for shown in page.both(PAGE):
        assert "100" not in words(shown.main)
    english = page.get(f"/en{PAGE}")
    assert "There is nothing to assess" in sentence(english, "final")
    for _number in range(6):
        keep_case(at(date(2026, 2, 27)))
    count()
    english = page.get(f"/en{PAGE}")
    waiting = "There is nothing to assess yet: 6 messages are still within their time."
    assert sentence(english, "final") == waiting
    assert table(english, "quarters")[-1][1:] == [
        "6", "nothing to assess", "–", "nothing to assess", "–",
    ]  # fmt: skip
    thai = page.get(PAGE)
    assert "ยังไม่มีอะไรให้ประเมิน" in sentence(thai, "final")


def test_what_is_open_and_late_is_missed_by_itself_with_time(page, clock):
    for _number in range(5):
        keep_case(at(date(2026, 2, 27)))
    count()
    clock.advance(days=2)
    count()
    assert "nothing to assess yet: 5" in sentence(page.get(f"/en{PAGE}"), "final")
    clock.advance(days=1)
    count()
    assert sentence(page.get(f"/en{PAGE}"), "final").startswith("0.00 percent in time: 0 ÷")


def test_fewer_than_five_are_not_shown_to_everybody(page, officer, clock):
    for _number in range(4):
        answered(date(2025, 10, 6), 1)
    count()
    shown = page.get(f"/en{PAGE}?quarter=2569-1")
    assert "fewer than 5, which are not shown" in sentence(shown, "final")
    assert table(shown, "quarters")[0][1] == "fewer than 5"
    rows = list(csv.DictReader(io.StringIO(page.client.get(f"{PAGE}.csv").text.lstrip("\ufeff"))))
    assert rows == []


def test_a_small_group_cannot_be_found_by_taking_away(page, clock):
    monday = date(2025, 10, 6)
    for channel, number in ((Channel.WEB, 20), (Channel.TELEPHONE, 6), (Channel.LINE, 2)):
        for _number in range(number):
            answered(monday, 1, channel=channel)
    count()
    shown = figures.complaint_figures(Scope.PUBLIC, BEFORE).registers[Register.OFFICE]
    sizes = {key: one[Measure.FINAL].messages for key, one in shown.told[Way.CHANNEL].items()}
    assert sizes == {"web": 20, "": 8}
    # Two more of the small group change nothing until five have come.
    for _number in range(2):
        answered(monday, 1, channel=Channel.LINE)
    count()
    again = figures.complaint_figures(Scope.PUBLIC, BEFORE).registers[Register.OFFICE]
    assert {k: g[Measure.FINAL].messages for k, g in again.told[Way.CHANNEL].items()} == sizes


PLANS = ("met", "late", "undone", "taken_back")
cases = st.tuples(
    st.sampled_from(PLANS),
    st.integers(0, 3),
    st.sampled_from([Kind.COMPLAINT, Kind.COMPLIMENT, Kind.PETITION]),
    st.sampled_from([Channel.WEB, Channel.TELEPHONE, Channel.LINE]),
    st.sampled_from([date(2025, 10, 6), date(2025, 11, 12), date(2026, 1, 14)]),
)


def keep(plan: str, days: int, kind: Kind, channel: Channel, day: date) -> None:
    if plan in ("met", "late"):
        answered(day, days + 4 * (plan == "late"), kind=kind, channel=channel)
        return
    back = [(State.WITHDRAWN, at(working_day(day, days)))] if plan == "taken_back" else []
    keep_case(at(day), back, kind=kind, channel=channel)


@given(st.lists(cases, max_size=45))
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_sentence_table_chart_csv_and_json_agree_with_any_register(page, clock, register):
    for model in (ComplaintTally, ComplaintVerdict, ComplaintStep, Complaint):
        db.session.execute(delete(model))
    for case in register:
        keep(*case)
    count()
    shown = page.get(f"/en{PAGE}?quarter=all")
    data = page.client.get(f"{PAGE}.json").json
    text = page.client.get(f"{PAGE}.csv").text.lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    for petitions, name in ((False, "office"), (True, "petitions")):
        mine = [case for case in register if (case[2] is Kind.PETITION) == petitions]
        sizes = Counter(case[4] >= date(2026, 1, 1) for case in mine)
        seen = [case for case in mine if sizes[case[4] >= date(2026, 1, 1)] >= 5]
        agree(seen, name, shown, data, rows)


def agree(seen, name, shown, data, rows) -> None:
    """What is shown of a register is what is in it, everywhere."""
    plans = Counter(case[0] for case in seen)
    missed = plans["late"] + plans["undone"]
    heading = "petitions-final" if name == "petitions" else "final"
    whole = data["registers"][name]["whole"]
    told = [
        row for row in rows
        if (row["register"], row["by"], row["measure"]) == (name, "whole", "final")
    ]  # fmt: skip
    in_csv: Counter[str] = Counter()
    for row in told:
        in_csv[row["outcome"]] += int(row["messages"])
    assert (in_csv["met"], in_csv["missed"]) == (plans["met"], missed)
    if not seen:
        assert whole is None
        assert "There is nothing to assess" in sentence(shown, heading)
        return
    final = whole["final"]
    assert (final["met"], final["missed"], final["undone"]) == (
        plans["met"], missed, plans["undone"],
    )  # fmt: skip
    numbers = [row[1] for row in table(shown, heading)]
    assert numbers == [str(plans[key]) for key in ("met", "late", "undone")] + [
        "0", str(plans["taken_back"]),
    ]  # fmt: skip
    if plans["met"] + missed == 0:
        assert final["percent"] is None
        assert not bars(shown, heading)
        return
    percent = f"{100 * plans['met'] / (plans['met'] + missed):.2f}"
    assert final["percent"] == float(percent)
    said = f"{percent} percent in time: {plans['met']} ÷ ({plans['met']} in time + {missed} missed)"
    assert sentence(shown, heading).startswith(said)
    assert bars(shown, heading)[0] == f"In time: {percent} %"
    groups = data["registers"][name]["groups"]
    for by, found in groups.items():
        sizes = {key: group["final"]["messages"] for key, group in found.items()}
        assert all(size >= 5 for size in sizes.values()), (by, sizes)
        assert len(seen) - sum(sizes.values()) in range(len(seen) + 1)


@both_databases
def test_figures_are_counted_alike_on_both_databases(app, clock):
    for after in (0, 3, 3, 4, 9):
        answered(date(2025, 10, 6), after)
    count()
    before = db.session.query(ComplaintTally).count()
    count()
    assert db.session.query(ComplaintTally).count() == before
    final = figures.complaint_figures(Scope.PUBLIC, BEFORE).registers[Register.OFFICE].whole
    assert final is not None
    assert final[Measure.FINAL].outcomes == {Outcome.MET: 3, Outcome.MISSED: 2}


def test_a_message_that_is_reopened_is_counted_again(app, clock):
    monday = date(2025, 10, 6)
    for _number in range(5):
        answered(monday, 1)
    count()
    first = db.session.query(Complaint).first()
    moment = at(date(2025, 10, 20))
    first.state, first.counted_from = State.REOPENED.value, moment
    first.steps.append(ComplaintStep(state=State.REOPENED.value, at=moment, bureau=first.bureau))
    count()
    whole = figures.complaint_figures(Scope.STAFF, BEFORE).registers[Register.OFFICE].whole
    assert whole is not None
    assert whole[Measure.AGAIN].undone == 1
    assert whole[Measure.FINAL].met == 5
