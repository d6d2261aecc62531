"""The page of reform."""

from datetime import date

import pytest

from tests.support.page_rules import words
from thai_text.outline import parse_markup
from webapp.documents import service as documents
from webapp.reform.rules import REPORT_TITLE

Kind = documents.DocumentKind


@pytest.fixture
def keep(app):
    """A function that keeps so many documents of a kind, their titles beginning alike."""

    def keep(kind, count, start="ผลการพิจารณารายงาน"):
        for number in range(1, count + 1):
            title = f"{start} เรื่องที่ {number}"
            facts = documents.Facts(
                f"{kind}-{title}", kind, title, dated=date(2024, 1, number), year_be=2567
            )
            documents.keep_document(facts, parse_markup("คณะรัฐมนตรีรับทราบ", title))

    return keep


def test_the_section_is_quoted_in_thai_on_both_pages(page):
    for shown in page.both("/reform"):
        assert "ทุกสามเดือน" in words(shown.main.select("blockquote[lang=th]")[1])


def test_the_duty_is_said_to_be_of_the_first_senate_only(page):
    english = words(page.get("/en/reform").main)
    assert "the Senate of section 269: the first Senate, of 250 members" in english
    assert "does not give that Senate the same duty" in english


def test_without_documents_the_page_says_so(page):
    english = words(page.get("/en/reform").main)
    assert "No report has been taken in yet." in english
    assert "No reply has been taken in yet." in english


def test_the_newest_replies_are_listed_and_no_other_documents(page, keep):
    keep(Kind.REPORT_REPLY, 12)
    keep(Kind.NEWS, 2)
    keep(Kind.CABINET_ITEM, 2, "รายงานเรื่องอื่น")
    for shown in page.both("/reform"):
        assert "12" in words(shown.main)
        listed = [words(link) for link in shown.main.select(".plain-list a")]
        assert len(listed) == 10
        assert listed[0] == "ผลการพิจารณารายงาน เรื่องที่ 12"


def test_the_quoted_words_stand_in_the_constitution(page, shared_data):
    constitution = (shared_data / "constitution_2560.json").read_text()
    for quote in page.get("/reform").main.select("blockquote"):
        assert words(quote) in constitution


def test_reports_under_the_section_are_found_among_the_items_of_the_cabinet(page, keep):
    keep(Kind.CABINET_ITEM, 3, REPORT_TITLE + "ตามมาตรา 270")
    keep(Kind.CABINET_ITEM, 2, "รายงานเรื่องอื่น")
    for shown in page.both("/reform"):
        assert len(shown.main.select(".plain-list a")) == 3


def test_the_catalogue_shows_all_of_each(page, keep):
    keep(Kind.REPORT_REPLY, 12)
    keep(Kind.CABINET_ITEM, 11, REPORT_TITLE)
    reports, replies = page.get("/reform").main.select("a[href^='/documents?']")
    assert len(page.get(reports["href"]).main.select(".plain-list a")) == 11
    assert len(page.get(replies["href"]).main.select(".plain-list a")) == 12
