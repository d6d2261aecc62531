"""In the quarterly report petitions are apart: their causes, their repeats, what people said."""

import json
from datetime import date

import pytest

from tests.support.complaint_register import at, keep_case, working_day
from webapp.complaints import report_words
from webapp.complaints.models import (
    CaseFinding,
    ClosingAnswer,
    ComplaintClosing,
    QuarterlyReport,
    RootCause,
)
from webapp.complaints.rules.closing import AskedAt, Verdict
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import State
from webapp.complaints.service import reports
from webapp.extensions import db
from webapp.shared import clock as site_clock
from webapp.shared.quarters import Quarter

BEFORE = Quarter(2569, 1)
MONDAY = date(2025, 10, 6)


def learned(kind: Kind, place: str, cause: RootCause) -> int:
    """An answered message of October of which the cause is known."""
    told = at(working_day(MONDAY, 1))
    case = keep_case(at(MONDAY), [(State.ANSWERED, told)], first_reply=told, kind=kind)
    case.topic = "building"
    db.session.flush()
    db.session.add(
        CaseFinding(complaint_id=case.id, root_cause_id=cause.id, cause="x", changed="y",
                    place=place, place_key=place, found_at=told)
    )  # fmt: skip
    return case.id


def say(complaint_id: int) -> None:
    moment = at(date(2025, 11, 3))
    closing = ComplaintClosing(complaint_id=complaint_id, closed_at=moment)
    closing.answers = [
        ClosingAnswer(asked_at=AskedAt.CLOSING, was_answered=Verdict.YES, was_solved=Verdict.NO,
                      why="", at=moment)
    ]  # fmt: skip
    db.session.add(closing)


def issued(number: int | None = None) -> QuarterlyReport:
    made = reports.correct_report(number, None) if number else reports.prepare_report(BEFORE, None)
    reports.send_report(made.id, None)
    reports.note_considered(made.id, site_clock.today(), "", None)
    reports.issue_report(made.id, report_words.content_of, None)
    return made


def said_in(report: QuarterlyReport) -> dict[str, str]:
    content = json.loads(report.content or "")
    return {part["id"]: f"{part['title']}: {part['sentence']}" for part in content["en"]["parts"]}


@pytest.fixture
def registers(app, clock):
    """Ten complaints, each place twice; six petitions at one place; five petitioners answered."""
    cause = RootCause(name_th="เหตุ", name_en="Cause")
    db.session.add(cause)
    db.session.flush()
    for number in range(10):
        learned(Kind.COMPLAINT, f"place{number % 5}", cause)
    petitions = [learned(Kind.PETITION, "road", cause) for _number in range(6)]
    for complaint_id in petitions[:5]:
        say(complaint_id)
    db.session.commit()
    return cause


def test_petitions_have_their_own_causes_repeats_and_answers(registers):
    said = said_in(issued())
    assert "Of 10 messages the root cause was written down" in said["causes"]
    five = "5 of the 10 that say their topic and place repeat an earlier message: 50.00 percent."
    assert five in said["causes"]
    assert said["petitions-causes"].startswith("Petitions: Root causes: Of 6 messages")
    # Five repeat and one does not: of one nothing is told.
    assert "is not told: it would be of fewer than 5" in said["petitions-causes"]
    assert "fewer than 5 people answered" in said["said-closing"]
    assert "5 people answered. 100.00 percent" in said["petitions-said-closing"]


def test_a_correction_does_not_count_the_repeats_anew(registers):
    before = said_in(issued())["causes"].split("written down")[1]
    for _number in range(5):
        learned(Kind.COMPLAINT, "place1", registers)
    db.session.commit()
    after = said_in(issued(1))["causes"].split("written down")[1]
    assert "5 of the 10 that say" in before
    assert "5 of the 10 that say" in after
