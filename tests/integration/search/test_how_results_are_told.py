"""How results are told: each thing once, honest files, and a way on where there is nothing."""

from datetime import date

import pytest
from lxml import etree

from tests.integration.search.conftest import results
from tests.support.records import keep_bill, keep_law
from webapp.bills import service as bills
from webapp.search import service

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def cooperatives(build):
    bill, law = keep_bill(), keep_law()
    build()
    return bill, law


@pytest.mark.parametrize("words", ["กฎหมายสหกรณ์", "ร่างกฎหมายสหกรณ์", "กฎหมาย สหกรณ์"])
def test_the_word_law_before_a_subject_misses_nothing(page, cooperatives, words):
    bill, _law = cooperatives
    assert f"/bills/{bill.public_id}" in results(page.get(f"/search?q={words}"))


@pytest.mark.parametrize("words", ["สว. สมมุติ ใจดี", "สมาชิกวุฒิสภา สมมุติ", "คุณสมมุติ ใจดี", "ท่านสมมุติ"])
def test_a_member_is_found_as_members_are_called(page, build, words):
    bills.keep_member("m1", bills.MemberFacts("สมมุติ", "ใจดี", prefix="นาง"))
    build()
    assert results(page.get(f"/search?q={words}"))[:1] == ["/members/m-1"]


def test_a_bill_found_by_both_its_names_is_listed_once_in_the_pages_language_first(page, build):
    titles = (
        bills.TitleFacts(bills.TitleKind.DRAFT, "ร่างพระราชบัญญัติคลาวด์ cloud พ.ศ. ....", "th"),
        bills.TitleFacts(bills.TitleKind.DRAFT, "Draft cloud Act", "en"),
    )
    facts = bills.BillFacts(bills.BillKind.ORDINARY, bills.ProposerKind.CABINET, titles)
    bill = bills.add_bill(facts, None)
    submitted = bills.StepEntry(bills.StepKind.SUBMITTED_HOUSE, date(2026, 1, 5))
    bills.record_step(bill.public_id, submitted, None)
    build()

    thai, english = page.both("/search?q=cloud")

    assert results(thai) == [f"/bills/{bill.public_id}"]
    assert results(english) == [f"/en/bills/{bill.public_id}"]
    assert "Draft cloud Act" in english.select_one("main ol h3").text
    assert english.select_one("main ol li span[lang=th]").text.startswith("ร่างพระราชบัญญัติคลาวด์")
    assert "คลาวด์" in thai.select_one("main ol h3").text
    assert thai.select_one("main ol li span[lang=en]").text == "Draft cloud Act"


def test_filters_that_leave_nothing_lead_to_the_search_without_them(page, cooperatives):
    for shown in page.both("/search?q=สหกรณ์&year=2499"):
        link = next(link for link in shown.select("main p > a") if "year" not in link["href"])
        assert results(page.get(link["href"]))


def test_a_page_beyond_the_last_leads_to_the_first_and_does_not_say_that_nothing_is_there(
    page, cooperatives
):
    for shown in page.both("/search?q=สหกรณ์&page=9"):
        assert not shown.select_one("main a[href*='needs']")
        assert results(page.get(shown.select_one("main h2#found + p a")["href"]))


@pytest.mark.parametrize("words", ["-สหกรณ์", "!!!", "NOT สหกรณ์"])
def test_no_word_to_look_for_is_told_as_such(page, cooperatives, words):
    thai, english = page.both(f"/search?q={words}")
    assert "Write at least one" in english.main.text
    assert "อย่างน้อยหนึ่งคำ" in thai.main.text
    assert not english.select_one("main a[href*='needs']")


def test_files_and_feeds_hold_what_is_found_for_the_very_words(app, page, cooperatives):
    client = app.test_client()
    feed = etree.fromstring(client.get("/search/feed.atom?q=สหกรน์").data)
    assert not feed.findall(f"{ATOM}entry")
    assert client.get("/search.csv?q=สหกรน์").text.count("\n") == 1

    shown = page.get("/search?q=สหกรน์")

    for link in shown.select(
        "main a[href*='feed.atom'], main a[href*='search.csv'], link[rel=alternate]"
    ):
        if "feed.atom" in link["href"] or "search.csv" in link["href"]:
            assert "สหกรณ์" in client.get(link["href"]).text


def test_words_that_only_find_a_question_are_not_shown(app, page, build):
    app.extensions["searched_pages"] = {}
    build()
    told = app.test_client().get("/search.json?q=follow bill&kind=question").json
    assert told["results"]
    assert not [one["passage"] for one in told["results"] if "·" in one["passage"]]


@pytest.mark.parametrize("typed", ["พ.ร.บ.สห", "พรบ สห", "ร่าง พ.ร.บ. สห", "กฎหมายสห", "ร่างพรบ.สห"])
def test_names_are_suggested_after_the_words_that_begin_all_laws(cooperatives, typed):
    assert any("สหกรณ์" in one.says for one in service.suggest(typed))
