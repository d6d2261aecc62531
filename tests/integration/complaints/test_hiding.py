"""Small groups stay hidden: no export, no pair of exports, no two days take them apart."""

import csv
import io
import json
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from tests.support.complaint_register import at, keep_case, working_day
from tests.support.page_rules import words
from webapp.complaints import report_words
from webapp.complaints.models import (
    CaseFinding,
    Complaint,
    ComplaintStep,
    ComplaintTally,
    ComplaintVerdict,
    QuarterlyReport,
    RootCause,
)
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.figures import GROUPED
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import State
from webapp.complaints.service import reports, tallies, usage
from webapp.extensions import db
from webapp.shared import clock as site_clock
from webapp.shared.bureaux import Bureau
from webapp.shared.disclosure import FEWEST, too_near
from webapp.shared.quarters import Quarter

# The clock stands on Monday 2 March 2026: quarter 2 of fiscal year 2569.
BEFORE, NOW = Quarter(2569, 1), Quarter(2569, 2)
PAGE = "/complaints/statistics"
# Of a quarter, a register, a way and a group.
Name = tuple[str, str, str, str]

messages = st.tuples(
    st.sampled_from([date(2025, 10, 6), date(2026, 1, 14)]),
    st.sampled_from([Kind.COMPLAINT, Kind.SUGGESTION, Kind.PETITION]),
    st.sampled_from([Channel.WEB, Channel.TELEPHONE, Channel.FACEBOOK]),
    st.sampled_from([Bureau.TECHNOLOGY, Bureau.CENTRAL]),
    # Of the causes none, or one of three; the day of the answer, none for one still owed.
    st.sampled_from([0, 1, 1, 2, 3]),
    st.sampled_from([1, 1, 5, None]),
)
# What comes, which message an officer then sorts otherwise, and for what cause.
days = st.tuples(
    st.lists(messages, min_size=1, max_size=14),
    st.integers(0, 60),
    st.sampled_from([Kind.COMPLAINT, Kind.PETITION]),
    st.integers(1, 3),
)
# One day after the other, the figures being published after each.
registers = st.lists(days, min_size=2, max_size=5)


def keep(day, kind, channel, bureau, cause, after) -> None:
    told = at(working_day(day, after)) if after else None
    course = [(State.ANSWERED, told)] if told else []
    case = keep_case(
        at(day), course, first_reply=told, kind=kind, channel=channel, bureau=bureau
    )  # fmt: skip
    db.session.flush()
    if cause and told:
        db.session.add(
            CaseFinding(complaint_id=case.id, root_cause_id=cause, cause="x", changed="y",
                        found_at=told)
        )  # fmt: skip


def empty() -> None:
    db.session.rollback()
    db.session.expunge_all()
    for model in (QuarterlyReport, ComplaintTally, ComplaintVerdict, CaseFinding, ComplaintStep,
                  Complaint, RootCause):  # fmt: skip
        db.session.execute(delete(model))
    for number in (1, 2, 3):
        db.session.add(RootCause(id=number, name_th=f"เหตุ {number}", name_en=f"Cause {number}"))
    db.session.commit()


def publish() -> None:
    db.session.commit()
    tallies.count_figures()
    tallies.count_ended_quarters()
    db.session.expire_all()


def told_in_groups(client) -> dict[Name, int]:
    """The size of every group in the CSV."""
    text = client.get(f"{PAGE}.csv").text.lstrip("\ufeff")
    sizes: Counter[Name] = Counter()
    for row in csv.DictReader(io.StringIO(text)):
        if row["measure"] == "final" and (row["by"] == "whole" or row["outcome"] == "all"):
            key = f"{row['fiscal_year']}-{row['quarter']}"
            sizes[key, row["register"], row["by"], row["group"]] += int(row["messages"])
    wholes = {name: sizes.pop(name) for name in list(sizes) if name[2] == "whole"}
    assert all(size >= FEWEST for size in wholes.values()), wholes
    return dict(sizes)


def told_of_all_quarters(client) -> dict[tuple[str, str, str], int]:
    """The size of every group in the JSON: of both quarters together."""
    return {
        (register, way, group): measures["final"]["messages"]
        for register, found in client.get(f"{PAGE}.json").json["registers"].items()
        for way, groups in found["groups"].items()
        for group, measures in groups.items()
    }


def use_in_order(sizes: dict[Name, int]) -> list[int]:
    """How much the channels were used in the quarter before, in the order of their page."""
    used: Counter[str] = Counter()
    for (key, _register, way, group), size in sizes.items():
        if (key, way) == (BEFORE.key, "channel"):
            used[group] += size
    return [used[channel] for channel in usage.channels_by_use().channels]


def members() -> dict[Name, set[int]]:
    """Who is in each of the groups that are published, which nobody outside knows."""
    groups: dict[Name, set[int]] = defaultdict(set)
    for one in db.session.query(ComplaintVerdict).filter(
        ComplaintVerdict.shown_register.is_not(None)
    ):
        for way in GROUPED:
            group = getattr(one, f"shown_{way}") or "together"
            key = Quarter(one.year_be, one.quarter).key
            groups[key, one.shown_register, way.value, group].add(one.complaint_id)
    return dict(groups)


def told_in_report(report_id: int) -> dict[Name, int]:
    """The sizes in a report's rows of groups, and of its causes."""
    content = json.loads(db.session.get(QuarterlyReport, report_id).content)
    sizes: Counter[Name] = Counter()
    for year, quarter, register, way, key, measure, outcome, _days, count in content["tallies"]:
        if (measure, outcome) == ("final", "all"):
            sizes[f"{year}-{quarter}", register, way, key or "together"] += count
    parts = {part["id"]: part for part in content["en"]["parts"]}
    for register, part in (("office", "causes"), ("petitions", "petitions-causes")):
        for name, count, _percent, *_shown in parts[part]["rows"]:
            group = name.removeprefix("Cause ") if name.startswith("Cause ") else "together"
            sizes[BEFORE.key, register, "cause", group] = int(count)
    return dict(sizes)


def causes_told() -> dict[Name, set[int]]:
    groups: dict[Name, set[int]] = defaultdict(set)
    for one in db.session.query(ComplaintVerdict).filter(ComplaintVerdict.shown_cause.is_not(None)):
        name = (BEFORE.key, one.shown_register, "cause", one.shown_cause or "together")
        groups[name].add(one.complaint_id)
    return dict(groups)


def report(number: int | None) -> int:
    """Issue the report on the quarter before, or a correction of one."""
    made = reports.correct_report(number, None) if number else reports.prepare_report(BEFORE, None)
    reports.send_report(made.id, None)
    reports.note_considered(made.id, site_clock.today(), "", None)
    reports.issue_report(made.id, report_words.content_of, None)
    db.session.expire_all()
    return made.id


@given(registers)
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_publication_and_no_two_of_them_tell_of_one_to_four_messages(page, clock, register):
    empty()
    told: list[tuple[Name, frozenset[int]]] = []
    number = None
    for came, place, kind, cause in register:
        for message in came:
            keep(*message)
        cases = db.session.query(Complaint).order_by(Complaint.id).all()
        cases[place % len(cases)].kind = kind.value
        for finding in db.session.query(CaseFinding).order_by(CaseFinding.complaint_id).limit(1):
            finding.root_cause_id = cause
        publish()
        in_groups = members()
        sizes = told_in_groups(page.client)
        assert sizes == {name: len(ids) for name, ids in in_groups.items()}
        together: Counter[tuple[str, str, str]] = Counter()
        for (_key, *group), size in sizes.items():
            together[tuple(group)] += size
        assert told_of_all_quarters(page.client) == together
        order = use_in_order(sizes)
        assert order == sorted(order, reverse=True)
        told += [(name, frozenset(ids)) for name, ids in in_groups.items()]
        number = report(number)
        everything = {**members(), **causes_told()}
        here = {name: len(ids) for name, ids in everything.items() if name[0] == BEFORE.key}
        assert told_in_report(number) == here
        told += [(name, frozenset(ids)) for name, ids in everything.items()]
    assert all(len(ids) >= FEWEST for _name, ids in told)
    for (first, ids), (second, others) in combinations(set(told), 2):
        named = "together" not in (first[-1], second[-1])
        if named or first == second:
            assert not too_near(ids, others), (first, second)


def test_an_odd_number_of_days_does_not_join_one_kind_with_one_channel_and_bureau(page, clock):
    """Who joins the groups of the CSV by outcome and days would know all of one message."""
    empty()
    monday = date(2025, 10, 6)
    for number in range(24):
        keep(
            monday, Kind.COMPLAINT if number % 2 else Kind.SUGGESTION,
            Channel.WEB if number % 3 else Channel.TELEPHONE,
            Bureau.CENTRAL if number % 4 > 1 else Bureau.TECHNOLOGY, 0, 9 if number == 7 else 1,
        )  # fmt: skip
    publish()
    text = page.client.get(f"{PAGE}.csv").text.lstrip("\ufeff")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["measure"] == "final"]
    assert "9" in {row["working_days"] for row in rows if row["by"] == "whole"}
    groups = [row for row in rows if row["by"] != "whole"]
    assert {row["working_days"] for row in groups} == {""}
    assert {row["outcome"] for row in groups} == {"all", "late_at_most"}
    assert {row["messages"] for row in groups if row["outcome"] == "late_at_most"} == {"4"}
    data = page.client.get(f"{PAGE}.json").json["registers"]["office"]
    assert "9" in data["whole"]["final"]["working_days"]
    late = [group["final"] for groups in data["groups"].values() for group in groups.values()]
    assert {(one["late_at_least"], one["late_at_most"]) for one in late} == {(0, 4)}
    kinds = page.get(f"/en{PAGE}?quarter=2569-1").select_one("section[aria-labelledby=kind]")
    told = [[words(cell) for cell in row.select("td")] for row in kinds.select("tbody tr")]
    assert told == [["12", "at least 66.67", "1", "at least 66.67", "1"]] * 2
    assert "Complaint: at least 66.67 %" in words(kinds)
    assert "อย่างน้อย 66.67" in words(page.get(f"{PAGE}?quarter=2569-1").main)
    number = report(None)
    tallies_told = json.loads(db.session.get(QuarterlyReport, number).content)["tallies"]
    assert {row[6] for row in tallies_told if row[3] != "whole"} == {"all", "late_at_most"}
