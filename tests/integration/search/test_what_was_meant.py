"""Slips, the other keyboard layout, other words: people get what they meant, and are told so."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.integration.search.conftest import results
from tests.support.house import ROOT
from tests.support.records import keep_bill, keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.search import records, service
from webapp.search.models import MissedSearch, SearchWord
from webapp.shared import outbox
from webapp.shared.importing import import_file


@pytest.fixture
def bill(build):
    bill = keep_bill()
    keep_law("มาตรา ๑ ให้คณะกรรมการ committee พิจารณางบประมาณ", title="พระราชบัญญัติตัวอย่าง พ.ศ. 2560")
    build()
    return bill


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("สหกรน์", "สหกรณ์"),
        ("งบประมาน", "งบประมาณ"),
        ("comittee", "committee"),
        ("lsdiIN", "สหกรณ์"),
        ("'[xit,kI", "งบประมาณ"),
        ("ซซซซซซ", None),
        ("แนททระะำำ", "committee"),
        ("lหกรณ์", "สหกรณ์"),
        ("สหกiณ์", "สหกรณ์"),
        ('r"i"[" lsdiIN', "พ.ร.บ. สหกรณ์"),
        (",k9ik 1 '[xit,kI", "มาตรา 1 งบประมาณ"),
    ],
)
def test_what_was_meant_is_found_and_named(page, bill, typed, meant):
    for shown in page.both(f"/search?q={typed}"):
        assert bool(results(shown)) is bool(meant)
        if meant:
            assert shown.select_one("#found ~ p strong").text == meant


def followed_words(shown):
    """The words of the search that the page offers to follow."""
    link = next(a for a in shown.select("main a.button") if "/following/new" in a["href"])
    return parse_qs(urlsplit(link["href"]).query)["q"]


def test_what_is_followed_is_what_the_page_shows(page, bill):
    for shown in page.both("/search?q=สหกรน์"):
        assert followed_words(shown) == ["สหกรณ์"]
    assert followed_words(page.get("/search?q=สหกรน์&exact=1")) == ["สหกรน์"]
    assert followed_words(page.get("/search?q=สหกรณ์")) == ["สหกรณ์"]


def test_only_what_was_typed_is_looked_for_where_that_is_wanted(page, bill):
    shown = page.get("/search?q=สหกรน์")
    only = next(a for a in shown.select("main a") if "exact=1" in a["href"])
    assert not results(page.get(only["href"]))


def test_signs_of_the_search_survive_mending(page, bill):
    assert results(page.get("/search?q=สหกรน์ -ตัวอย่าง"))
    assert results(page.get('/search?q=สหกรน์ "งบประมาณ" OR "สหกรณ์"'))


@pytest.mark.parametrize("quotes", ['""', "“”"])
def test_a_phrase_in_quotes_is_never_mended(page, bill, quotes):
    for shown in page.both(f"/search?q={quotes[0]}สหกรน์{quotes[1]}"):
        assert not results(shown)
        assert not shown.select("#found ~ p strong")


@pytest.mark.parametrize(
    ("typed", "offered"), [("ข้าว", "ข่าว"), ("ข้าว สหกรณ์", "ข่าว สหกรณ์"), ("ระบอบ", "ระบบ")]
)
def test_a_right_word_is_not_answered_as_another_and_is_missed(page, build, typed, offered):
    keep_law("มาตรา ๑ ข่าวของสหกรณ์ในระบบ", title="พระราชบัญญัติข่าว พ.ศ. 2560")
    build()
    for shown in page.both(f"/search?q={typed}"):
        assert not results(shown)
        link = shown.select_one("#found ~ p a:has(strong)")
        assert link.text == offered
        assert results(page.get(link["href"]))
    assert db.session.query(MissedSearch).one().searches == 2


def test_another_spelling_that_finds_more_is_offered(page, build):
    keep_bill()
    keep_bill("ร่างพระราชบัญญัติสหกรณ์การเกษตร พ.ศ. ....")
    keep_law("มาตรา ๑ สหกรน์", title="พระราชบัญญัติคำผิด พ.ศ. 2560")
    build()
    db.session.query(SearchWord).filter_by(word="สหกรน์").delete()
    db.session.commit()
    for shown in page.both("/search?q=สหกรน์"):
        assert results(shown)
        offered = next(a for a in shown.select("main a") if a.select("strong"))
        assert offered.text == "สหกรณ์"


def test_a_slip_that_stands_in_some_texts_is_no_dead_end(page, build):
    right, wrong = (f"มาตรา {{}} ให้ขออนุญา{end}ก่อน" for end in ("ต", "ติ"))
    lines = [right.format(number) for number in range(1, 100)]
    keep_law("\n".join([*lines, *map(wrong.format, range(100, 104))]))
    build()
    for shown in page.both("/search?q=อนุญาติ&kind=section"):
        assert results(shown), "what was typed is answered"
        offered = next(a for a in shown.select("main a") if a.select("strong"))
        assert offered.text == "อนุญาต"
    # What finds as much as that needs no other words.
    assert not page.get("/search?q=อนุญาต ก่อน").select("#found ~ p a strong")


@pytest.fixture
def lorries(build):
    """Pieces of the slip บรทุก stand everywhere, the slip nowhere, and the right word in some."""
    lines = [f"มาตรา {number} บริษัทที่ทุกคนรู้ บรรยายทุกเรื่อง" for number in range(1, 121)]
    lines += [f"มาตรา {number} รถบรรทุก" for number in range(121, 131)]
    keep_law("\n".join(lines), title="พระราชบัญญัติรถ พ.ศ. 2560")
    build()


def test_a_slip_of_which_only_pieces_are_found_has_its_right_spelling_offered(page, lorries):
    for shown in page.both("/search?q=บรทุก"):
        offered = shown.select_one("#found ~ p a:has(strong)")
        assert offered is not None
        assert offered.text == "บรรทุก"
        assert not page.get(offered["href"]).select("#found ~ p a strong")


def test_filters_that_leave_nothing_are_no_misspelling(page, bill):
    shown = page.get("/search?q=สหกรณ์&year=2400")
    assert not results(shown)
    assert not shown.select("#found ~ p strong")


def test_words_of_what_was_withdrawn_are_forgotten(page, build):
    law = keep_law("มาตรา ๑ ยีราฟ", title="พระราชบัญญัติยีราฟ พ.ศ. 2560")
    build()
    assert results(page.get("/search?q=ยีราฟ"))
    documents.withdraw_document(law.public_id)
    outbox.drain()
    assert db.session.get(SearchWord, "ยีราฟ") is None
    assert not service.suggest("ยีราฟ")


def test_a_synonym_finds_what_it_means(page, bill):
    assert not results(page.get("/search?q=ชุมนุมออมทรัพย์"))
    service.add_synonym("ชุมนุมออมทรัพย์", "สหกรณ์", None)
    service.add_synonym("co op", "สหกรณ์", None)
    for words in ("ชุมนุมออมทรัพย์", "ร่างกฎหมายชุมนุมออมทรัพย์", "co op", "CO OP"):
        found = page.get(f"/search?q={words}")
        if words != "ร่างกฎหมายชุมนุมออมทรัพย์":
            assert f"/bills/{bill.public_id}" in results(found), words
    assert not results(page.get('/search?q="ชุมนุมออมทรัพย์"'))


def test_the_sample_keeps_synonyms(app):
    report = import_file(records.IMPORTERS[0], ROOT / "sample/synonyms.jsonl", quiet=True)
    assert report.new == report.read > 20
    assert "เหล้า" in {row.term for row in service.list_synonyms()}


def test_officers_keep_and_remove_synonyms(officer, page, bill):
    for shown in officer.both("/staff/search/synonyms/new?term=ชุมนุมออมทรัพย์"):
        assert shown.select_one("#term")["value"] == "ชุมนุมออมทรัพย์"
    refused = officer.post("/staff/search/synonyms/new", {"term": "ก ข", "means": "กข"})
    assert refused.select_one("#means")["value"] == "กข"
    officer.post("/staff/search/synonyms/new", {"term": "", "means": ""})
    officer.post("/staff/search/synonyms/new", {"term": "ชุมนุมออมทรัพย์", "means": "สหกรณ์"})
    assert officer.path == "/staff/search/synonyms"
    assert results(page.get("/search?q=ชุมนุมออมทรัพย์"))
    assert [one.says for one in service.suggest("ชุมนุม")] == ["ชุมนุมออมทรัพย์"]

    form = officer.both("/staff/search/synonyms")[0].select_one("td form")
    officer.post(form["action"], form_page="/staff/search/synonyms")

    assert not results(page.get("/search?q=ชุมนุมออมทรัพย์"))
    assert not service.suggest("ชุมนุม")
