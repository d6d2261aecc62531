"""The published procedure: each step, the clock that stands still, the calendar that changes."""

from datetime import UTC, date, datetime, time

import pytest

from tests.support.databases import both_databases
from tests.support.page_rules import words
from webapp.bills import service as bills
from webapp.complaints import service
from webapp.complaints.events import complaint_moved
from webapp.complaints.models import ComplaintAlert
from webapp.complaints.rules.channels import Channel, ReplyBy
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.standard import FIRST, PublishedStandard, StandardRefused
from webapp.complaints.service import returned_alerts
from webapp.extensions import db
from webapp.shared.bureaux import Bureau

ONE = "/en/staff/complaints/1"


def kept(number=1):
    db.session.expire_all()
    return service.complaint_by_id(number)


@both_databases
def test_the_clock_stands_still_while_we_ask_and_runs_when_the_citizen_writes(file, clock):
    file()
    clock.advance(days=1)
    service.ask(1, 1, "Which lift?")
    assert (kept().state, kept().days_left) == ("waiting", 3)
    assert kept().wait_until == date(2026, 3, 24)
    clock.advance(days=6)
    assert not service.is_late(kept())
    service.add_message(1, "The left one")
    # Monday 9 March is counted: the person wrote before its cut-off.
    assert (kept().state, kept().due_on, kept().days_left) == ("examining", date(2026, 3, 11), None)
    assert [step.state for step in kept().steps][-3:] == ["examining", "waiting", "examining"]


def test_a_silence_of_fifteen_working_days_ends_by_itself(file, clock):
    file()
    service.ask(1, 1, "Which lift?")
    clock.advance(days=21)
    service.end_silences()
    assert kept().state == "waiting"
    clock.advance(days=1)
    service.end_silences()
    assert (kept().state, kept().steps[-1].cause) == ("examining", "no_reply")
    service.end_silences()
    assert len([step for step in kept().steps if step.cause]) == 1


def test_an_answered_message_closes_by_itself_and_can_be_reopened(file, clock):
    file()
    service.answer(1, 1, "Mended.")
    clock.advance(days=22)
    service.end_silences()
    assert kept().state == "closed"
    service.reopen(1, "It is not.")
    assert kept().due_on == date(2026, 3, 27)


def test_a_holiday_declared_ahead_moves_the_due_day_and_tells_those_concerned(file, posted):
    file(email="citizen@example.org")
    assert len(posted("citizen@example.org")) == 1
    bills.keep_holiday(bills.HolidayFacts(date(2026, 3, 4), "วันหยุดพิเศษ"))
    letters = posted("citizen@example.org")
    assert "The day of your answer has moved" in [letter["Subject"] for letter in letters]
    assert any("6 March 2026" in letter.get_content() for letter in letters)
    assert "กำหนดตอบเลื่อน" in posted("officer@example.org")[0]["Subject"]
    assert (kept().due_on, kept().steps[-1].cause) == (date(2026, 3, 6), "calendar")
    service.recount_all()
    assert len([step for step in kept().steps if step.cause]) == 1
    bills.remove_holiday(date(2026, 3, 4), None)
    posted()
    assert kept().due_on == date(2026, 3, 5)


def test_a_sudden_holiday_moves_the_day_until_which_we_wait_and_tells_those_concerned(
    file, posted, clock
):
    file(email="citizen@example.org")
    service.ask(1, 1, "Which lift?")
    posted()
    assert kept().wait_until == date(2026, 3, 23)
    bills.keep_holiday(bills.HolidayFacts(date(2026, 3, 23), "วันหยุดพิเศษ"))
    letter = posted("citizen@example.org")[-1]
    assert letter["Subject"] == "We wait for your answer until another day"
    assert "until 24 March 2026" in letter.get_content()
    told = posted("officer@example.org")[-1]
    assert "24 มีนาคม 2569" in told.get_content()
    assert kept().wait_until == date(2026, 3, 24)
    assert (kept().state, kept().days_left) == ("waiting", 3), "the clock still stands still"
    service.recount_all()
    assert len([step for step in kept().steps if step.cause == "waiting"]) == 1
    clock.advance(days=22)
    service.end_silences()
    assert kept().state == "waiting", "Tuesday 24 March is still waited for"
    clock.advance(days=1)
    service.end_silences()
    assert kept().state == "examining"


def test_reminder_lateness_and_escalation_are_told_once_each(file, clock, posted):
    file()
    service.accept(1, 1)
    service.keep_desk_addresses(
        {"technology": "bureau@example.org", "secretary_general": "sg@example.org"}, 1
    )
    counts = []
    for _day in range(12):
        service.watch_due_days()
        service.watch_due_days()
        posted()
        counts.append([len(posted(f"{to}@example.org")) for to in ("officer", "bureau", "sg")])
        clock.advance(days=1)
    levels = [(alert.level, alert.due_on) for alert in db.session.query(ComplaintAlert)]
    assert levels == [(level, date(2026, 3, 5)) for level in ("reminder", "late", "very_late")]
    # Wednesday 4 March, Friday 6 March, Wednesday 11 March.
    assert counts[1] == [0, 0, 0]
    assert counts[2] == [1, 0, 0]
    assert counts[4] == [2, 1, 0]
    assert counts[8] == [2, 1, 0]
    assert counts[9] == [3, 2, 1]
    returned_alerts.hand_out_alert(1)
    assert len(posted()) == 6


def test_the_clock_runs_from_receipt_and_not_from_entry(file):
    file(
        channel=Channel.TELEPHONE,
        entered_by=1,
        received_at=datetime(2026, 2, 27, 3, tzinfo=UTC),
        reply_by=ReplyBy.CALL,
        contact="02 000 0000",
    )
    # Friday; the 3rd of March is Makha Bucha only where the calendar says so.
    assert kept().due_on == date(2026, 3, 4)
    assert kept().received_at < kept().entered_at
    assert kept().bureau is Bureau.PUBLIC_RELATIONS
    service.answer(1, 1, "Mended.")
    to_tell = service.QueueFilter(to_tell=True)
    assert service.queue(to_tell, 1).total == 1
    service.told_by_officer(1, 1)
    assert service.queue(to_tell, 1).total == 0


def test_an_automatic_acknowledgement_is_no_first_reply(file, clock):
    file()
    assert kept().first_reply_at is None
    clock.advance(hours=1)
    service.accept(1, 1)
    assert kept().first_reply_at is None
    service.ask(1, 1, "Which?")
    assert kept().first_reply_at == clock()


def test_a_petition_goes_its_own_way(file):
    file(kind=Kind.PETITION)
    assert kept().bureau is Bureau.PRESIDENT


def test_a_message_out_of_our_mandate_tells_where_to_turn(page, send, officer, posted):
    code = send("/en", email="citizen@example.org")
    officer.post(f"{ONE}?do=take_up")
    typed = {"decline-to": "The city, telephone 1555", "decline-text": "Roads are the city's."}
    officer.post(f"{ONE}?do=decline", typed)
    case = page.post("/en/complaints/track", {"code": code})
    assert "Not within our mandate" in words(case.h1)
    assert "Right address: The city, telephone 1555" in words(case.main)
    assert "where you can turn" in posted("citizen@example.org")[-1]["Subject"]


def test_a_message_is_handed_over_and_the_clock_runs_on(officer, page, send, only_one):
    code = send()
    officer.post(f"{ONE}?do=take_up")
    officer.post(f"{ONE}?do=hand_over", {"hand_over-bureau": "central"})
    moved = only_one()
    assert (moved.bureau, moved.handler_id) == (Bureau.CENTRAL, None)
    assert moved.due_on == date(2026, 3, 5)
    assert "สำนักบริหารงานกลาง" in words(page.post("/complaints/track", {"code": code}).main)


def test_the_whole_course_is_walked_at_the_desk_and_seen_by_the_citizen(officer, page, send):
    code = send("/en")
    for deed, typed in (
        ("take_up", {}),
        ("accept", {}),
        ("examine", {}),
        ("ask", {"ask-text": "Which lift?"}),
    ):
        officer.post(f"{ONE}?do={deed}", typed)
    case = page.post("/en/complaints/track", {"code": code})
    assert words(case.h1) == "Your message: Waiting for you"
    assert "The clock stands still until you write" in words(case.main)
    assert "3 working days left" in words(case.main)
    assert "3 working days are left" in words(officer.get(ONE).main)
    officer.post(f"{ONE}?do=go_on")
    officer.post(f"{ONE}?do=answer", {"answer-text": "Mended."})
    assert words(page.get("/en/complaints/track/case").h1) == "Your message: Answered"


def test_a_citizen_takes_a_message_back(page, send, only_one, officer):
    code = send("/en")
    page.post("/en/complaints/track", {"code": code})
    gone = page.post("/en/complaints/track/withdraw", form_page="/en/complaints/track/case")
    assert words(gone.h1) == "Your message: Taken back"
    assert only_one().state == "withdrawn"
    assert not gone.select("textarea")
    assert "There is no such message." in officer.get("/en/staff/complaints").main.text


def test_a_new_standard_holds_from_its_day_and_changes_no_promise_made(officer, page, file, clock):
    first = file()
    typed = {
        "in_force_from": "9/3/2569", "decide_within": "1", "answer_within": "2",
        "very_late_after": "4", "remind_before": "1", "wait_for_citizen": "10",
        "close_after": "10", "hear_within": "12", "cut_off": "15.30", "tell_within": "2",
    }  # fmt: skip
    officer.post("/en/staff/complaints/standard", typed)
    assert officer.path == "/en/complaints/standard"
    shown = page.get("/en/complaints/standard").main
    assert "within 3 working days" in words(shown)
    steps = {words(row.th): words(row("td")[1]) for row in shown.select("tbody tr")}
    assert steps["Reopened"] == "The bureau that has your message"
    assert steps["Taken back"] == "You"
    clock.advance(days=7)
    assert "within 2 working days" in words(page.get("/en/complaints/standard").main)
    old = page.get("/en/complaints/standard/v/1")
    assert "Another version is in force today" in words(old.main)
    second = file()
    assert (kept(second).standard, kept(second).due_on) == (2, date(2026, 3, 11))
    assert (kept(first).standard, kept(first).due_on) == (1, date(2026, 3, 5))
    page.get("/complaints/standard/v/3", 404)


def test_a_standard_that_cannot_be_is_refused_with_a_reason(officer, clock):
    typed = {
        "in_force_from": "2/3/2569", "decide_within": "1", "answer_within": "3",
        "very_late_after": "2", "remind_before": "1", "wait_for_citizen": "10",
        "close_after": "10", "hear_within": "12", "cut_off": "noon", "tell_within": "1",
    }  # fmt: skip
    refused = officer.post("/en/staff/complaints/standard", typed)
    assert "Write the time like" in words(refused.select_one(".error-summary"))
    refused = officer.post("/en/staff/complaints/standard", {**typed, "cut_off": "16.30"})
    assert "Choose a later day" in words(refused.select_one(".error-summary"))
    later = {**typed, "cut_off": "16.30", "in_force_from": "9/3/2569"}
    refused = officer.post("/en/staff/complaints/standard", later)
    assert "very late after it" in words(refused.select_one(".error-summary"))
    with pytest.raises(StandardRefused):
        service.publish_standard(
            PublishedStandard(0, date(2027, 1, 1), 1, 99, 100, 1, 15, 15, 15, time(16, 30)), 1
        )
    assert service.standard_versions() == [FIRST]


def test_desk_addresses_are_kept_and_a_wrong_one_is_refused(officer):
    path = "/en/staff/complaints/addresses"
    officer.post(path, {"technology": "it@example.org"})
    assert service.desk_addresses() == {"technology": "it@example.org"}
    refused = officer.post(path, {"technology": "it@"})
    assert refused.select_one("#technology")["value"] == "it@"
    officer.post(path, {"technology": ""})
    assert service.desk_addresses() == {}


def test_each_step_that_a_person_hears_of_is_an_event(file):
    seen = []
    with complaint_moved.connected_to(lambda _s, complaint_id, step_id: seen.append(step_id)):
        file()
        service.answer(1, 1, "Mended.")
    assert [step.state for step in kept().steps if step.id in seen] == ["answered"]
