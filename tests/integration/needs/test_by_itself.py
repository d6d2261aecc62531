"""Needs that come in by themselves: from messages, surveys, questions, requests for a form."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.support.surveys import open_survey
from webapp.complaints import service as complaints
from webapp.complaints.rules import kinds
from webapp.extensions import db
from webapp.improvement import service as improvement
from webapp.listening import service as listening
from webapp.listening.models.requests import FormRequest
from webapp.needs import service as needs
from webapp.needs.models import Need
from webapp.search.service import note_missed
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau
from webapp.shared.transaction import transaction
from webapp.shared.uploads.vault import site_vault
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
    typed = {
        "wanted": "cd",
        "subject": "รัฐธรรมนูญ",
        "purpose": "ฟังในรถ",
        "email": "me@example.org",
        "address": "มารับเอง",
    }
    code = page.post("/en/forms/request", typed).select_one(".receipt").text
    outbox.drain()
    need = only_need()
    assert need.words == "Sound on a CD: รัฐธรรมนูญ\nฟังในรถ"
    assert (need.origin, need.who) == ("form_request", "citizen")
    page.post("/en/needs/track", {"code": code})
    assert "Sound on a CD" in page.get("/en/needs/track/need").text


def test_what_is_erased_of_a_request_is_erased_of_its_need(page, clock, app):
    page.post(
        "/en/forms/request",
        {"wanted": "sign-language", "subject": "รัฐธรรมนูญ", "email": "me@example.org"},
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


@pytest.fixture
def message(officer, app, clock) -> int:
    """A message that became a need, in an officer's hands."""
    filing = complaints.Filing(kinds.Kind.COMPLAINT, "ขอให้เปิดห้องสมุดวันเสาร์", "th")
    case, _code = complaints.file_complaint(filing, app.config["SECRET_KEY"], site_vault())
    complaints.take_up(case.id, 1)
    outbox.drain()
    return case.id


def test_a_message_that_turns_out_to_ask_the_senate_leaves_the_register_and_may_come_back(
    officer, message
):
    need = only_need()
    needs.answer_need(need.id, 1, "รับไว้แล้ว")
    other = needs.note_need(needs.Origin.SEARCH, "ห้องสมุด", needs.Hearing("ห้องสมุด", "th"), "test")
    needs.merge(other.id, need.id, None)
    facts = improvement.Facts("ห้องสมุด", "ขอ", "เปิด", 1, 1, Bureau.CENTRAL)
    improvement.propose(facts, None)
    improvement.add_source(1, improvement.Source.NEED, need.id, None)
    complaints.change_kind(message, 1, kinds.Kind.PETITION)
    outbox.drain()
    [left] = db.session.scalars(select(Need)).all()
    assert (left.id, left.merged_into_id) == (other.id, None), "what stood under it stands alone"
    sources = [(one.source, one.ref) for one in improvement.get_improvement("i-1").sources]
    assert sorted(sources) == [("complaint", message), ("need", other.id)]
    complaints.take_up(message, 1)
    complaints.change_kind(message, 1, kinds.Kind.SUGGESTION)
    outbox.drain()
    assert "ห้องสมุดวันเสาร์" in [need.words for need in db.session.scalars(select(Need))][-1]


def test_a_message_whose_writer_takes_it_back_leaves_the_register(officer, message):
    complaints.withdraw(message)
    outbox.drain()
    assert not db.session.scalars(select(Need)).all()


def test_of_an_erased_message_the_register_keeps_a_count_and_no_word_of_its_answer(
    officer, message
):
    needs.answer_need(only_need().id, 1, "ห้องสมุดจะเปิดวันเสาร์")
    complaints.erase(message, site_vault())
    outbox.drain()
    need = only_need()
    assert (need.words, need.subject, [one.text for one in need.replies]) == ("", "", [""])
