"""What people do not find is known to the office without knowing who looked for it."""

import pytest
from sqlalchemy import text

from tests.support.letters import letters_in
from tests.support.records import keep_bill
from webapp.accounts import service as accounts
from webapp.extensions import db
from webapp.needs import service as needs
from webapp.search import service
from webapp.search.models import MissedSearch
from webapp.search.rules.missed import cut_down
from webapp.shared import outbox


@pytest.fixture
def searches(app, page, build, clock):
    keep_bill()
    build()

    def search(words, times):
        for _time in range(times):
            page.get(f"/search?q={words}")
            clock.advance(hours=2)

    return search


def kept():
    return [row.words for row in db.session.query(MissedSearch) if row.words]


def test_one_or_two_searches_leave_nothing_that_can_be_read(searches):
    searches("นายสมมุติ ใจดี", 2)
    assert db.session.query(MissedSearch).count() == 1
    dump = str(list(db.session.execute(text("SELECT * FROM missed_searches"))))
    assert "สมมุติ" not in dump


def test_the_third_search_is_shown_to_staff_and_heard_as_a_need(app, searches, officer):
    searches("บัตรคิวออนไลน์", 3)
    for shown in officer.both("/staff/search/missed"):
        row = shown.select_one("tbody tr").get_text(" ", strip=True)
        assert "บัตรคิวออนไลน์" in row
        assert "3" in row
    heard = needs.list_needs(needs.NeedFilter(origin="search"), 1, app.config["SECRET_KEY"])
    assert [(need.words, need.times) for need in heard.items] == [("บัตรคิวออนไลน์", 3)]
    searches("บัตรคิวออนไลน์", 1)
    heard = needs.list_needs(needs.NeedFilter(origin="search"), 1, app.config["SECRET_KEY"])
    assert [need.times for need in heard.items] == [4]


def test_one_wish_is_one_need_however_it_is_written(app, searches):
    for words in ("บัตรคิวออนไลน์", "ขอบัตรคิว ออนไลน์ครับ", "ออนไลน์ บัตรคิว", "บัตรคิวออนไลน์น"):
        searches(words, 1)
    heard = needs.list_needs(needs.NeedFilter(origin="search"), 1, app.config["SECRET_KEY"])
    assert [need.times for need in heard.items] == [4]


def test_what_sounds_alike_is_one_wish_before_anybody_may_read_it(app, searches):
    for words in ("ใบอนุญาตดักแด้", "ใบอนุยาตดักแด้", "ใบอนุญาตดักแด"):
        searches(words, 1)
    assert [row.hours for row in db.session.query(MissedSearch)] == [3]


def test_a_wish_asked_of_the_assistant_and_of_the_search_is_one_need(app, searches, clock):
    searches("บัตรคิวออนไลน์", 2)
    service.note_missed("บัตรคิว ออนไลน์", needs.Origin.ASSISTANT)
    heard = needs.list_needs(needs.NeedFilter(), 1, app.config["SECRET_KEY"])
    assert [(need.origin, need.times) for need in heard.items] == [("search", 3)]


def test_trying_again_at_once_is_counted_but_brings_no_words_to_light(page, searches):
    for _time in range(5):
        page.get("/search?q=บัตรคิวออนไลน์")
    assert [(row.searches, row.hours) for row in db.session.query(MissedSearch)] == [(5, 1)]
    assert not kept()


def test_staff_see_how_many_searches_there_were_and_in_how_many_hours(page, searches, officer):
    for _time in range(4):
        page.get("/search?q=บัตรคิวออนไลน์")
    searches("บัตรคิวออนไลน์", 3)
    for shown in officer.both("/staff/search/missed"):
        cells = [cell.get_text(" ", strip=True) for cell in shown.select("tbody tr > *")]
        assert cells[:3] == ["บัตรคิวออนไลน์", "7", "3"]
    heads = [cell.get_text(" ", strip=True) for cell in shown.select("thead th")]
    assert heads[:3] == ["Words", "Searches", "Different hours"]


def test_what_is_found_or_narrowed_to_nothing_is_not_missed(page, searches):
    searches("สหกรณ์", 3)
    page.get("/search?q=สหกรณ์&year=2400")
    page.get("/search?q=อะไรก็ตาม&kind=bill")
    assert db.session.query(MissedSearch).count() == 0


def test_a_synonym_takes_the_words_off_the_list(page, searches, officer):
    searches("ชุมนุมออม", 3)
    link = officer.get("/staff/search/missed").select_one("tbody a")["href"]
    officer.post(link, {"term": "ชุมนุมออม", "means": "สหกรณ์"})
    assert not officer.get("/staff/search/missed").select("tbody")
    assert page.get("/search?q=ชุมนุมออม").select("main ol h3")


def test_what_is_settled_comes_back_when_it_is_looked_for_again(searches, officer):
    searches("บัตรคิวออนไลน์", 3)
    form = officer.get("/staff/search/missed").select_one("td form")
    officer.post(form["action"], form_page="/staff/search/missed")
    assert not officer.get("/staff/search/missed").select("tbody")
    searches("บัตรคิวออนไลน์", 1)
    assert officer.get("/staff/search/missed").select("tbody")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("บัตรคิว ออนไลน์", "บัตรคิว ออนไลน์"),
        ("1-1019-00123-45-6 บัตร", "บัตร"),
        ("someone@example.org ร้องเรียน", "ร้องเรียน"),
        ("โทร 081-234-5678", "โทร"),
        ("๐๘๑๒๓๔๕๖๗๘", ""),
        ("https://example.org/x แผนที่", "แผนที่"),
        ("7KM-4QX-P2T9", ""),
        ("ก" * 200, ""),
        ("!!!", ""),
    ],
)
def test_what_can_tell_of_somebody_is_cut_out(typed, words):
    assert cut_down(typed) == words


def test_what_only_leaves_something_out_is_not_missed(page, searches):
    for words in ("-คำหายาก", "NOT คำหายาก", '-"คำหายาก"'):
        page.get(f"/search?q={words}")
    assert db.session.query(MissedSearch).count() == 0


def test_in_a_flood_of_nonsense_what_people_ask_for_goes_on_being_counted(searches, monkeypatch):
    monkeypatch.setattr("webapp.search.rules.missed.MOST_UNREAD", 3)
    searches("คำที่หลายคนหา", 2)
    for number in range(6):
        searches("ฮฮฮ" + "ฬ" * (number % 3) + "ฟ" * number, 1)
    assert db.session.query(MissedSearch).count() == 3
    searches("บัตรคิวออนไลน์", 2)
    searches("คำที่หลายคนหา", 1)
    searches("บัตรคิวออนไลน์", 1)
    assert kept() == ["คำที่หลายคนหา", "บัตรคิวออนไลน์"]


def test_what_too_few_ask_for_is_forgotten(searches, clock):
    searches("คำหายาก", 1)
    searches("คำที่หลายคนหา", 3)
    clock.advance(days=91)
    service.forget_missed()
    assert kept() == ["คำที่หลายคนหา"]
    assert db.session.query(MissedSearch).count() == 1
    clock.advance(days=365)
    service.forget_missed()
    assert not kept()


def test_what_was_not_found_travels_to_an_improvement_and_back_to_who_told_it(
    app, page, officer, searches
):
    searches("บัตรคิวออนไลน์", 3)
    empty = page.get("/en/search?q=บัตรคิวออนไลน์")
    form = page.get(empty.select_one('main a[href*="/needs/new"]')["href"])
    assert form.select_one("textarea[name=words]").text.strip() == "บัตรคิวออนไลน์"
    typed = {"words": "ขอบัตรคิวออนไลน์", "email": "somsri@example.org"}
    code = page.post("/en/needs/new", typed).select_one(".receipt").text

    alike = officer.get("/en/staff/needs/2").select('main li a[href$="/staff/needs/1"]')
    assert alike, "the search without result is offered beside what the person told"
    officer.post("/en/staff/needs/2?do=merge", {"merge-into": "1"})
    facts = {
        "title": "จองคิวออนไลน์", "asked": "ขอบัตรคิวออนไลน์", "work": "เปิดจองคิวในเว็บไซต์",
        "urgent": "2", "important": "3", "bureau": "technology",
    }  # fmt: skip
    accounts.keep_on_board_by_email("officer@example.org", True)
    page_of_plan = "/en/staff/improvements/new?need=1"
    officer.post(page_of_plan, facts, form_page=page_of_plan)
    item = officer.path
    for state in ("planned", "under_way", "done"):
        officer.post(f"{item}?do=move", {"move-state": state}, form_page=item)
    told = {"tell-text": "จองคิวในเว็บไซต์ได้แล้ว", "tell-english": "Book on the website"}
    officer.post(f"{item}?do=tell", told, form_page=item)
    outbox.drain()

    (letter,) = letters_in(app.extensions["settings"].INSTANCE_DIR)
    assert letter["To"] == "somsri@example.org"
    page.post("/en/needs/track", {"code": code})
    # In the language of the page on which it was told.
    assert "Book on the website" in page.get("/en/needs/track/need").text
    assert "จองคิวในเว็บไซต์ได้แล้ว" in page.get("/improvements/i-1").text
