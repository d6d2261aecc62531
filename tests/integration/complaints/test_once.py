"""The same form sent twice is one message with one receipt; another message is another."""

from io import BytesIO

import pytest

from tests.support.page import form_to, hidden_fields
from tests.support.page_rules import words
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


ENTRY = "/en/staff/complaints/new"
TOLD = {"channel": "telephone", "kind": "complaint", "message": "ลิฟต์เสีย", "reply_by": "call",
        "contact": "02 831 9000"}  # fmt: skip


@pytest.mark.parametrize("who", [{}, {"identity": "anonymous", "reply_by": "page", "contact": ""}])
def test_what_an_officer_enters_twice_is_one_message_with_the_page_of_the_first(
    officer, clock, who
):
    hidden = hidden_fields(form_to(officer.get(ENTRY), ENTRY, ENTRY))
    shown = []
    for _press in range(2):
        answer = officer.client.post(ENTRY, data={**hidden, **TOLD, **who})
        assert answer.location == "/en/staff/complaints/entered"
        page = officer.get(answer.location)
        shown.append([words(code) for code in page.select(".receipt, .codename li")])
    assert shown[0] == shown[1] != []
    assert count() == 1


def test_an_entry_gone_back_to_and_given_another_time_is_another_message(officer, clock):
    hidden = hidden_fields(form_to(officer.get(ENTRY), ENTRY, ENTRY))
    came = {"received_on": "27/2/2569", "received_time": "9.05"}
    for typed in (TOLD, {**TOLD, **came}):
        officer.client.post(ENTRY, data={**hidden, **typed})
    assert count() == 2
