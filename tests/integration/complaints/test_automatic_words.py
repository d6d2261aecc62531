"""Whatever is said by itself, on a page, by letter, LINE or to a program, is the standard's promise."""

import re
from dataclasses import replace
from datetime import date, time

import pytest
from babel.messages.extract import extract_from_dir
from flask_babel import force_locale

from tests.architecture.test_translations import KEYWORDS, METHODS, said
from tests.support.house import WEBAPP
from tests.support.letters import letters_in
from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.by_line import words as line_words
from webapp.complaints.rules.standard import FIRST
from webapp.extensions import db
from webapp.shared import outbox

# The self-assessment is quoted with what it promises; another form is another service's promise.
OTHERS = {
    "Five channels, an answer within 3 working days, tracking, quarterly statistics.",
    "Ask for another form: on paper, in braille, on CD, in Thai Sign Language. It is there within "
    "one working day.",
}
LIMIT = re.compile(
    r"\b(\d+|one|two|three|four|five|six|ten|fourteen|fifteen)( government)? working days?\b", re.I
)
PAGES = ("/", "/ask?q=ร้องเรียนกี่วัน", "/complaints", "/complaints/new",
         "/complaints/standard", "/service-standards")  # fmt: skip


@pytest.fixture
def another_standard(app, clock):
    """From Monday 9 March an answer within five working days, and every other limit changed."""
    new = replace(
        FIRST, in_force_from=date(2026, 3, 9), answer_within=5, very_late_after=9, decide_within=2,
        wait_for_citizen=7, close_after=8, hear_within=11, cut_off=time(16),
    )  # fmt: skip
    service.publish_standard(new, None)
    clock.advance(days=7)


def test_no_words_hold_a_limit_by_themselves():
    """A number of working days that stands in a sentence would be false with the next standard."""
    found = extract_from_dir(WEBAPP, method_map=METHODS, keywords=KEYWORDS)
    texts = {text for _file, _line, message, *_rest in found for text in said(message)}
    assert [text for text in texts - OTHERS if LIMIT.search(text)] == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_promise_what_the_standard_in_force_promises(page, another_standard, path):
    thai, english = page.both(path)
    assert "5 working days" in words(english.main)
    assert "5 วันทำการ" in words(thai.main)
    assert "3 working days" not in words(english.main)


def test_the_standards_page_tells_every_limit_of_its_version(page, another_standard):
    english = words(page.get("/en/complaints/standard").main)
    for limit in (2, 5, 7, 8, 9, 11):
        assert f"{limit} working days" in english
    assert "16.00" in english


def test_letter_line_and_programs_say_the_same_day_as_the_page(page, another_standard, config):
    sent = {"kind": "complaint", "message": "x", "email": "citizen@example.org", "language": "en"}
    answer = page.client.post("/api/v1/complaints", json=sent)
    # Five working days after Monday 9 March.
    assert answer.json["due_on"] == "2026-03-16"
    outbox.drain()
    [letter] = letters_in(config.INSTANCE_DIR)
    assert "by 16 March 2026 at the latest" in letter.get_content()
    case = page.post("/en/complaints/track", {"code": answer.json["receipt"]})
    assert "16 March 2026" in words(case.main)
    db.session.expire_all()
    complaint = service.complaint_by_id(1)
    with page.client.application.test_request_context(), force_locale("en"):
        told = [
            line_words.filed(complaint, "7KM4QXP2T9"),
            line_words.where(complaint, linked_now=False),
            line_words.step_told("", "", complaint),
        ]
    for text in told:
        assert "by 16 March 2026 at the latest" in text
        assert not LIMIT.search(text)
