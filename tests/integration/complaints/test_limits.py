"""The limits beside the answer's: whether it is ours, and what was sent on to others."""

from datetime import date

import pytest

from tests.support.databases import both_databases
from tests.support.page_rules import words
from webapp.bills import service as bills
from webapp.complaints import service
from webapp.complaints.models import Complaint, ComplaintAlert
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db

ONE = "/en/staff/complaints/1"
# 15 working days after Monday 2 March 2026.
HEAR_BY = date(2026, 3, 23)


@pytest.fixture
def addresses(file):
    """A message in hand with the officer, and whom the desk writes to."""
    service.keep_desk_addresses(
        {"technology": "bureau@example.org", "secretary_general": "sg@example.org"}, 1
    )


def kept(number=1):
    db.session.expire_all()
    return service.complaint_by_id(number)


def watched(clock, days):
    """Look every night for so many days; gives each alert with the day on which it was noted."""
    for _day in range(days):
        service.watch_due_days()
        service.watch_due_days()
        clock.advance(days=1)
    alerts = db.session.query(ComplaintAlert).order_by(ComplaintAlert.id)
    return [(one.level, one.at.date().isoformat(), one.due_on) for one in alerts]


def others(alerts):
    return [(level, on) for level, on, _due in alerts if level.startswith("hear")]


def decisions(alerts):
    return [(level, on) for level, on, _due in alerts if level.startswith("decide")]


@both_databases
def test_whether_it_is_ours_is_brought_to_mind_before_on_and_after_its_day(file, clock, addresses):
    file()
    assert kept().decide_by == date(2026, 3, 3)
    # The working day before, the day, the day after; very late as an answer is: 3 days after late.
    assert decisions(watched(clock, 12)) == [
        ("decide_soon", "2026-03-02"), ("decide_today", "2026-03-03"),
        ("decide_late", "2026-03-04"), ("decide_very_late", "2026-03-09"),
    ]  # fmt: skip


def test_the_decision_is_escalated_to_the_bureau_and_above_it(file, clock, addresses, posted):
    file()
    watched(clock, 12)
    posted()
    counts = [
        sum("พิจารณารับเรื่อง" in letter["Subject"] for letter in posted(f"{to}@example.org"))
        for to in ("officer", "bureau", "sg")
    ]
    assert counts == [4, 2, 1]
    assert "3 มีนาคม 2569" in posted("officer@example.org")[0].get_content()


def test_a_message_decided_in_time_is_not_brought_to_mind(file, clock):
    file()
    service.accept(1, 1)
    assert decisions(watched(clock, 12)) == []


def test_reopened_it_is_to_be_decided_anew(file, clock):
    file()
    service.answer(1, 1, "Mended.")
    clock.advance(days=7)
    service.reopen(1, "It is not.")
    assert decisions(watched(clock, 2))[:2] == [
        ("decide_soon", "2026-03-09"), ("decide_today", "2026-03-10"),
    ]  # fmt: skip


@both_databases
def test_what_is_sent_on_has_a_limit_with_reminder_and_escalation(file, clock, addresses, posted):
    file()
    service.refer(1, 1, "The city", "Roads are the city's.")
    assert (kept().hear_by, service.is_unheard(kept())) == (HEAR_BY, False)
    alerts = watched(clock, 30)
    assert {due for _level, _on, due in alerts} == {HEAR_BY}
    assert others(alerts) == [
        ("hear_soon", "2026-03-20"), ("hear_today", "2026-03-23"),
        ("hear_late", "2026-03-24"), ("hear_very_late", "2026-03-27"),
    ]  # fmt: skip
    posted()
    counts = [len(posted(f"{to}@example.org")) for to in ("officer", "bureau", "sg")]
    assert counts == [4, 2, 1]


def test_the_citizen_reads_until_when_we_hear_and_that_we_asked(file, page, send, clock, posted):
    code = send("/en", email="citizen@example.org")
    service.take_up(1, 1)
    service.refer(1, 1, "The city", "Roads are the city's.")
    case = page.post("/en/complaints/track", {"code": code})
    assert "If we have not heard from them by 23 March 2026" in words(case.main)
    clock.advance(days=22)
    page.post("/en/complaints/track", {"code": code})
    case = page.both("/complaints/track/case")[1]
    assert "We should have heard from those to whom it was sent on by 23 March 2026" in words(
        case.main
    )
    service.ask_others(1, 1)
    assert (kept().hear_by, kept().steps[-1].cause) == (date(2026, 4, 14), "asked_others")
    case = page.both("/complaints/track/case")[1]
    assert "We asked those to whom it was sent on how far it is." in words(case.main)
    assert "by 14 April 2026" in words(case.main)
    subjects = [letter["Subject"] for letter in posted("citizen@example.org")]
    assert subjects[-1] == "We asked those to whom your message was sent on"


def test_an_officer_notes_at_the_desk_that_others_were_asked(file, officer, clock):
    file()
    assert "I have asked them" not in words(officer.get(ONE).main)
    officer.post(f"{ONE}?do=refer", {"refer-to": "The city", "refer-text": "Roads."})
    officer.both(ONE[3:])
    officer.post(f"{ONE}?do=ask_others")
    assert kept().steps[-1].cause == "asked_others"
    with pytest.raises(service.CaseWithAnother):
        service.ask_others(1, None)
    service.answer(1, 1, "The city mended it.")
    assert kept().hear_by is None
    with pytest.raises(service.StepNotAllowed):
        service.ask_others(1, 1)


def test_what_was_not_heard_of_in_time_is_counted(file, officer, page, clock):
    for kind in [Kind.COMPLAINT] * 6 + [Kind.PETITION] * 2:
        number = file(kind=kind)
        service.refer(number, 1, "The city", "Roads are the city's.")
    statistics = "/complaints/statistics"
    told = page.client.get(f"{statistics}.json").json["with_others_now"]
    assert told["office"] == {"in_time": 6, "unheard": 0}
    assert service.count_late(1) == 0
    clock.advance(days=22)
    assert service.count_late(1) == 8
    assert "Overdue by 1 working day" in words(officer.get("/en/staff/complaints?show=late").main)
    assert "8 messages are overdue today" in words(
        officer.get("/en/staff/complaints/statistics").main
    )
    told = page.client.get(f"{statistics}.json").json["with_others_now"]
    # Two petitions are too few to be told to everybody, counted apart as they are.
    assert told == {
        "office": {"in_time": 0, "unheard": 6},
        "petitions": {"in_time": 0, "unheard": None},
    }
    thai, english = page.both(statistics)
    assert "6 messages are past the day by which we should have heard" in words(english.main)
    assert "fewer than 5" in words(english.main)
    assert "6 เรื่อง" in words(thai.main)


def test_what_was_sent_on_before_there_was_a_limit_is_counted_from_then(file, clock):
    file()
    service.refer(1, 1, "The city", "Roads are the city's.")
    db.session.query(Complaint).one().hear_by = None
    db.session.commit()
    service.watch_due_days()
    assert kept().hear_by == HEAR_BY


def test_a_holiday_moves_the_day_by_which_we_hear_and_those_concerned_are_told(file, clock, posted):
    file(email="citizen@example.org")
    service.refer(1, 1, "The city", "Roads are the city's.")
    posted()
    bills.keep_holiday(bills.HolidayFacts(date(2026, 3, 4), "วันหยุดพิเศษ"))
    posted()
    assert kept().hear_by == date(2026, 3, 24)
    assert (kept().state, kept().steps[-1].cause) == ("referred", "hearing")
    told = posted("citizen@example.org")[-1]
    assert told["Subject"] == "The day by which we hear from others has moved"
    assert "by 24 March 2026" in told.get_content()
    assert "24 มีนาคม 2569" in posted("officer@example.org")[-1].get_content()
    service.recount_all()
    assert [step.cause for step in kept().steps].count("hearing") == 1


def test_the_limit_is_that_of_the_standard_which_a_message_is_held_to(officer, page, file, clock):
    typed = {
        "in_force_from": "9/3/2569", "decide_within": "1", "answer_within": "3",
        "very_late_after": "6", "remind_before": "1", "wait_for_citizen": "10",
        "close_after": "10", "hear_within": "5", "tell_within": "1", "cut_off": "16.30",
    }  # fmt: skip
    officer.post("/en/staff/complaints/standard", typed)
    old = file()
    clock.advance(days=7)
    new = file()
    for number in (old, new):
        service.refer(number, 1, "The city", "Roads are the city's.")
    assert (kept(old).hear_by, kept(new).hear_by) == (date(2026, 3, 30), date(2026, 3, 16))
    thai, english = page.both("/complaints/standard")
    assert "if we have not heard within 5 working days how it ended" in words(english.main)
    assert "Sent on" in words(english.main)
    assert "5 วันทำการ" in words(thai.main)
