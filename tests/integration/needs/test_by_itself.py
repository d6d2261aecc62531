"""Needs that come in by themselves: from surveys, questions, and requests for another form."""

from datetime import date

from sqlalchemy import select

from tests.support.surveys import open_survey
from webapp.extensions import db
from webapp.listening import service as listening
from webapp.listening.models.requests import FormRequest
from webapp.needs.models import Need
from webapp.search.service import note_missed
from webapp.shared import outbox
from webapp.shared.transaction import transaction
from webapp.surveys.events import survey_text_given
from webapp.surveys.models import SurveyAnswer, SurveyResponse
from webapp.surveys.rules.questions import Channel, Kind


def only_need() -> Need:
    db.session.expire_all()
    return db.session.scalars(select(Need)).one()


def written_in_survey(words):
    survey = open_survey(6)
    question = next(one for one in survey.questions if one.kind == Kind.TEXT)
    with transaction():
        response = SurveyResponse(
            survey_id=survey.id, channel=Channel.LINK, begun_on=date(2026, 3, 2)
        )
        db.session.add(response)
        db.session.flush()
        answer = SurveyAnswer(
            response_id=response.id, question_id=question.id, value=0, words=words, lot=1
        )
        db.session.add(answer)
        db.session.flush()
        facts = {"survey_id": survey.id, "question_id": question.id, "channel": "link"}
        survey_text_given.send("surveys", answer_id=answer.id, **facts)
        survey_text_given.send("surveys", answer_id=answer.id, **facts)


def test_what_a_survey_let_out_is_in_the_register_once_under_its_channel(app, clock):
    written_in_survey("ขอให้ลงทะเบียนออนไลน์ได้")
    outbox.drain()
    need = only_need()
    assert (need.words, need.origin, need.channel) == ("ขอให้ลงทะเบียนออนไลน์ได้", "survey", "SURVEYS")
    assert need.person is None


def test_a_request_for_another_form_is_a_need_found_by_the_same_receipt(page, officer, clock, app):
    typed = {"wanted": "cd", "subject": "รัฐธรรมนูญ", "purpose": "ฟังในรถ", "email": "me@example.org"}
    code = page.post("/en/forms/request", typed).select_one(".receipt").text
    outbox.drain()
    need = only_need()
    assert need.words == "Sound on a CD: รัฐธรรมนูญ\nฟังในรถ"
    assert (need.origin, need.who) == ("form_request", "citizen")
    page.post("/en/needs/track", {"code": code})
    assert "Sound on a CD" in page.get("/en/needs/track/need").text


def test_what_is_erased_of_a_request_is_erased_of_its_need(page, clock, app):
    page.post(
        "/en/forms/request", {"wanted": "cd", "subject": "รัฐธรรมนูญ", "email": "me@example.org"}
    )
    outbox.drain()
    request = db.session.scalars(select(FormRequest)).one()
    with transaction():
        request.settled_at = request.received_at
    clock.advance(days=100)
    assert listening.erase_old_requests() == 1
    need = only_need()
    assert (need.words, need.email, need.receipt_fingerprint) == ("", None, None)


def test_a_question_that_nothing_answers_is_a_need_once_three_ask_it(page, clock, app, monkeypatch):
    monkeypatch.setattr(
        "webapp.assistant.service.search.ask",
        lambda *_: type("Answer", (), {"items": (), "from_index": True}),
    )
    for _time in range(3):
        assert "We do not know." in page.get("/en/ask?q=มีบัตรคิวออนไลน์ไหม").text
        clock.advance(hours=2)
    need = only_need()
    assert (need.origin, need.times) == ("assistant", 3)
    assert "บัตรคิว" in need.words
    link = page.get("/en/ask?q=มีบัตรคิวออนไลน์ไหม").select_one('a[href*="/needs/new"]')
    assert "มีบัตรคิวออนไลน์ไหม" in page.get(link["href"]).select_one("textarea").text
    clock.advance(hours=2)
    note_missed(need.words)
    assert only_need().times == 5, "a search for the same words is the same wish"
