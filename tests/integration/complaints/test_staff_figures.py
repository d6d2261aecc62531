"""The figures for staff: every group, what is overdue, why it came; less what one may not see."""

import csv
import io
from datetime import date

import pytest

from tests.support.complaint_register import at, keep_case, working_day
from tests.support.page_rules import words
from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.models import CaseFinding, RootCause
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.figures import Scope
from webapp.complaints.rules.states import State
from webapp.complaints.service import figures, tallies
from webapp.extensions import db

PAGE = "/staff/complaints/statistics"
MONDAY = date(2026, 2, 2)


@pytest.fixture
def register(app, officer, clock):
    """Three answered, one by LINE never: it is overdue; a cause for the first and the last."""
    done = at(working_day(MONDAY, 1))
    cases = [keep_case(at(MONDAY), [(State.ANSWERED, done)], first_reply=done) for _n in range(3)]
    cases.append(keep_case(at(MONDAY), channel=Channel.LINE))
    cause = RootCause(name_th="ไม่มีสัญญา", name_en="No contract")
    db.session.add(cause)
    db.session.flush()
    for case in (cases[0], cases[3]):
        db.session.add(
            CaseFinding(complaint_id=case.id, root_cause_id=cause.id, cause="x", changed="y",
                        found_at=done)
        )  # fmt: skip
    db.session.commit()
    tallies.count_figures()
    return [case.id for case in cases]


def section(shown, heading: str) -> str:
    return words(shown.select_one(f"section[aria-labelledby={heading}]"))


def rows_of(browser) -> list[dict[str, str]]:
    answer = browser.client.get(f"{PAGE}.csv")
    return list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))


def test_staff_see_small_groups_what_is_overdue_and_the_causes(register, officer):
    thai, english = officer.both(PAGE)
    assert "75.00 percent in time: 3 ÷ (3 in time + 1 missed)" in section(english, "final")
    assert "LINE 1" in section(english, "channel")
    said = words(english.main)
    assert "1 message is overdue today." in said
    assert "No contract 2 100.0" in said
    assert english.select_one(f"a[href$='/staff/complaints/{register[3]}']")
    assert "วันนี้มีเรื่องเกินกำหนด 1 เรื่อง" in words(thai.main)
    assert officer.get("/en/staff/complaints?show=late").select(f"a[href$='/{register[3]}']")
    everything = officer.both(f"{PAGE}?quarter=all")[1]
    assert "75.00 percent in time" in section(everything, "final")


def test_what_an_officer_may_not_see_is_in_none_of_the_figures(register, officer, sign_in):
    named = sign_in("named@example.org")
    before = rows_of(named)
    [account_id] = [
        key for key in accounts.staff_names() if accounts.name_of(key) == "named@example.org"
    ]
    service.bar(register[3], account_id, None)
    shown = named.get(f"/en{PAGE}")
    assert "100.00 percent in time: 3 ÷ (3 in time + 0 missed)" in section(shown, "final")
    assert "LINE" not in words(shown.main)
    assert "No message is overdue." in words(shown.main)
    assert "No contract 1 100.0" in words(shown.main)
    assert not [row for row in rows_of(named) if row["group"] == "line"]
    assert (
        "line"
        not in named.client.get(f"{PAGE}.json").json["registers"]["office"]["groups"]["channel"]
    )
    assert "LINE" not in words(named.get(f"/en{PAGE}?quarter=all").main)
    assert rows_of(officer) == before
    # Public figures are the same for everybody.
    everybody = figures.list_tallies(Scope.PUBLIC, None)
    assert figures.list_tallies(Scope.PUBLIC, None, account_id) == everybody


def test_the_figures_for_staff_are_behind_the_gate(page, register):
    for ending in ("", ".csv", ".json"):
        answer = page.client.get(PAGE + ending)
        assert answer.status_code in (302, 401, 403)
