"""What a person who is told by hand says later: entered, taken up again and taken back for her."""

import io
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from tests.support.databases import both_databases
from tests.support.page import form_to, hidden_fields
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import picture
from webapp.complaints import service
from webapp.complaints.models import Complaint, ComplaintVerdict
from webapp.complaints.rules.channels import Channel, ReplyBy
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.wishes import Wish
from webapp.complaints.service import tallies
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.uploads.vault import site_vault
from webapp.staff.models import AuditEntry

ONE = "/staff/complaints/1"
HEARD, BACK = f"/en{ONE}/heard", f"/en{ONE}/withdraw"
CAME = {"channel": "telephone", "received_on": "", "received_time": ""}
SAID = {**CAME, "text": "ยังเสียอยู่"}


def filed(**other):
    """A message in hand with the officer; its id."""
    filing = service.Filing(Kind.COMPLAINT, "ลิฟต์เสีย", "en", **other)
    complaint, _code = service.file_complaint(filing, "test", site_vault())
    service.take_up(complaint.id, 1)
    return complaint.id


@pytest.fixture
def called(officer, clock):
    """A message whose person is called, told of the receipt."""
    came = {"channel": Channel.TELEPHONE, "reply_by": ReplyBy.CALL, "contact": "02 831 9000"}
    filed(entered_by=1, **came)
    service.told_by_officer(1, 1)


@pytest.fixture
def answered(called):
    """The same, answered, and told so."""
    service.answer(1, 1, "Mended.")
    service.told_by_officer(1, 1)


def kept() -> Complaint:
    db.session.expire_all()
    return service.complaint_by_id(1)


def audited() -> list[tuple[int | None, str]]:
    rows = db.session.execute(select(AuditEntry.account_id, AuditEntry.action))
    return [(who, action) for who, action in rows if action.endswith("_for")]


def heard(wish, text="ยังเสียอยู่", **more):
    said = service.Heard(wish, text, Channel.TELEPHONE, **more)
    service.keep_heard(1, 1, said, site_vault())


def test_an_officer_adds_what_the_person_said_and_both_read_who_wrote_it_down(
    called, officer, clock
):
    clock.advance(hours=2)
    sent = {**SAID, "received_on": "2/3/2569", "received_time": "13.15"}
    shown = officer.post(HEARD, {**sent, "attachments": [(io.BytesIO(picture("JPEG")), "a.jpg")]})
    assert "What the person said is in the conversation." in words(shown)
    [said] = kept().messages
    assert (said.text, said.is_from_office, said.channel) == ("ยังเสียอยู่", False, "telephone")
    assert said.at == datetime(2026, 3, 2, 6, 15, tzinfo=UTC)
    assert (said.entered_by, said.entered_at) == (1, clock())
    assert [file.message_id for file in kept().attachments] == [said.id]
    assert "Entered for the person on" in words(officer.get(f"/en{ONE}").main)
    officer.both(f"{ONE}/heard")
    officer.both(f"{ONE}/withdraw")
    assert audited() == [(1, "complaints.add_for")]


def test_what_stands_on_the_page_of_the_person_says_that_an_officer_wrote_it(
    called, officer, clock, app
):
    heard(Wish.ADD)
    with officer.client.session_transaction() as session:
        session["complaint_case"] = [1, int(clock().timestamp()) + 60]
    for shown in officer.both("/complaints/track/case"):
        assert "ยังเสียอยู่" in shown.main.text
    assert "You told us on" in words(shown.main)


def test_programs_and_the_page_tell_alike_how_and_when_it_was_written_down(
    officer, page, clock, config
):
    came = {"channel": Channel.TELEPHONE, "reply_by": ReplyBy.CALL, "contact": "02 831 9000"}
    filing = service.Filing(Kind.COMPLAINT, "ลิฟต์เสีย", "en", entered_by=1, **came)
    _complaint, code = service.file_complaint(filing, config.SECRET_KEY, site_vault())
    service.take_up(1, 1)
    service.told_by_officer(1, 1)
    said_at = clock()
    clock.advance(hours=2)
    heard(Wish.ADD, received_at=said_at)
    service.ask(1, 1, "Which lift?")
    answer = page.client.post("/api/v1/complaints/track", json={"receipt": code, "language": "en"})
    told = [(one["at"], one["written_down_at"], one["channel"]) for one in answer.json["messages"]]
    assert told == [
        (said_at.isoformat(), clock().isoformat(), "telephone"),
        (clock().isoformat(), None, None),
    ]
    shown = words(page.post("/en/complaints/track", {"code": code}).main)
    assert "Telephone. Written down on 2 March 2026 at 14.00." in shown


@both_databases
def test_the_clock_runs_again_from_when_the_office_had_the_answer_to_our_question(called, clock):
    service.ask(1, 1, "Which lift?")
    service.told_by_officer(1, 1)
    clock.advance(days=2)
    came = clock()
    clock.advance(days=5)
    heard(Wish.ADD, received_at=came)
    assert (kept().state, kept().stands_still) == ("examining", False)
    assert kept().steps[-1].at == came
    # On Monday all three days were left; they are Wednesday to Friday.
    assert kept().due_on == kept().steps[-1].due_on == date(2026, 3, 6)


def test_words_that_came_before_the_question_leave_the_clock_standing(called, clock):
    came = clock()
    clock.advance(hours=3)
    service.ask(1, 1, "Which lift?")
    service.told_by_officer(1, 1)
    heard(Wish.ADD, received_at=came)
    assert kept().stands_still


def test_a_question_that_was_not_told_yet_is_not_answered_by_other_words(called, clock):
    service.ask(1, 1, "Which lift?")
    heard(Wish.ADD)
    assert (kept().state, len(service.errands(None))) == ("waiting", 1)


@both_databases
def test_who_says_that_it_was_not_answered_has_it_taken_up_again_from_that_day(answered, clock):
    clock.advance(days=1)
    came = clock()
    clock.advance(days=2)
    heard(Wish.REOPEN, received_at=came)
    again = kept()
    assert (again.state, again.counted_from, again.due_on) == ("reopened", came, date(2026, 3, 6))
    assert (again.steps[-1].at, again.steps[-1].account_id) == (came, None)
    assert service.errands(None) == [], "nobody is called for what the person did"
    tallies.count_figures()
    verdict = db.session.get(ComplaintVerdict, 1)
    assert (verdict.final_outcome, verdict.again_outcome) == ("met", "pending")
    assert audited() == [(1, "complaints.reopen_for")]


def test_thanks_take_nothing_up_again(answered, officer):
    officer.post(HEARD, {**SAID, "wish": "thanks", "text": "ขอบคุณ"})
    assert (kept().state, kept().thanks[0].text) == ("answered", "ขอบคุณ")


def test_after_the_end_the_officer_says_what_the_person_wants(answered, officer):
    refused = officer.post(HEARD, SAID)
    assert "Choose what the person wants." in words(refused.select_one(".error-summary"))
    assert refused.select_one("#text").text.strip() == "ยังเสียอยู่"
    officer.post(HEARD, {**SAID, "wish": "reopen"})
    assert kept().state == "reopened"


def test_it_is_taken_back_for_the_person_only_when_asked_twice(called, officer, clock):
    service.accept(1, 1)
    link = officer.get(f"/en{ONE}").select_one(f"a[href='{BACK}']")
    assert words(link) == "The person takes the message back"
    refused = officer.post(BACK, SAID)
    assert "Ask the person once more" in words(refused.select_one(".error-summary"))
    assert kept().state == "accepted"
    officer.post(BACK, {**SAID, "sure": "y"})
    assert (kept().state, kept().messages[-1].text) == ("withdrawn", "ยังเสียอยู่")
    assert service.errands(None) == []
    assert audited() == [(1, "complaints.withdraw_for")]
    officer.both(f"{ONE}/withdraw")
    officer.both(f"{ONE}/heard")


@pytest.mark.parametrize("path", [HEARD, BACK])
def test_the_same_form_sent_twice_is_kept_once(called, officer, path):
    form = form_to(officer.get(path), path, path)
    sent = {**hidden_fields(form), **SAID, "sure": "y"}
    for _press in range(2):
        assert officer.client.post(path, data=sent).status_code == 302
    assert len(kept().messages) == 1
    assert len(audited()) == 1


def test_what_was_taken_up_again_by_a_form_is_not_added_to_by_the_same_form(answered, officer):
    form = form_to(officer.get(HEARD), HEARD, HEARD)
    sent = {**hidden_fields(form), **SAID, "wish": "reopen"}
    for _press in range(2):
        assert officer.client.post(HEARD, data=sent).status_code == 302
    assert (kept().state, len(kept().steps), len(kept().messages)) == ("reopened", 6, 2)


def test_what_was_said_with_the_telling_is_kept_once_too(called, officer):
    service.accept(1, 1)
    path = f"/en{ONE}?do=tell"
    form = officer.get(f"/en{ONE}").select_one("form[action*='do=tell']")
    for _press in range(2):
        officer.client.post(path, data={**hidden_fields(form), "tell-said": "ตัวซ้าย"})
    assert [said.text for said in kept().messages] == ["ตัวซ้าย"]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"received_on": "27/2/2580", "received_time": "9.00"}, "later than now"),
        ({"received_on": "1/3/2569", "received_time": "9.00"}, "before the message came"),
        ({"received_time": "9.00"}, "Write the day as well"),
        ({"channel": ""}, "Choose how it came in."),
        ({"text": ""}, "Write your message."),
    ],
)
def test_what_cannot_be_is_refused_and_the_words_stay(called, officer, wrong, reason):
    refused = officer.post(HEARD, {**SAID, **wrong})
    assert reason in words(refused.select_one(".error-summary"))
    assert refused.select_one("#text").text.strip() == {**SAID, **wrong}["text"]
    assert not kept().messages


def test_words_that_cross_an_answer_are_kept_and_offered_again(called, officer):
    form = form_to(officer.get(HEARD), HEARD, HEARD)
    service.answer(1, 1, "Mended.")
    service.told_by_officer(1, 1)
    came = officer.client.post(HEARD, data={**hidden_fields(form), **SAID})
    assert "has changed meanwhile" in came.text
    assert "ยังเสียอยู่" in came.text
    assert 'value="reopen"' in came.text


def test_only_who_has_it_in_hand_and_only_for_whom_an_officer_hears(called, officer):
    db.session.get(Complaint, 1).handler_id = None
    db.session.commit()
    with pytest.raises(service.CaseWithAnother):
        heard(Wish.ADD)
    assert not officer.get(HEARD).select("#text")
    number = filed(email="somsri@example.org")
    said = service.Heard(Wish.WITHDRAW, "ขอถอน", Channel.TELEPHONE)
    with pytest.raises(service.StepNotAllowed):
        service.keep_heard(number, 1, said, site_vault())
    assert not officer.get(f"/en/staff/complaints/{number}/withdraw").select("#text")


def test_what_was_said_is_erased_with_the_message(called):
    heard(Wish.ADD, token="a word of the form")
    service.erase(1, site_vault())
    [said] = kept().messages
    assert (said.text, said.source_key) == ("", None)


def test_who_answers_no_to_the_questions_can_have_it_taken_up_again_at_once(answered, officer):
    service.close(1, 1)
    outbox.drain()
    path = f"/en{ONE}/closing"
    assert officer.get(f"/en{ONE}").select_one(f"a[href='{path}']")
    no = {"was_answered": "no", "was_solved": "no", "why": "ยังเสียอยู่"}
    offered = officer.post(path, no)
    assert offered.select_one("#text").text.strip() == "ยังเสียอยู่"
    sent = {**hidden_fields(form_to(offered, HEARD, HEARD)), **SAID, "wish": "reopen"}
    assert officer.client.post(HEARD, data=sent).status_code == 302
    assert kept().state == "reopened"
