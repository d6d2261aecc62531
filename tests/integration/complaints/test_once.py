"""The same form sent twice is one message with one receipt; another message is another."""

from io import BytesIO

from tests.support.page import form_to, hidden_fields
from webapp.complaints.models import Complaint
from webapp.extensions import db

NEW = "/complaints/new"
WORDS = {"kind": "complaint", "message": "ประตูทางลาดปิดอยู่"}


def opened_form(page):
    """What the form holds that nobody types."""
    return hidden_fields(form_to(page.get(NEW), NEW, NEW))


def sent(page, hidden, **typed):
    """Send the form as it was opened; gives the code that is shown."""
    answer = page.client.post(NEW, data={**hidden, **WORDS, **typed})
    assert answer.location == "/complaints/receipt"
    return page.get(answer.location).select_one(".receipt").text


def count():
    return db.session.query(Complaint).count()


def test_a_form_sent_again_after_a_lost_answer_is_one_message(page, clock):
    hidden = opened_form(page)
    assert sent(page, hidden) == sent(page, hidden)
    assert count() == 1


def test_a_form_gone_back_to_and_sent_with_other_words_is_another_message(page, clock):
    hidden = opened_form(page)
    assert sent(page, hidden) != sent(page, hidden, message="และลิฟต์ก็เสีย")
    assert count() == 2


def test_the_same_words_in_a_form_opened_anew_are_another_message(page, clock):
    assert sent(page, opened_form(page)) != sent(page, opened_form(page))
    assert count() == 2


def test_a_form_with_a_file_sent_again_keeps_the_file_once(app, page, clock):
    hidden = opened_form(page)
    for _time in range(2):
        sent(page, hidden, attachments=(BytesIO(b"what happened"), "note.txt"))
    assert count() == 1
    assert len(list(app.extensions["settings"].upload_dir.iterdir())) == 1


def test_a_program_that_sends_its_token_again_gets_the_same_receipt(app, clock):
    asked = {**WORDS, "token": "b6f1c0"}
    first, second = (
        app.test_client().post("/api/v1/complaints", json=asked).json["receipt"] for _ in range(2)
    )
    assert first == second
    assert count() == 1
