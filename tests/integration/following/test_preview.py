"""The preview tells all of the last 90 days, by the rules of matching, with an index and without."""

from datetime import date

import pytest

from tests.integration.bills.making import K, make_bill, record
from tests.support.page_rules import words
from thai_text.outline import parse
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.documents import service as documents
from webapp.following import service
from webapp.following.service import Subject, SubjectKind, Wish
from webapp.listening.events import form_ready
from webapp.search import service as search
from webapp.search.index import current_index
from webapp.shared import outbox
from webapp.shared.transaction import transaction

pytestmark = pytest.mark.usefixtures("clock")
COMMITTEE = "คณะกรรมาธิการการเกษตรและสหกรณ์"
STEPS = ((K.SUBMITTED_HOUSE, "2026-01-05"), (K.HOUSE_AGENDA_PLACED, "2026-01-06"))
NEWS = documents.DocumentKind.NEWS


@pytest.fixture
def site(app):
    """Two bills with steps and a vote, documents new and old, a committee and a member."""
    bills.keep_committee("c1", bills.CommitteeFacts(2, COMMITTEE))
    bills.keep_member("m1", bills.MemberFacts("สมหญิง", "ตัวอย่างดี", "นางสมหญิง ตัวอย่างดี"))
    first = make_bill(*STEPS, name="ร่างพระราชบัญญัติสหกรณ์ พ.ศ. ....", english="Cooperatives Bill")
    record(first, K.HOUSE_R1_ACCEPTED, "2026-02-02", note=f"{COMMITTEE}รับไปพิจารณา")
    make_bill(*STEPS, name="ร่างพระราชบัญญัติประมง พ.ศ. ....")
    facts = bills.VoteFacts(on=date(2026, 2, 3), chamber=House.SENATE, title="ญัตติเรื่องตลาดน้ำ")
    bills.record_vote(first.public_id, facts, None)
    said = "มาตรา ๑ นางสมหญิง ตัวอย่างดี แถลงเรื่องสหกรณ์ออมทรัพย์\nมาตรา ๒ ปิดประชุม"
    for key, title, text, dated in (
        ("new", f"รายงาน{COMMITTEE}", said, date(2026, 2, 20)),
        ("fish", "ข่าวประมง", "มาตรา ๑ เรือประมง", date(2026, 1, 20)),
        ("old", "ข่าวสหกรณ์เก่า", said, date(2025, 2, 20)),
        ("late", "ข่าวสหกรณ์พรุ่งนี้", said, date(2026, 4, 20)),
    ):
        written = documents.Facts(key, NEWS, title, dated=dated, year_be=dated.year + 543)
        documents.keep_document(written, parse(text, title))
    outbox.drain()
    return app


def search_for(typed="", **filters):
    return Subject(SubjectKind.SEARCH, typed=typed, filters=filters)


def named(kind, number=1):
    return Subject(kind, str(number))


def facts(subject):
    return {one.fact.partition(":")[0] + f"-{one.on}" for one in heard(subject)}


def heard(subject):
    return service.preview(Wish(subject)).happenings


FIRST = {"step-2026-01-05", "step-2026-01-06", "step-2026-02-02", "vote-2026-02-03"}
BOTH = {"step-2026-01-05", "step-2026-01-06"}
ASKED = [
    (search_for("สหกรณ์"), FIRST | {"version-2026-02-20"}),
    (search_for("ประมง OR สหกรณ์"), FIRST | {"version-2026-02-20", "version-2026-01-20"}),
    (search_for("สหกรณ์ -ออมทรัพย์"), FIRST | {"version-2026-02-20"}),
    (search_for('"สหกรณ์ออมทรัพย์"'), {"version-2026-02-20"}),
    (search_for("cooperatives"), FIRST),
    (search_for("สหกรณ์", kind="bill"), FIRST),
    (search_for("สหกรณ์", kind="vote"), {"vote-2026-02-03"}),
    (search_for("ตลาดน้ำ"), {"vote-2026-02-03"}),
    (search_for("สหกรณ์", kind="section"), {"version-2026-02-20"}),
    (search_for(kind="bill", proposer="cabinet", stage="house"), FIRST),
    (search_for(kind="bill", proposer="citizens"), set()),
    (search_for(committee="c-1"), FIRST | {"version-2026-02-20"}),
    (search_for(document_kind="news", year="2569"), {"version-2026-02-20", "version-2026-01-20"}),
    (search_for(kind="document", form="braille"), {"version-2026-02-20", "version-2026-01-20"}),
    (search_for("ยีราฟ"), set()),
    (named(SubjectKind.COMMITTEE), FIRST | {"version-2026-02-20"}),
    (named(SubjectKind.MEMBER), {"version-2026-02-20"}),
    (named(SubjectKind.BILL), FIRST),
    (named(SubjectKind.BILL, 2), BOTH),
    (named(SubjectKind.DOCUMENTS, "news"), {"version-2026-02-20", "version-2026-01-20"}),
    (named(SubjectKind.DOCUMENTS, "law"), set()),
    (Subject(SubjectKind.DEADLINES), set()),
    (Subject(SubjectKind.EVERYTHING), FIRST | {"version-2026-02-20", "version-2026-01-20"}),
]


def test_it_tells_the_same_by_the_index_and_by_reading_every_text(site, config):
    by_index = [facts(subject) for subject, _wanted in ASKED]
    assert by_index == [wanted for _subject, wanted in ASKED]

    current_index().forget()
    for file in config.search_dir.rglob("*"):
        if file.is_file():
            file.unlink()
    assert [facts(subject) for subject, _wanted in ASKED] == by_index


def test_what_was_put_right_is_counted_each_once(site, clock):
    first, second = bills.get_bill("b-1"), bills.get_bill("b-2")
    wrong = next(step for step in first.steps if step.on == date(2026, 2, 2))
    bills.withdraw_step("b-1", wrong.id, "ผิดฉบับ", None)
    vote = bills.get_vote("v-1")
    with transaction():
        bills.link_vote(vote, second)
        vote.approve = 120
    service.announce_recount(vote, {"approve": 119}, date(2026, 3, 1))
    service.announce(service.of_rename(second, {"th": "ร่างเดิม"}, date(2026, 3, 1)))
    outbox.drain()
    right = {"recount-2026-03-01", "withdrawn-2026-03-02"}
    assert facts(named(SubjectKind.BILL)) == (FIRST - {"step-2026-02-02"}) | right
    assert facts(search_for("สหกรณ์")) >= right
    told = [one.fact.partition(":")[0] for one in heard(Subject(SubjectKind.EVERYTHING))]
    assert [told.count(kind) for kind in ("recount", "withdrawn", "renamed")] == [1, 1, 1]
    of_votes = Wish(named(SubjectKind.BILL), kinds=frozenset({service.NewsKind.VOTE}))
    assert {one.fact.partition(":")[0] for one in service.preview(of_votes).happenings} == {
        "vote", "recount",
    }  # fmt: skip


def test_a_new_form_of_an_old_document_is_in_it(site, clock):
    old = documents.newest_version(documents.get_document("d-3"))
    with transaction():
        form_ready.send("listening", document_id=old.document_id, version_id=old.id, form="mp3")
    outbox.drain()
    # Others may come within some minutes.
    clock.advance(minutes=5)
    outbox.drain()
    for subject in (search_for("ออมทรัพย์"), named(SubjectKind.MEMBER)):
        assert facts(subject) == {"version-2026-02-20", "form-2026-03-02"}
    assert facts(Subject(SubjectKind.AUDIO_BOOKS)) == {"form-2026-03-02"}
    assert facts(search_for("เรือ")) == {"version-2026-01-20"}


def test_all_documents_of_the_time_are_counted_not_the_newest_only(app):
    for number in range(120):
        written = documents.Facts(f"n{number}", NEWS, f"ข่าวที่ {number}", dated=date(2026, 2, 1))
        documents.keep_document(written, parse("มาตรา ๑ ข่าว", "ข่าว"), announce=False)
    outbox.drain()
    assert len(heard(named(SubjectKind.DOCUMENTS, "news"))) == 120
    search.request_rebuild()
    outbox.drain()
    assert len(heard(search_for("ข่าว"))) == 120


def test_what_is_never_announced_cannot_be_followed_and_the_page_says_so(page, site):
    assert page.get("/search?q=สหกรณ์&kind=section").select('main a[href*="/following/new"]')
    assert page.get("/search?q=เกษตร&kind=committee").select('main a[href*="/following/new"]')
    for shown in page.both("/search?q=เกษตร&kind=ufo"):
        assert not shown.select('main a[href*="/following/new"]')
    assert "cannot be followed" in words(shown.main)
    page.get("/following/new?q=เกษตร&kind=ufo", status=404)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "/search?q=สหกรณ์&form=braille&kind=section",
            "Search: สหกรณ์ (Sections of documents, Braille)",
        ),
        ("/search?q=สหกรณ์&proposer=cabinet", "Search: สหกรณ์ (Cabinet)"),
        ("/search?q=สหกรณ์&committee=c-1&stage=house", f"House of Representatives, {COMMITTEE}"),
        ("/bills?proposer=cabinet", "Search: Bills, Cabinet"),
        ("/documents?kind=news", "Documents: Government news"),
        ("/documents", "Search: Documents"),
        ("/members/m-1", "สมหญิง"),
        ("/committees/c-1", COMMITTEE),
    ],
)
def test_each_page_has_one_button_and_what_it_follows_is_said_in_words(page, site, path, said):
    (button,) = page.get(f"/en{path}").select('main a.button[href*="/following/new"]')
    shown = page.get(button["href"])
    assert said in words(shown.select_one(".lead"))
    # What is about to be followed can be looked at.
    page.get(shown.select("nav a")[-1]["href"] if shown.select("nav a") else "/en")


def test_a_search_is_narrowed_by_who_proposed_and_by_committee(page, site):
    titles = (bills.TitleFacts(bills.TitleKind.DRAFT, "ร่างพระราชบัญญัติสหกรณ์ของประชาชน"),)
    bills.add_bill(bills.BillFacts(bills.BillKind.ORDINARY, bills.ProposerKind.MPS, titles), None)
    outbox.drain()
    shown = page.get("/search?q=สหกรณ์")
    by_proposer = {a["href"] for a in shown.select("main a") if "proposer=" in a["href"]}
    assert len(by_proposer) == 2
    narrowed = page.get("/search?q=สหกรณ์&proposer=mps")
    assert [h.text for h in narrowed.select("main li h3")] == ["ร่างพระราชบัญญัติสหกรณ์ของประชาชน"]
    assert page.get("/search?q=สหกรณ์&committee=c-1&kind=bill").select("main li h3")
