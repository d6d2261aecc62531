"""A question and its answer are published only where the sender said that they may be."""

import pytest
from sqlalchemy import select

from tests.integration.complaints.test_channels import letter
from tests.support.databases import both_databases
from tests.support.letters import letters_in
from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.mail_reading import take_in
from webapp.extensions import db
from webapp.shared import outbox
from webapp.staff.models import AuditEntry

ONE = "/en/staff/complaints/1"
CASE = "/en/complaints/track/case"
CHOICE = "/en/complaints/track/publishing"
WORDS = service.PublicWords("The lift", "A lift stands still", "It is mended.")


@pytest.fixture
def answered(officer, send, page):
    """Send a message in English with a choice, or none, and answer it; the citizen has it open."""

    def answered(**typed):
        code = send("/en", **typed)
        service.take_up(1, 1)
        service.answer(1, 1, "It is mended.")
        page.post("/en/complaints/track", {"code": code})

    return answered


@both_databases
@pytest.mark.parametrize("typed", [{}, {"publish": ""}, {"publish": "no"}])
def test_without_a_yes_nobody_can_publish(answered, officer, typed):
    answered(**typed)
    with pytest.raises(service.ConsentMissing):
        service.publish_case(1, WORDS, 1)
    assert not officer.get(ONE).main.select("a[href$='/publish']")
    officer.get(f"{ONE}/publish")
    assert officer.path == ONE
    assert service.case_of(1) is None


def test_no_choice_is_made_for_anybody(page):
    for path in ("/complaints/new", "/en/complaints/new/questions/publish"):
        boxes = page.get(path).select("[name=publish]")
        assert [box["value"] for box in boxes] == ["yes", "no"]
        assert not [box for box in boxes if box.has_attr("checked")]


def test_another_word_than_yes_or_no_is_refused(page):
    typed = {"kind": "comment", "message": "x", "publish": "perhaps"}
    refused = page.post("/en/complaints/new", typed)
    assert "Choose yes or no, or leave it empty." in words(refused.select_one(".error-summary"))
    answer = page.client.post("/api/v1/complaints", json=typed)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["publish"])


def test_a_program_may_say_it_too(page, only_one):
    page.client.post(
        "/api/v1/complaints", json={"kind": "comment", "message": "x", "publish": "yes"}
    )
    assert only_one().may_publish is True


def test_the_choice_goes_along_in_a_draft(page, only_one):
    typed = {"kind": "comment", "message": "x", "publish": "no", "do": "keep"}
    page.post("/en/complaints/new", typed)
    shown = page.get("/en/complaints/new")
    assert shown.select_one("[name=publish][checked]")["value"] == "no"
    shown = page.get("/en/complaints/new/questions/publish")
    assert shown.select_one("[name=publish][checked]")["value"] == "no"
    page.post("/en/complaints/new", {"kind": "comment", "message": "x", "publish": "no"})
    assert only_one().may_publish is False


def test_a_no_takes_the_case_down_at_once_and_out_of_search(answered, page):
    answered(publish="yes")
    case = service.publish_case(1, WORDS, 1)
    outbox.drain()
    found = "/en/search?q=stands+still"
    assert f"/answered/{case.id}" in str(page.get(found).main)
    assert "You said yes" in words(page.get(CASE).main)
    page.both("/complaints/track/publishing")
    assert page.get(CHOICE).select_one("[name=publish][checked]")["value"] == "yes"
    page.post(CHOICE, {"publish": "no"})
    assert page.path == CASE
    assert "You said no: it is not published." in words(page.get(CASE).main)
    page.get(f"/en/complaints/answered/{case.id}", status=404)
    outbox.drain()
    assert f"/answered/{case.id}" not in str(page.get(found).main)
    with pytest.raises(service.ConsentMissing):
        service.publish_case(1, WORDS, 1)
    page.post(CHOICE, {"publish": "yes"})
    service.publish_case(1, WORDS, 1)
    assert page.get(f"/en/complaints/answered/{case.id}")


def test_the_page_of_the_choice_needs_an_answer_and_an_open_message(answered, page):
    page.get(CHOICE)
    assert page.path == "/en/complaints/track"
    answered()
    refused = page.post(CHOICE, {})
    assert "Choose yes or no." in words(refused.select_one(".error-summary"))
    assert service.complaint_by_id(1).may_publish is None


def test_an_officer_asks_once_and_the_person_hears_and_answers(answered, officer, page, config):
    answered(email="citizen@example.org")
    outbox.drain()
    officer.post(f"{ONE}?do=ask_to_publish", form_page=ONE)
    outbox.drain()
    [asked] = [mail for mail in letters_in(config.INSTANCE_DIR) if "published" in mail["Subject"]]
    assert "Say yes or no on the page of your message" in words_of(asked)
    assert "You are asked whether" in words(page.get(CASE).main)
    shown = officer.get(ONE)
    assert "has not answered yet" in words(shown.main)
    assert not shown.select("form[action$='ask_to_publish']")
    with pytest.raises(service.StepNotAllowed):
        service.ask_to_publish(1, 1)
    assert service.complaint_by_id(1).state == "answered"
    page.post(CHOICE, {"publish": "yes"})
    assert officer.get(ONE).select("a[href$='/publish']")
    assert audited("complaints.ask_to_publish") == ["complaint 1"]
    officer.both(ONE[3:])


def words_of(mail):
    return " ".join(mail.get_content().split())


def test_who_said_no_is_never_asked(answered, officer):
    answered(publish="no")
    assert "does not want it published" in words(officer.get(ONE).main)
    with pytest.raises(service.StepNotAllowed):
        service.ask_to_publish(1, 1)


def test_nobody_is_asked_before_the_answer(officer, send):
    send()
    service.take_up(1, 1)
    with pytest.raises(service.StepNotAllowed):
        service.ask_to_publish(1, 1)


def test_what_came_by_mail_is_unknown_and_so_not_published(app, clock, only_one):
    take_in(letter().as_bytes())
    assert only_one().may_publish is None


ENTERED = {
    "channel": "telephone", "kind": "comment", "message": "The lift stands still.",
    "reply_by": "call", "contact": "02-831-9300", "received_on": "", "received_time": "",
}  # fmt: skip


@pytest.mark.parametrize(("publish", "kept"), [("yes", True), ("no", False), ("", None)])
def test_an_officer_enters_what_the_person_said(officer, clock, only_one, publish, kept):
    officer.post("/en/staff/complaints/new", {**ENTERED, "publish": publish})
    assert only_one().may_publish is kept


def test_an_officer_notes_the_answer_of_a_person_on_the_telephone(officer, clock):
    officer.post("/en/staff/complaints/new", ENTERED)
    service.take_up(1, 1)
    service.answer(1, 1, "It is mended.")
    officer.post(f"{ONE}?do=note_consent", {"note_consent-publish": "yes"}, form_page=ONE)
    service.publish_case(1, WORDS, 1)
    officer.post(f"{ONE}?do=note_consent", {"note_consent-publish": "no"}, form_page=ONE)
    assert service.case_of(1) is None
    assert audited("complaints.note_consent") == ["complaint 1: yes", "complaint 1: no"]


def test_no_officer_says_yes_for_a_person_who_answers_alone(answered, officer):
    answered()
    assert not officer.get(ONE).select("form[action$='note_consent']")
    with pytest.raises(service.StepNotAllowed):
        service.note_consent(1, 1, True)


def audited(action):
    found = select(AuditEntry).where(AuditEntry.action == action).order_by(AuditEntry.id)
    return [entry.subject for entry in db.session.scalars(found)]
