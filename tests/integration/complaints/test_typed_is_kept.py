"""What is typed on the pages of a message that is there outlives its session and an old form."""

import pytest

from tests.support.page import PageClient, form_to, hidden_fields
from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.models import ClosingAnswer
from webapp.complaints.routes.closing import REOPEN
from webapp.extensions import db

TRACK, TELL = "/en/complaints/track", "/en/complaints/track/closing"
SAID = {"was_answered": "no", "was_solved": "partly", "why": "ยังมีเสียงดัง"}


@pytest.fixture
def closed(officer, send, only_one):
    """A message that is closed; gives its receipt code."""
    code = send("/en")
    service.take_up(1, 1)
    service.answer(1, 1, "ซ่อมแล้ว")
    service.close(1, 1)
    return code


@pytest.fixture
def opened(closed, citizen):
    """The same, open in the browser of a citizen."""
    citizen.post(TRACK, {"code": closed})
    return closed


@pytest.fixture
def citizen(app):
    """A browser of its own."""
    return PageClient(app.test_client())


def sent(citizen, path, data, status=200):
    """The page that answers what is sent, without the form's own hidden fields."""
    return citizen._arrive(citizen.client.post(path, data=data), path, status)


def chosen(page):
    return [field["value"] for field in page.select("input[type=radio][checked]")]


def assert_answers_are_there(page):
    assert chosen(page) == ["no", "partly"]
    assert page.select_one("#why").text.strip() == "ยังมีเสียงดัง"


def test_the_code_and_the_words_beside_it_come_back_after_an_old_form(citizen, closed):
    typed = {"code": closed, "message": "ยังเสีย", "csrf_token": "old"}
    again = sent(citizen, TRACK, typed, 400)
    assert "open for too long" in words(again.select_one(".error-summary"))
    assert again.select_one("#code")["value"] == closed
    assert again.select_one("#message").text.strip() == "ยังเสีย"


def test_answers_on_the_page_of_the_message_come_back_after_an_old_form(citizen, opened):
    again = sent(citizen, TELL, {**SAID, "csrf_token": "old"}, 400)
    assert "open for too long" in words(again.select_one(".error-summary"))
    assert_answers_are_there(again)
    fresh = hidden_fields(form_to(again, TELL, TELL))
    sent(citizen, TELL, {**fresh, **SAID})
    assert db.session.query(ClosingAnswer).one().why == "ยังมีเสียงดัง"


@pytest.mark.parametrize("start", ["", "/en"])
def test_answers_from_the_link_of_a_letter_come_back_after_an_old_form(citizen, closed, app, start):
    token = service.questions_token(1, app.config["SECRET_KEY"])
    link = f"{start}/complaints/closing/{token}"
    again = sent(citizen, link, {**SAID, "csrf_token": "old"}, 400)
    assert_answers_are_there(again)
    fresh = hidden_fields(form_to(again, link, link))
    sent(citizen, link, {**fresh, **SAID})
    assert db.session.query(ClosingAnswer).one().why == "ยังมีเสียงดัง"
    reason = {"text": "ยังเสียอยู่", "csrf_token": "old"}
    again = sent(citizen, f"{link}?do={REOPEN}", reason, 400)
    assert again.select_one("#text").text.strip() == "ยังเสียอยู่"
    fresh = hidden_fields(form_to(again, link, link))
    sent(citizen, f"{link}?do={REOPEN}", {**fresh, "text": "ยังเสียอยู่"})
    db.session.expire_all()
    assert service.complaint_by_id(1).state == "reopened"


def test_answers_outlive_the_session_and_the_old_form_with_it(citizen, closed):
    asked = sent(citizen, TELL, SAID, 400)
    assert asked.select_one("#message").text.strip() == "ยังมีเสียงดัง"
    fresh = hidden_fields(form_to(asked, TRACK, TELL))
    back = sent(citizen, TRACK, {**fresh, "code": closed, "message": SAID["why"]})
    assert_answers_are_there(back)
    assert "Look through your answers" in words(back)
    sent(citizen, TELL, {**hidden_fields(form_to(back, TELL, TRACK)), **SAID})
    assert db.session.query(ClosingAnswer).one().was_solved == "partly"


def test_answers_outlive_the_hour_after_which_the_message_closes_by_itself(citizen, opened, clock):
    fresh = hidden_fields(form_to(citizen.get(TELL), TELL, TELL))
    clock.advance(hours=2)
    asked = sent(citizen, TELL, {**fresh, **SAID})
    assert "open for too long" in words(asked.select_one(".error-summary"))
    wrong = {**hidden_fields(form_to(asked, TRACK, TELL)), "message": SAID["why"]}
    asked = sent(citizen, TRACK, {**wrong, "code": "7KM"})
    right = {**hidden_fields(form_to(asked, TRACK, TRACK)), "message": SAID["why"]}
    assert_answers_are_there(sent(citizen, TRACK, {**right, "code": opened}))


def test_why_it_is_to_be_taken_up_again_outlives_the_hour(citizen, opened, clock):
    fresh = hidden_fields(form_to(citizen.get(TELL), TELL, TELL))
    clock.advance(hours=2)
    asked = sent(citizen, f"{TELL}?do={REOPEN}", {**fresh, "text": "ยังเสียอยู่"})
    right = {**hidden_fields(form_to(asked, TRACK, TELL)), "message": "ยังเสียอยู่"}
    case = sent(citizen, TRACK, {**right, "code": opened})
    assert case.select_one("#text").text.strip() == "ยังเสียอยู่"
    assert "do=reopen" in case.select_one("#text").find_parent("form")["action"]


def test_who_wrote_anonymously_takes_the_answers_along_to_the_page_of_the_codename(
    citizen, officer, page
):
    shown = page.post(
        "/en/complaints/new", {"kind": "complaint", "message": "ลิฟต์เสีย", "identity": "anonymous"}
    )
    codename = " ".join(item.text for item in shown.select(".codename li"))
    service.take_up(1, 1)
    service.answer(1, 1, "ซ่อมแล้ว")
    service.close(1, 1)
    asked = sent(citizen, TELL, SAID, 400)
    right = {**hidden_fields(form_to(asked, TRACK, TELL)), "message": SAID["why"]}
    asked = sent(citizen, TRACK, {**right, "code": codename})
    path = "/en/complaints/track/codename"
    right = {**hidden_fields(form_to(asked, path, TRACK)), "message": SAID["why"]}
    assert_answers_are_there(sent(citizen, path, {**right, "codename": codename}))
