"""What a wish asks for is what comes: no less, no more, and in the language and form chosen."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.integration.bills.making import TO_SENATE, K, make_bill, make_session, record
from tests.support.followers import follower, follows, told
from tests.support.following import also_follow, feed, files_sent, text_of
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import News
from webapp.following.service import Channel, NewsKind, Subject, SubjectKind, Wish
from webapp.improvement import service as improvement
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau

pytestmark = pytest.mark.usefixtures("clock")
COMMITTEE = "คณะกรรมาธิการการศึกษา"
VOTES = frozenset({NewsKind.VOTE})


def the_bills_of(place, email="nok@example.org", **more):
    follows(email, "search", filters={"kind": "bill", "stage": place}, **more)


def headlines():
    return [one.fact for one in db.session.scalars(select(News).order_by(News.id))]


def test_the_bills_of_a_place_are_heard_of_when_they_come_and_when_they_leave(app):
    make_session("2025-12-12", "2026-04-10")
    bill = make_bill(*TO_SENATE[:-1])
    outbox.drain()
    the_bills_of("house", "suda@example.org")
    the_bills_of("senate")
    the_bills_of("law", "dam@example.org")

    record(bill, K.SENATE_RECEIVED, "2026-01-20")
    outbox.drain()
    assert told() == [("step", "nok")]  # approved by the House, it was not in the House any more
    record(bill, K.WITHDRAWN, "2026-02-20", exception_reason="ตามที่มีบันทึก")
    outbox.drain()
    assert told() == [("step", "nok"), ("bill_ended", "nok")]


def test_a_preview_has_the_steps_by_which_bills_left_a_place(app):
    make_session("2025-12-12", "2026-04-10")
    bill = make_bill(*TO_SENATE)
    record(bill, K.WITHDRAWN, "2026-02-20", exception_reason="ตามที่มีบันทึก")
    outbox.drain()

    def days(place):
        subject = Subject(SubjectKind.SEARCH, filters={"kind": "bill", "stage": place})
        return [str(one.on) for one in service.preview(Wish(subject)).happenings]

    assert days("senate") == ["2026-02-20", "2026-01-20", "2026-01-11"]
    assert days("ended") == ["2026-02-20"]
    assert days("house") == ["2026-01-11", "2026-01-10", "2025-12-20", "2025-12-16", "2025-12-15"]
    assert days("law") == []


def test_a_limit_of_days_gone_by_is_in_the_preview_of_a_new_site(app):
    make_session("2025-12-12", "2026-04-10")
    bill = make_bill(*TO_SENATE)
    record(bill, K.SENATE_R1_ACCEPTED, "2026-02-10")
    assert bills.bill_state(bill).deadline.due == date(2026, 3, 20)
    app.extensions["clock"].advance(days=20)

    def days(subject):
        return [
            (one.kind, str(one.on))
            for one in service.preview(
                Wish(subject, kinds=frozenset({NewsKind.DEADLINE}))
            ).happenings
        ]

    ends_soon = [("deadline", "2026-03-19"), ("deadline", "2026-03-13")]
    assert not db.session.scalars(select(News).where(News.kind == NewsKind.DEADLINE)).all()
    assert days(Subject(SubjectKind.DEADLINES)) == ends_soon
    assert days(Subject(SubjectKind.BILL, str(bill.id))) == ends_soon
    record(bill, K.SENATE_R2_DONE, "2026-03-14")
    record(bill, K.SENATE_R3_APPROVED, "2026-03-15")
    assert days(Subject(SubjectKind.DEADLINES)) == ends_soon[1:]


def test_what_a_new_site_cannot_know_of_days_gone_by_is_said(page):
    make_bill(*TO_SENATE[:2])
    thai, english = page.both("/following/new?of=everything")
    assert "counted only from 2 March 2026 on" in english.text
    thai, english = page.both("/following/new?of=deadlines")
    assert "counted only from" not in english.text


def test_who_wants_votes_only_gets_no_improvements(app):
    follows("nok@example.org", "everything", kinds=VOTES)
    follows("ple@example.org", "search", typed="หนังสือเสียง", kinds=VOTES)
    follows("all@example.org", "everything")
    follows("dam@example.org", "improvements", kinds=VOTES)
    facts = improvement.Facts(
        "หนังสือเสียงเร็วขึ้น", "ขอหนังสือเสียง", "ทำหนังสือเสียงเองทุกฉบับ", 2, 3, Bureau.TECHNOLOGY
    )
    made = improvement.propose(facts, None)
    for state in (improvement.State.PLANNED, improvement.State.UNDER_WAY, improvement.State.DONE):
        improvement.move(made.id, state, None)
    outbox.drain()
    assert told() == [("improvement", "all"), ("improvement", "dam")]


def test_only_kinds_that_can_come_are_offered(page):
    bill = make_bill(*TO_SENATE[:2])

    def offered(path):
        return {box["value"] for box in page.get(path).select("input[name=kinds]")}

    of_bill = offered(f"/following/new?bill={bill.public_id}")
    assert of_bill == {
        "step",
        "vote",
        "new_document",
        "new_form",
        "deadline",
        "corrected",
        "sitting",
    }
    assert offered("/following/new?of=everything") == of_bill | {"improvement", "seat", "found"}


def counted(approve, on=date(2026, 2, 20), disapprove=20):
    return bills.VoteFacts(on, House.SENATE, "วาระที่หนึ่ง", approve=approve, disapprove=disapprove)


def test_counts_of_a_vote_that_an_import_puts_right_are_told_as_a_corrected_record(app):
    bill = make_bill(*TO_SENATE)
    bills.keep_vote("v", counted(100), [bill])
    bills.keep_vote("old", counted(100, date(2025, 5, 5)), [bill])
    outbox.drain()
    follows("nok@example.org", "bill", bill.id, kinds=frozenset({NewsKind.CORRECTED}))
    follows("ple@example.org", "bill", bill.id, kinds=VOTES)
    follows("dam@example.org", "bill", bill.id, kinds=frozenset({NewsKind.STEP}))
    bills.keep_vote("v", counted(100), [bill])
    bills.keep_vote("old", counted(90, date(2025, 5, 5)), [bill])
    outbox.drain()
    assert told() == []
    bills.keep_vote("v", counted(120), [bill])
    outbox.drain()
    assert told() == [("corrected", "nok"), ("corrected", "ple")]
    said = text_of(files_sent()[0])
    assert "120" in said
    assert "เดิมบันทึกไว้ว่า เห็นด้วย 100 ไม่เห็นด้วย 20" in said


@pytest.fixture
def people(app):
    """A member and a committee of which the members are known."""
    bills.keep_member("m1", bills.MemberFacts("สมหญิง", "ตัวอย่างดี", prefix="นาง"))
    bills.keep_member("m2", bills.MemberFacts("สมชาย", "ตัวอย่างดี", prefix="นาย"))
    bills.keep_committee("c1", bills.CommitteeFacts(1, COMMITTEE, "Committee on Education"))
    woman, man = (bills.members_named(name)[0] for name in ("สมหญิง ตัวอย่างดี", "นายสมชาย ตัวอย่างดี"))
    committee = bills.list_committees()[0]
    bills.keep_seats(committee, [(man, "")])
    outbox.drain()
    return woman, man, committee


def test_seats_and_offices_are_told_to_who_follows_the_member_or_the_committee(people):
    woman, man, committee = people
    assert headlines() == []
    follows("nok@example.org", "member", woman.id)
    follows("ple@example.org", "committee", committee.id)
    follows("dam@example.org", "member", man.id)
    follows("lek@example.org", "committee", committee.id, kinds=VOTES)

    def kept(*seats):
        before = len(told())
        bills.keep_seats(committee, seats)
        outbox.drain()
        return [who for _kind, who in told()[before:]]

    assert kept((man, ""), (woman, "")) == ["nok", "ple"]
    assert kept((man, ""), (woman, "")) == []
    assert kept((woman, "ประธาน")) == ["nok", "ple", "ple", "dam"]
    bills.keep_member("m1", bills.MemberFacts("สมหญิง", "ตัวอย่างดี", office="รองประธานวุฒิสภา"))
    outbox.drain()
    assert told()[-1] == ("seat", "nok")
    letters = [text_of(one) for one in files_sent() if one["To"] == "nok@example.org"]
    whats = [letter.splitlines() for letter in letters]
    assert f"ดำรงตำแหน่งใน{COMMITTEE} (ประธาน)" in letters[1]
    assert all("นางสมหญิง ตัวอย่างดี" in lines[0] for lines in whats)
    assert "ตำแหน่งใหม่: รองประธานวุฒิสภา" in letters[2]


def test_seats_are_told_in_english_and_by_their_end(people):
    _woman, man, committee = people
    on = date(2026, 3, 2)
    told = [
        service.headline(service.of_seat(man.id, place, before, after, on), "en")
        for place, before, after in (
            (committee.id, None, "ประธาน"),
            (committee.id, "", None),
            (None, "เลขานุการ", ""),
        )  # fmt: skip
    ]
    assert told == [
        "นายสมชาย ตัวอย่างดี: Has a seat in: Committee on Education (ประธาน).",
        "นายสมชาย ตัวอย่างดี: No longer has a seat in: Committee on Education.",
        "นายสมชาย ตัวอย่างดี: No longer holds the office: เลขานุการ.",
    ]


def test_what_is_fetched_speaks_the_language_that_was_chosen_last(app, page):
    bill = make_bill(*TO_SENATE[:2], english="Test Bill")
    outbox.drain()
    subject = Subject(SubjectKind.BILL, str(bill.id))
    nok = follower("nok@example.org")
    mine = also_follow(nok, subject, channel=Channel.FEED, language="en")
    record(bill, K.HOUSE_R1_ACCEPTED, "2026-02-02")
    outbox.drain()

    def atom():
        return page.client.get(feed(nok, "news.atom")).text

    assert "<title>Test Bill: " in atom()
    also_follow(nok, subject, language="th")
    assert "<title>Test Bill: " in atom()
    service.change(nok, mine.id, Wish(subject, channel=Channel.FEED, language="th"))
    assert f"<title>{bill.name()}: " in atom()
