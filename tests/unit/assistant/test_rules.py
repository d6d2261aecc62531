"""Questions: what is looked up of them, and which ready answer fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.assistant.ready import that_fit
from webapp.assistant.rules import any_of, to_look_up


@pytest.mark.parametrize(
    ("question", "looked_up"),
    [
        ("มาตรา ๒๗๐ คืออะไรครับ", "มาตรา 270"),
        ("ร่าง พ.ร.บ.สหกรณ์อยู่ถึงไหนแล้ว", "ร่าง พ.ร.บ.สหกรณ์"),
        ("What is section 112 about?", "section 112"),
        ("How do I complain?", "complain"),
        ("อะไร", ""),
        ("?!", ""),
        ("", ""),
    ],
)
def test_only_what_a_question_is_about_is_looked_up(question, looked_up):
    assert to_look_up(question) == looked_up


def test_signs_that_mean_something_to_the_search_do_not_come_through():
    assert to_look_up('"วุฒิสภา" -งบประมาณ') == "วุฒิสภา งบประมาณ"


def test_one_word_is_enough_for_the_second_look():
    assert any_of("พระราชบัญญัติ สหกรณ์") == "พระราชบัญญัติ OR สหกรณ์"
    assert any_of("") == ""


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text):
    looked_up = to_look_up(text)
    assert len(looked_up) <= 1000
    assert isinstance(any_of(looked_up), str)


def endpoints(question):
    """Return where the ready answers to a question stand."""
    return [answer.endpoint for answer in that_fit(question)]


@pytest.mark.parametrize(
    ("question", "endpoint"),
    [
        ("ร้องเรียนแล้วกี่วันได้คำตอบ", "complaints.show_standard"),
        ("How long until my complaint is answered?", "complaints.show_standard"),
        ("จะร้องเรียนได้ที่ไหน", "complaints.new_complaint"),
        ("อยากติดตามร่างกฎหมายประมง", "following.show_following"),
        ("เบี้ยประชุมจ่ายอย่างไร", "allowances.show_allowances"),
        ("Can I use it with a screen reader?", "home.show_accessibility"),
    ],
)
def test_a_question_about_this_service_has_a_ready_answer(question, endpoint):
    assert endpoint in endpoints(question)


@pytest.mark.parametrize("question", ["", "ใครเป็นประธาน", "มาตรา 112", "What is the weather?"])
def test_most_questions_have_none(question):
    assert endpoints(question) == []
