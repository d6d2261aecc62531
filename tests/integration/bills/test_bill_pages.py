"""The public pages of bills, in Thai and English, through the checking client."""

import pytest

from tests.integration.bills.making import TO_SENATE, K, make_bill, make_session, record
from webapp.bills import service
from webapp.bills.rules.kinds import House

pytestmark = pytest.mark.usefixtures("clock")


def lead(found):
    return found.select_one("main .lead").get_text(" ", strip=True)


def test_a_bill_says_first_where_it_is_what_comes_next_and_by_when(page):
    make_session("2025-12-12", "2026-04-10")
    bill = make_bill(*TO_SENATE, english="Test bill")
    thai, english = page.both(f"/bills/{bill.public_id}")
    assert lead(english) == (
        "The Senate has received this bill. That is since 20 January 2026. "
        "Next, the Senate votes on its principle. "
        "A decision is due by 20 March 2026; without one, silence counts as approval "
        "(Constitution, section 136). 18 of 60 days in session are left."
    )
    assert "20 มีนาคม 2569" in lead(thai)
    assert "รัฐธรรมนูญ มาตรา 136" in lead(thai)
    first = english.h1.find_next_sibling()
    assert first.get_text(" ", strip=True) == lead(english)


def test_where_the_sessions_are_not_known_the_bill_says_why(page):
    bill = make_bill(*TO_SENATE)
    _thai, english = page.both(f"/bills/{bill.public_id}")
    assert "the sessions of Parliament of that time are not recorded" in lead(english)


def test_where_the_day_of_receipt_is_not_known_the_bill_says_so(page):
    make_session("2025-12-12", "2026-04-10")
    bill = make_bill(*TO_SENATE[:-1])
    record(bill, K.SENATE_RECEIVED, None, exception_reason="ไม่มีแหล่งใดบอกวันที่")
    thai, english = page.both(f"/bills/{bill.public_id}")
    assert "the day from which it is counted is not recorded" in lead(english)
    assert "ไม่มีบันทึกวันที่เริ่มนับ" in lead(thai)
    assert english.find("span", string="ไม่มีแหล่งใดบอกวันที่")["lang"] == "th"


def test_silence_past_the_last_day_is_told_as_approval(page, clock):
    make_session("2025-12-12", "2026-04-10")
    bill = make_bill(*TO_SENATE)
    clock.advance(days=30)
    _thai, english = page.both(f"/bills/{bill.public_id}")
    assert "The time ended on 20 March 2026 with no decision recorded" in lead(english)
    assert "Next," not in lead(english)


def test_steps_are_an_ordered_list_with_the_newest_last(page):
    bill = make_bill(*TO_SENATE)
    _thai, english = page.both(f"/bills/{bill.public_id}")
    steps = [item.get_text(" ", strip=True) for item in english.select("main ol.plain-list > li")]
    assert len(steps) == len(TO_SENATE)
    assert steps[0].startswith("Submitted to the House of Representatives")
    assert steps[-1].startswith("Received by the Senate")


def test_a_withdrawn_step_stands_apart_with_its_reason(page):
    bill = make_bill(*TO_SENATE)
    wrong = record(bill, K.SENATE_R1_REJECTED, "2026-02-01")
    service.withdraw_step(bill.public_id, wrong.id, "บันทึกผิดฉบับ", None)
    _thai, english = page.both(f"/bills/{bill.public_id}")
    mistakes = english.select_one("main details ol")
    assert "Rejected by the Senate, first reading" in mistakes.get_text()
    assert "บันทึกผิดฉบับ" in mistakes.get_text()


def test_votes_are_told_as_sentences_and_as_a_table(page):
    bill = make_bill(*TO_SENATE, english="Test bill")
    facts = service.VoteFacts(
        on=bill.moved_on,
        chamber=House.HOUSE,
        title="ร่างพระราชบัญญัติทดสอบ วาระที่ 3",
        reading=3,
        approve=300,
        disapprove=12,
        abstain=5,
    )
    service.record_vote(bill.public_id, facts, None)
    _thai, english = page.both(f"/bills/{bill.public_id}")
    assert (
        "House of Representatives voted on 20 January 2026: 300 in favour, 12 against. 5 abstained."
        in english.main.get_text(" ", strip=True)
    )
    assert [cell.text for cell in english.select("main table tbody td")][:3] == [
        "House of Representatives",
        "3",
        "300",
    ]


def test_a_bill_is_followed_from_its_page_and_offers_feed_and_calendar(page):
    bill = make_bill(*TO_SENATE)
    thai = page.get(f"/bills/{bill.public_id}")
    targets = {link["href"] for link in thai.select("main a")}
    assert f"/following/new?bill={bill.public_id}" in targets
    assert f"/bills/{bill.public_id}/feed.atom" in targets
    assert f"/bills/{bill.public_id}/calendar.ics" in targets


def test_what_stands_behind_the_number_may_be_anything(page):
    bill = make_bill(*TO_SENATE)
    page.both(f"/bills/{bill.public_id}/ทดสอบ-พ-ศ")
    shown = page.get(f"/bills/{bill.public_id}/something-else")
    assert shown.select_one("link[rel=canonical]")["href"].startswith(f"/bills/{bill.public_id}/")


def test_a_merged_bill_and_its_main_bill_lead_to_each_other(page):
    main = make_bill(*TO_SENATE, name="ร่างพระราชบัญญัติหลัก พ.ศ. ....")
    merged = make_bill(*TO_SENATE[:2], (K.MERGED, "2025-12-20"), merged_into_id=main.id)
    _thai, english = page.both(f"/bills/{merged.public_id}")
    assert "considered together with another bill" in lead(english)
    assert english.find("a", string=main.name())["href"] == f"/en/bills/{main.public_id}"
    _thai, english = page.both(f"/bills/{main.public_id}")
    assert english.find("a", href=f"/en/bills/{merged.public_id}")


def test_a_laws_place_in_the_gazette_is_told(page):
    bill = make_bill(*TO_SENATE, gazette_volume="143", gazette_part="12 ก", gazette_page="7")
    thai, english = page.both(f"/bills/{bill.public_id}")
    assert "เล่ม 143 ตอนที่ 12 ก หน้า 7" in thai.main.get_text()
    assert "volume 143 part 12 ก page 7" in english.main.get_text()


@pytest.mark.parametrize("asked", ["/bills/b-999", "/bills/x", "/members/m-1", "/committees/c-9"])
def test_an_unknown_number_is_a_page_not_found(page, asked):
    page.both(asked, status=404)


def test_the_list_is_filtered_by_kind_place_proposer_and_year(page):
    make_bill(*TO_SENATE, name="ร่างพระราชบัญญัติในวุฒิสภา")
    make_bill(*TO_SENATE[:1], kind=service.BillKind.MONEY, name="ร่างพระราชบัญญัติการเงิน")
    make_bill(("submitted_house", "2024-05-01"), name="ร่างพระราชบัญญัติเก่า")

    def shown(query):
        thai, _english = page.both(f"/bills{query}")
        return [link.text for link in thai.select("main li a[href^='/bills/b-']")]

    assert len(shown("")) == 3
    assert shown("?kind=money") == ["ร่างพระราชบัญญัติการเงิน"]
    assert shown("?family=senate") == ["ร่างพระราชบัญญัติในวุฒิสภา"]
    assert shown("?year=2024") == ["ร่างพระราชบัญญัติเก่า"]
    assert shown("?proposer=citizens") == []
    assert len(shown("?kind=&year=&family=&page=x")) == 3


@pytest.mark.parametrize("name", ["kind", "family", "proposer", "year", "committee"])
def test_a_filter_that_is_not_known_is_told_at_its_field_above_the_whole_list(page, name):
    make_bill(*TO_SENATE)

    english = page.get(f"/en/bills?{name}=zz&page=1")

    assert english.title.text.startswith("Error: ")
    assert "“zz” is not known" in english.select_one(f"#{name}-error").text
    assert english.select_one(f".error-summary a[href='#{name}']") is not None
    assert len(english.select("main li a[href^='/en/bills/b-']")) == 1
    assert not english.select("a[href*='zz'][href*='feed.atom']")


def test_the_bill_that_moved_last_comes_first(page):
    make_bill(("submitted_house", "2024-05-01"), name="ร่างพระราชบัญญัติเก่า")
    make_bill(*TO_SENATE, name="ร่างพระราชบัญญัติใหม่")
    links = page.get("/bills").select("main li a[href^='/bills/b-']")
    assert [link.text for link in links] == ["ร่างพระราชบัญญัติใหม่", "ร่างพระราชบัญญัติเก่า"]


def test_a_long_list_is_cut_into_pages_that_keep_the_filters(page):
    for number in range(26):
        make_bill(TO_SENATE[0], name=f"ร่างพระราชบัญญัติที่ {number}")
    first, _english = page.both("/bills?family=house")
    assert len(first.select("main li a[href^='/bills/b-']")) == 25
    following = first.select_one("a[rel=next]")["href"]
    assert "family=house" in following
    assert len(page.get(following).select("main li a[href^='/bills/b-']")) == 1


def test_every_kind_of_bill_has_a_page_that_reads_well(page):
    starts = {
        service.BillKind.EMERGENCY_DECREE: (K.DECREE_GAZETTED, K.DECREE_SUBMITTED),
        service.BillKind.TREATY: (K.SUBMITTED_PARLIAMENT, K.JOINT_AGENDA_PLACED),
        service.BillKind.ORGANIC: (K.SUBMITTED_PARLIAMENT, K.JOINT_AGENDA_PLACED),
        service.BillKind.CONSTITUTION_AMENDMENT: (K.SUBMITTED_PARLIAMENT, K.JOINT_AGENDA_PLACED),
    }
    for kind in service.BillKind:
        steps = starts.get(kind, (K.SUBMITTED_HOUSE, K.HOUSE_AGENDA_PLACED))
        bill = make_bill(*((step, "2026-02-01") for step in steps), kind=kind, name=f"ร่าง {kind}")
        _thai, english = page.both(f"/bills/{bill.public_id}")
        assert "Next, " in lead(english), kind


def test_a_bill_without_any_step_says_so(page):
    bill = make_bill()
    _thai, english = page.both(f"/bills/{bill.public_id}")
    assert lead(english).startswith("No step of this bill is recorded yet.")


def test_members_and_committees_have_pages_that_lead_to_each_other(page):
    facts = service.MemberFacts(
        "สมมติ", "นามสมมติ", prefix="นาย", group_number=3, group_name="กลุ่มการศึกษา"
    )
    service.keep_member("senator-1", facts)
    service.keep_committee(
        "committee-1", service.CommitteeFacts(1, "คณะกรรมาธิการการศึกษา", "Committee on Education")
    )
    member, committee = service.list_members()[0], service.list_committees()[0]
    service.seat_member(committee, member, "ประธาน")
    thai, english = page.both("/members")
    assert thai.find("a", string="นายสมมติ นามสมมติ")["href"] == f"/members/{member.public_id}"
    thai, english = page.both(f"/members/{member.public_id}")
    assert thai.find("a", string="คณะกรรมาธิการการศึกษา")
    thai, english = page.both(f"/committees/{committee.public_id}")
    assert english.h1.text == "Committee on Education"
    assert thai.find("a", string="นายสมมติ นามสมมติ")
    page.both("/committees")


def test_the_bills_that_name_a_committee_are_a_list_that_can_be_followed(page):
    names = ("คณะกรรมาธิการการศึกษา", "คณะกรรมาธิการการเกษตรและสหกรณ์")
    for number, name in enumerate(names, 1):
        service.keep_committee(f"c{number}", service.CommitteeFacts(number, name))
    first, second = (
        make_bill((K.SUBMITTED_HOUSE, "2026-01-05"), name=one) for one in ("ร่างก", "ร่างข")
    )
    record(first, K.HOUSE_AGENDA_PLACED, "2026-01-06", note=f"{names[0]}ขอรับไปพิจารณา")
    chosen = service.list_committees()[0].public_id

    thai, english = page.both(f"/bills?committee={chosen}")

    shown = [a["href"] for a in thai.select(".plain-list a")]
    assert len(shown) == 1
    assert first.public_id in shown[0]
    assert names[0] in [one.text for one in english.select("select[name=committee] option")]
    follow = thai.find("a", href=lambda href: href and "/following/new" in href)["href"]
    asked = page.get(follow)
    assert names[0] in asked.select_one(".lead").text
    back = asked.select_one("nav a[href*='/bills?']")["href"]
    assert f"committee={chosen}" in back


def test_lists_of_people_say_when_they_are_empty(page):
    page.both("/members")
    page.both("/committees")
    page.both("/bills")
