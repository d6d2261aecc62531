"""Everything that is public is found: votes, people, answers, pages of help, in both languages."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.integration.search.conftest import results
from tests.support.records import keep_bill, keep_law
from thai_text.outline import parse
from webapp import features
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.complaints.events import case_erased
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.improvement import service as improvement
from webapp.improvement.rules import State
from webapp.search import jobs, service, sources
from webapp.search.service.coming import PAGE
from webapp.search.sources import pages
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau
from webapp.shared.outbox import OutboxRow
from webapp.shared.transaction import transaction


def keep_people():
    committee = bills.CommitteeFacts(
        7, "คณะกรรมาธิการการแรงงาน", "Committee on Labour", "กมธ.แรงงาน", ("ค่าจ้าง", "ลูกจ้าง")
    )
    bills.keep_committee("c7", committee)
    bills.keep_member("m1", bills.MemberFacts("ตัวอย่าง", "ทดสอบ", prefix="นาย"))
    bills.seat_member(bills.list_committees()[0], bills.list_members()[0])


def test_a_vote_is_found_and_has_a_page(page, build):
    bill = keep_bill()
    facts = bills.VoteFacts(
        date(2026, 2, 1), House.SENATE, "ลงมติเรื่องเกาะลอยฟ้า", 3, 200, 3, 1, passed=True
    )
    vote = bills.record_vote(bill.public_id, facts, None)
    build()
    assert results(page.get("/search?q=เกาะลอยฟ้า")) == [f"/votes/{vote.public_id}"]

    thai, english = page.both(f"/votes/{vote.public_id}")

    assert "200" in thai.select_one("main").text
    assert "It was passed." in english.text
    assert english.select_one(f'main a[href^="/en/bills/{bill.public_id}"]')
    page.get("/votes/v-999999", status=404)
    page.get("/votes/x", status=404)


def test_a_vote_recorded_later_is_found_without_building_anew(page, build):
    bill = keep_bill()
    build()
    bills.record_vote(
        bill.public_id, bills.VoteFacts(date(2026, 2, 1), House.SENATE, "ลงมติเรื่องเกาะลอยฟ้า"), None
    )
    outbox.drain()
    assert results(page.get("/search?q=เกาะลอยฟ้า"))


@pytest.mark.parametrize("words", ["การแรงงาน", "กมธ.แรงงาน", "ค่าจ้าง", "Committee on Labour"])
def test_a_committee_is_found_by_its_names_and_its_field(page, build, words):
    keep_people()
    build()
    assert "/committees/c-1" in results(page.get(f"/search?q={words}"))


def test_a_member_is_found_by_name_and_by_committee(page, build):
    keep_people()
    build()
    assert results(page.get("/search?q=ตัวอย่าง ทดสอบ"))[0] == "/members/m-1"
    assert "/members/m-1" in results(page.get("/search?q=แรงงาน&committee=c-1&kind=member"))


def test_members_their_offices_and_seats_are_found_without_building_anew(page, build):
    build()
    keep_people()
    outbox.drain()
    assert "/members/m-1" in results(page.get("/search?q=แรงงาน&committee=c-1&kind=member"))
    assert "/committees/c-1" in results(page.get("/search?q=ตัวอย่าง ทดสอบ"))

    facts = bills.MemberFacts("ตัวอย่าง", "ทดสอบ", prefix="นาย", office="รองประธานวุฒิสภา")
    bills.keep_member("m1", facts)
    bills.keep_member("m2", bills.MemberFacts("สมมุติ", "ใจดี", prefix="นาง"))
    committee, members = bills.list_committees()[0], bills.list_members()
    new = next(one for one in members if one.first_name == "สมมุติ")
    bills.keep_seats(committee, [(new, "ประธาน")])
    outbox.drain()

    assert results(page.get("/search?q=รองประธานวุฒิสภา")) == ["/members/m-1"]
    assert results(page.get("/search?q=การแรงงาน&kind=member")) == ["/members/m-2"]
    assert results(page.get("/search?q=สมมุติ ใจดี&kind=committee")) == ["/committees/c-1"]
    assert not results(page.get("/search?q=ตัวอย่าง ทดสอบ&kind=committee"))


def test_votes_of_records_are_found_as_they_are_taken_in_and_changed(page, build):
    build()
    for number in range(3):
        facts = bills.VoteFacts(date(2026, 2, 1), House.SENATE, f"ลงมติเรื่องเกาะลอยฟ้า {number}")
        bills.keep_vote(f"vote-{number}", facts)
    outbox.drain()
    assert len(results(page.get("/search?q=เกาะลอยฟ้า"))) == 3

    facts = bills.VoteFacts(date(2026, 2, 1), House.SENATE, "ลงมติเรื่องภูเขาใต้น้ำ")
    bills.keep_vote("vote-0", facts)
    outbox.drain()

    assert results(page.get("/search?q=ภูเขาใต้น้ำ")) == ["/votes/v-1"]
    assert len(results(page.get("/search?q=เกาะลอยฟ้า"))) == 2


def test_questions_and_answers_are_found_in_both_languages(page, build):
    build()
    assert "/complaints/standard" in results(page.get("/search?q=ร้องเรียน กี่วัน"))
    assert "/en/complaints/standard" in results(page.get("/en/search?q=complain how long"))


def test_pages_of_help_are_found_by_what_stands_on_them(page, build):
    build(["home.show_privacy"])
    thai, english = page.both("/search?q=คุกกี้")[0], page.get("/en/search?q=cookie")
    assert "/privacy" in results(thai)
    assert "/en/privacy" in results(english)


def test_after_an_upgrade_pages_of_help_are_read_anew_when_workers_start(app, page, build):
    build(["home.show_privacy"])
    app.extensions["searched_pages"] = {"home.show_privacy": "page"}
    service.remove_source("page-home.show_privacy")
    outbox.enqueue_at_start()
    outbox.drain()
    assert not results(page.get("/search?q=คุกกี้&kind=page")), (
        "nothing is other than when they were read"
    )

    (app.extensions["settings"].search_dir / "pages").write_text("what they were made of before")
    outbox.enqueue_at_start()
    outbox.drain()

    assert "/privacy" in results(page.get("/search?q=คุกกี้&kind=page"))
    app.extensions["searched_pages"] = {}
    jobs.read_pages()
    assert not results(page.get("/search?q=คุกกี้&kind=page")), (
        "a page that is no more is found no more"
    )


@pytest.mark.parametrize("name", ["page.html", "messages.po", "words.py"])
def test_another_word_in_a_template_a_translation_or_the_code_is_another_version(
    app, tmp_path, monkeypatch, name
):
    monkeypatch.setattr(app, "root_path", str(tmp_path))
    (tmp_path / name).write_text("before")
    before = pages.words_version.__wrapped__()
    (tmp_path / name).write_text("after")
    assert pages.words_version.__wrapped__() != before


def test_every_page_of_help_can_be_read(app, page):
    app.extensions["searched_pages"] = features.SEARCHED_PAGES
    found = [one for one in sources.own_sources() if one.key.startswith(PAGE)]
    assert len(found) == len(features.SEARCHED_PAGES)
    for source in found:
        thai, english = source.make()
        assert thai.lang == "th"
        assert english.lang == "en"
        assert thai.text
        assert thai.title != english.title


def test_an_improvement_is_found_once_it_is_public(page, build):
    build()
    facts = improvement.Facts(
        title="ทางลาดหน้าหอสมุด",
        asked="ทางเข้าชัน",
        work="ทำทางลาดใหม่",
        urgent=2,
        important=2,
        bureau=list(Bureau)[0],
    )
    item = improvement.propose(facts, None)
    outbox.drain()
    assert not results(page.get("/search?q=ทางลาด"))

    improvement.move(item.id, State.PLANNED, None)
    outbox.drain()

    assert results(page.get("/search?q=ทางลาด")) == [f"/improvements/{item.public_id}"]


def test_facets_count_and_narrow_by_stage_kind_and_form(page, build):
    keep_bill()
    keep_bill("ร่างพระราชบัญญัติสหกรณ์การเกษตร พ.ศ. ....")
    keep_law()
    build()
    thai, english = page.both("/search?q=สหกรณ์")
    # Both bills stand at one stage, and the law at none: that narrows.
    assert thai.select_one("#by-stage ~ ul a")
    assert not page.get("/search?q=สหกรณ์&kind=bill").select("#by-stage")
    assert "What it is" in english.text
    links = {a.text: a for a in thai.select("main .facet a")}
    for label in ("ร่างกฎหมาย", "มาตราและหัวข้อในเอกสาร"):
        count = int(links[label].next_sibling.strip(" ()\n"))
        narrowed = page.get(links[label]["href"])
        shown = len(narrowed.select("main ol h3")) + len(narrowed.select("main ol ul li"))
        assert shown == count


def test_all_values_of_a_filter_can_be_shown(page, build):
    for number in range(14):
        facts = documents.Facts(
            f"n{number}", documents.DocumentKind.NEWS, "ข่าวประมง", year_be=2550 + number
        )
        documents.keep_document(facts, parse("ข่าว", "ข่าว"))
    build()
    for shown, prefix in zip(page.both("/search?q=ประมง"), ("", "/en"), strict=True):
        years = shown.select_one("#by-year").find_next("ul")
        assert len(years.select("a")) == 12 + 1
        every = years.select("a")[-1]
        assert "14" in every.text
        assert every["href"].startswith(f"{prefix}/search?")
        assert every["href"].endswith("all=year#by-year")
        opened = (
            page.get(every["href"].partition("#")[0])
            .select_one("#by-year")
            .find_next("ul")
            .select("a")
        )
        assert len(opened) == 14
        assert "all=" not in opened[0]["href"]


def test_sections_of_one_document_stand_together(page, build):
    law = keep_law()
    build()
    shown = page.get("/search?q=พระราชบัญญัติ")
    together = [li for li in shown.select("main ol.plain-list > li") if li.select("ul li")]
    assert len(together) == 1
    only = together[0].select_one(f'a[href*="parent={law.public_id}"]')
    inside = page.get(only["href"])
    assert all(address.startswith(f"/documents/{law.public_id}/s/") for address in results(inside))
    follow = inside.select_one('a[href*="/following/new"]')["href"]
    assert f"parent={law.public_id}" in follow
    assert law.title in page.get(follow).text


def test_the_passage_says_once_that_words_are_marked(page, build):
    keep_law("มาตรา ๑ สหกรณ์ สหกรณ์ สหกรณ์")
    build()
    for shown, word in zip(
        page.both("/search?q=สหกรณ์&kind=section"), ("พบคำ:", "found:"), strict=True
    ):
        passage = shown.select_one("main ol li > p")
        assert len(passage.select("mark")) > 1
        assert [said.text.strip() for said in passage.select(".visually-hidden")] == [word]


def test_by_date_the_newest_come_first(page, build):
    keep_law("มาตรา ๑ การประมง", key="old", title="พระราชบัญญัติการประมง พ.ศ. 2560")
    bill = keep_bill("ร่างพระราชบัญญัติการประมง พ.ศ. ....")
    build()
    shown = page.get("/search?q=การประมง&sort=date")
    assert results(shown)[0] == f"/bills/{bill.public_id}"
    assert page.get(
        next(a for a in shown.select("main a") if "q=" in a["href"] and "sort" not in a["href"])[
            "href"
        ]
    )


def test_an_answer_is_the_same_whatever_the_service_was_asked_before(build):
    keep_bill()
    build()
    assert service.ask("สหกรณ์", {}) == service.ask("สหกรณ์", {})


def test_an_erased_answer_is_taken_out_before_the_index_is_built_anew(app):
    with transaction():
        case_erased.send("complaints", case_id=1)
    asked = db.session.scalars(select(OutboxRow.name).order_by(OutboxRow.id)).all()
    assert asked.index("search.index_answer") < asked.index("search.rebuild")
