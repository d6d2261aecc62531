"""The page of quick answers."""

import pytest

from tests.support.page_rules import words
from thai_text.outline import parse
from webapp.assistant.ready import READY
from webapp.documents import service as documents
from webapp.search import sources

LAW = "มาตรา ๑ ให้ชาวประมงพื้นบ้านขึ้นทะเบียนเรือโดยไม่เสียค่าธรรมเนียม\nมาตรา ๒ ให้รัฐมนตรีรักษาการ"


@pytest.fixture
def law(app):
    """A law that can be found."""
    title = "พระราชบัญญัติเรือประมง"
    facts = documents.Facts("law-boats", documents.DocumentKind.LAW, title)
    document, _outcome = documents.keep_document(facts, parse(LAW, title))
    sources.rebuild()
    return document


def test_before_a_question_there_is_only_the_form(page):
    for shown in page.both("/ask"):
        assert shown.main.select_one("form[method=get] input[name=q]")
        assert not shown.main.select("h2")


def test_a_passage_is_shown_word_for_word_with_the_page_it_is_from(page, law):
    for shown in page.both("/ask?q=ชาวประมงพื้นบ้านขึ้นทะเบียนเรืออย่างไร"):
        passage, source = shown.main.select("ol li")[0].select("p")
        assert "ชาวประมงพื้นบ้านขึ้นทะเบียนเรือโดยไม่เสียค่าธรรมเนียม" in words(passage).replace(" ", "")
        assert f"/documents/{law.public_id}/s/s1" in source.a["href"]
        page.get(source.a["href"])


def test_where_only_some_words_are_found_the_page_says_so(page, law):
    english = words(page.get("/en/ask?q=ชาวประมงพื้นบ้านกับมนุษย์ต่างดาว").main)
    assert "No page has all the words of your question." in english
    assert "ประมง" in english


def test_what_is_not_known_is_said_plainly_and_the_form_is_offered(page, law):
    thai, english = page.both("/ask?q=มนุษย์ต่างดาว")
    assert "We do not know." in words(english.main)
    assert not english.main.select("ol, mark")
    assert thai.main.select_one("a[href='/complaints/new?kind=comment']")


def test_a_question_of_nothing_but_question_words_is_not_known_either(page, law):
    assert "We do not know." in words(page.get("/en/ask?q=อะไร").main)


def test_a_ready_answer_names_its_page(page, law):
    english = page.get("/en/ask?q=How long until a complaint is answered?")
    assert "within 3 working days" in words(english.main)
    assert english.main.select_one("p a[href='/en/complaints/standard']")


def test_without_an_index_the_page_stands_and_says_that_search_is_being_prepared(page):
    assert "being prepared" in words(page.get("/en/ask?q=ประมง").main)


def test_the_page_of_every_ready_answer_opens(app, page):
    with app.test_request_context():
        paths = [app.url_for(answer.endpoint) for answer in READY]
    for path in paths:
        assert page.client.get(path).status_code == 200


@pytest.mark.parametrize(
    "question", ["%22", "-", "OR", "ก" * 500, "<script>alert(1)</script>", "%00"]
)
def test_odd_questions_break_nothing(page, law, question):
    page.both(f"/ask?q={question}")
