"""Once a message is closed two questions are put, and again after four weeks; under one cap."""

from datetime import date, timedelta

import pytest

from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.models import ClosingAnswer, ComplaintClosing
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.closing import AskedAt, Verdict
from webapp.complaints.rules.wishes import Wish
from webapp.complaints.service.closing_figures import unanswered
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.uploads.vault import site_vault
from webapp.surveys import service as surveys

CASE = "/en/complaints/track/case"
MAIL = {"email": "somsri@example.org"}


@pytest.fixture
def closed(officer, page, send, only_one):
    """Send a message, open it by its code, have it answered and closed; gives the message."""

    def closed(start="/en", **typed):
        page.post(f"{start}/complaints/track", {"code": send(start, **typed)})
        complaint = only_one()
        service.take_up(complaint.id, 1)
        service.answer(complaint.id, 1, "ซ่อมแล้วเมื่อเช้านี้")
        service.close(complaint.id, 1)
        outbox.drain()
        return only_one()

    return closed


@pytest.fixture
def letters(monkeypatch):
    """The letters that go out."""
    sent = []
    monkeypatch.setattr("webapp.complaints.jobs.send", sent.append)
    return sent


def link_in(letter):
    return next(word for word in letter.text.split() if "/complaints/closing/" in word).replace(
        "http://localhost", ""
    )


def answered():
    db.session.expire_all()
    return [(a.asked_at, a.was_answered, a.was_solved) for a in db.session.query(ClosingAnswer)]


def test_the_letter_of_the_closing_opens_the_questions_and_not_the_message(page, closed, letters):
    closed(**MAIL)
    shown = page.get(link_in(letters[-1]))
    assert words(shown.h1) == "Two questions about how it ended"
    assert "ซ่อมแล้ว" not in shown.text


@pytest.mark.parametrize("start", ["", "/en"])
def test_answers_are_kept_with_the_reason_and_counted_without_a_person(
    page, closed, letters, start
):
    closed(start, **MAIL)
    link = link_in(letters[-1])
    page.post(link, {"was_answered": "yes", "was_solved": "partly", "why": "ยังมีเสียงดัง"})
    assert answered() == [(AskedAt.CLOSING, Verdict.YES, Verdict.PARTLY)]
    figure = service.closing_answers(date(2026, 3, 2), date(2026, 3, 2))[0]
    assert (figure.kind, figure.was_solved) == ("complaint", Verdict.PARTLY)
    assert not service.closing_answers(date(2026, 3, 3), date(2026, 3, 9))


def test_questions_left_open_are_asked_for_and_what_was_typed_stays(page, closed, letters):
    closed(**MAIL)
    refused = page.post(link_in(letters[-1]), {"was_answered": "no", "why": "ไม่มีใครมา"})
    assert "Choose yes, partly or no." in words(refused.select_one(".error-summary"))
    assert "ไม่มีใครมา" in refused.main.text
    assert not answered()


def test_no_offers_to_take_it_up_again_with_the_words_that_were_typed(
    page, closed, letters, only_one
):
    closed(**MAIL)
    link = link_in(letters[-1])
    offered = page.post(link, {"was_answered": "no", "was_solved": "no", "why": "ยังเสียอยู่"})
    assert "ยังเสียอยู่" in offered.select_one("textarea[name=text]").text
    page.post(f"{link}?do=reopen", {"text": "ยังเสียอยู่"}, form_page=link)
    assert only_one().state == "reopened"
    assert "not closed now" in page.get(link).main.text


def test_a_person_without_an_address_is_asked_on_the_page_alone(page, closed):
    closed()
    case = page.get(CASE)
    assert "Two questions about how it ended" in words(case.main)
    page.post("/en/complaints/track/closing", {"was_answered": "yes", "was_solved": "yes"})
    assert page.path == CASE
    assert not page.get(CASE).select("input[name=was_answered]")


def test_whom_something_else_asked_within_90_days_is_not_asked_but_can_answer(
    page, closed, letters
):
    assert surveys.claim_asking("mail:somsri@example.org", "test")
    closed(**MAIL)
    assert "/complaints/closing/" not in letters[-1].text
    case = page.get(CASE)
    assert not case.select("input[name=was_answered]")
    link = case.select_one("a[href='/en/complaints/track/closing']")
    page.post(link["href"], {"was_answered": "yes", "was_solved": "yes"})
    assert len(answered()) == 1


def test_the_questions_claim_the_cap_for_everything_else(closed, letters):
    closed(**MAIL)
    assert not surveys.may_ask("mail:somsri@example.org", "test")


def test_after_four_weeks_it_is_asked_again_once_in_the_same_round(page, closed, letters, clock):
    closed(**MAIL)
    page.post(link_in(letters[-1]), {"was_answered": "yes", "was_solved": "yes"})
    clock.advance(days=27)
    service.ask_again()
    outbox.drain()
    count = len(letters)
    clock.advance(days=1)
    for _night in range(2):
        service.ask_again()
        outbox.drain()
    assert len(letters) == count + 1
    page.post(link_in(letters[-1]), {"was_answered": "yes", "was_solved": "no"})
    assert [time for time, _answered, _solved in answered()] == ["closing", "four_weeks"]


def test_what_was_reopened_is_not_asked_about_after_four_weeks(closed, letters, clock):
    service.reopen(closed(**MAIL).id, "ยังเสีย")
    outbox.drain()
    count = len(letters)
    clock.advance(days=28)
    service.ask_again()
    outbox.drain()
    assert len(letters) == count


def test_a_letter_sent_again_after_a_crash_still_asks(closed, letters, only_one):
    complaint = closed(**MAIL)
    assert service.claim_questions(complaint, "test")
    assert service.claim_questions(only_one(), "test")


def test_who_is_called_is_an_errand_until_an_officer_has_told_and_asked(
    officer, clock, only_one, send
):
    send()
    complaint = only_one()
    complaint.reply_by, complaint.contact = "call", "02 123 4567"
    db.session.commit()
    service.take_up(complaint.id, 1)
    service.answer(complaint.id, 1, "ซ่อมแล้ว")
    service.close(complaint.id, 1)
    outbox.drain()
    errands = officer.get("/en/staff/complaints/errands")
    assert "Call back" in words(errands.main)
    officer.both("/staff/complaints/errands")
    officer.post(
        f"/en/staff/complaints/{complaint.id}?do=tell",
        form_page=f"/en/staff/complaints/{complaint.id}",
    )
    assert {step.told_by for step in only_one().steps if step.by_hand} == {1}
    path = f"/en/staff/complaints/{complaint.id}/closing"
    officer.post(path, {"was_answered": "yes", "was_solved": "yes", "why": "พอใจ"})
    assert "Nobody waits to be told." in officer.get("/en/staff/complaints/errands").main.text
    assert answered() == [(AskedAt.CLOSING, Verdict.YES, Verdict.YES)]
    officer.both(f"/staff/complaints/{complaint.id}/closing")


@pytest.fixture
def called(officer, clock, only_one, send):
    """A message of a person who is called, closed and told; only the questions are left to put."""
    send()
    complaint = only_one()
    complaint.reply_by, complaint.contact = "call", "02 123 4567"
    db.session.commit()
    service.take_up(complaint.id, 1)
    service.answer(complaint.id, 1, "ซ่อมแล้ว")
    service.close(complaint.id, 1)
    outbox.drain()
    service.told_by_officer(complaint.id, 1)
    return complaint.id


def wait():
    db.session.expire_all()
    return [errand.complaint.id for errand in service.errands(None)]


def test_nobody_is_called_more_than_twice_at_each_of_the_two_times(officer, called, clock):
    path = f"/en/staff/complaints/{called}/closing"
    for _press in range(2):
        officer.post(f"{path}/no-answer", form_page=path)
    assert wait() == [called], "a day counts once"
    assert "Asked in vain on 2 March 2026" in words(
        officer.get("/en/staff/complaints/errands").main
    )
    clock.advance(days=1)
    shown = officer.post(f"{path}/no-answer", form_page=path)
    assert "Nobody waits to be told." in words(shown.main)
    clock.advance(days=1)
    with pytest.raises(service.StepNotAllowed):
        service.note_no_answer(called, 1)
    officer.both(f"/staff/complaints/{called}/closing")
    clock.advance(days=26)
    assert wait() == [called], "four weeks later it is asked once more"
    for _day in range(2):
        service.note_no_answer(called, 1)
        clock.advance(days=1)
    assert wait() == []


def test_nobody_is_called_any_more_two_weeks_after_the_second_time(officer, called, clock):
    clock.advance(days=41)
    assert wait() == [called]
    clock.advance(days=1)
    assert wait() == []
    assert service.questions_about(service.complaint_by_id(called)), "who calls is still heard"


def test_who_was_asked_and_said_nothing_counts_as_not_having_answered(called, clock):
    first, last = date(2026, 3, 1), date(2026, 6, 30)
    clock.advance(days=27)
    assert unanswered(first, last) == []
    clock.advance(days=1)
    assert unanswered(first, last) == [(AskedAt.CLOSING, "complaint")]
    assert unanswered(first, date(2026, 3, 29)) == []
    said = service.Said(Verdict.YES, Verdict.YES)
    service.answer_questions(called, said, 1)
    clock.advance(days=30)
    assert unanswered(first, last) == [(AskedAt.CLOSING, "complaint")]


def test_who_had_it_taken_up_again_does_not_count_as_silent(called, clock):
    came = clock()
    # It was closed in the evening; the letter, entered next day, had come at noon.
    db.session.query(ComplaintClosing).one().closed_at = came + timedelta(hours=6)
    db.session.commit()
    clock.advance(days=1)
    said = service.Heard(Wish.REOPEN, "ยังเสีย", Channel.TELEPHONE, came)
    service.keep_heard(called, 1, said, site_vault())
    clock.advance(days=60)
    assert unanswered(date(2026, 3, 1), date(2026, 6, 30)) == []


@pytest.mark.parametrize("ending", ["mp3", "brf", "pdf"])
def test_the_answer_is_had_in_another_form_at_once(page, closed, ending):
    closed()
    link = page.get(CASE).select_one(f"a[href$='answer.{ending}']")
    made = page.client.get(link["href"])
    assert made.status_code == 200
    beginning = {"mp3": (b"ID3", b"\xff"), "brf": b"", "pdf": b"%PDF"}[ending]
    assert made.data.startswith(beginning)
    assert len(made.data) > 20
    assert made.headers["Cache-Control"] == "no-store"


def test_what_cannot_be_made_at_once_is_asked_for_with_the_number_of_the_message(page, closed):
    complaint = closed()
    link = page.get(CASE).select_one("a[href*='/forms/request']")
    asked = page.get(link["href"])
    assert f"number {complaint.id}" in asked.select_one("[name=subject]")["value"]


def test_before_there_is_an_answer_none_is_offered_in_another_form(page, send):
    page.post("/en/complaints/track", {"code": send("/en")})
    assert not page.get(CASE).select("a[href*='answer.mp3']")
    assert page.client.get("/complaints/track/answer.mp3").status_code == 404
