"""An event finds those who follow what it concerns: each once, on both databases."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.support.databases import both_databases
from tests.support.followers import follower, follows, told
from tests.support.records import LAW, keep_bill, keep_law
from webapp.accounts import service as accounts
from webapp.accounts.models import Account
from webapp.bills import service as bills
from webapp.bills.events import vote_recorded
from webapp.bills.rules.kinds import House
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import Delivery, Follower, Match, News, SavedSearch
from webapp.following.rules.happenings import Happening
from webapp.following.service import Cadence, Channel, NewsKind
from webapp.shared import outbox
from webapp.shared.transaction import transaction

pytestmark = [both_databases, pytest.mark.usefixtures("clock")]


def a_bill():
    """A bill whose first steps are old when somebody begins to follow it."""
    bill = keep_bill()
    outbox.drain()
    return bill


def vote_on(bill):
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    return bills.record_vote(bill.public_id, facts, None)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("bill", {}),
        ("everything", {}),
        ("search", {"typed": "สหกรณ์"}),
        ("search", {"typed": '"พระราชบัญญัติสหกรณ์"'}),
        ("search", {"typed": "ประมง OR สหกรณ์"}),
        ("search", {"typed": "สหกรณ์ -ประมง"}),
        ("search", {"typed": "", "filters": {"kind": "bill", "stage": "house"}}),
        ("search", {"typed": "สหกรณ์", "filters": {"kind": "bill"}}),
    ],
)
def test_an_event_of_a_bill_is_heard_by_who_asked_for_it(app, kind, more):
    bill = a_bill()
    follows("nok@example.org", kind, bill.id if kind == "bill" else "", **more)

    vote_on(bill)
    outbox.drain()

    assert told() == [("vote", "nok")]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("bill", {"ref": 999}),
        ("deadlines", {}),
        ("audio-books", {}),
        ("documents", {"ref": "law"}),
        ("search", {"typed": "ประมง"}),
        ("search", {"typed": "สหกรณ์ -พระราชบัญญัติ"}),
        ("search", {"typed": '"สหกรณ์พระราชบัญญัติ"'}),
        ("search", {"typed": "สหกรณ์", "filters": {"kind": "document"}}),
        ("everything", {"kinds": frozenset({NewsKind.STEP})}),
    ],
)
def test_an_event_is_not_heard_by_who_asked_for_something_else(app, kind, more):
    bill = a_bill()
    follows("nok@example.org", kind, more.pop("ref", ""), **more)

    vote_on(bill)
    outbox.drain()

    assert told() == []


def test_ten_wishes_of_one_person_bring_one_message(app):
    bill = a_bill()
    follows("nok@example.org", "everything", cadence=Cadence.WEEKLY)
    follows("nok@example.org", "bill", bill.id)
    for words in ("สหกรณ์", "พระราชบัญญัติ", "สหกรณ์ พระราชบัญญัติ"):
        follows("nok@example.org", "search", typed=words, cadence=Cadence.DAILY)
    follows("nok@example.org", "everything", channel=Channel.FEED)

    vote_on(bill)
    outbox.drain()

    assert told() == [("vote", "nok")]
    assert len(db.session.scalars(select(Delivery)).all()) == 1
    brought = db.session.scalars(select(Match)).one().subscription
    assert brought.subject_key == f"bill:{bill.id}"


def test_one_vote_on_several_bills_is_one_message_for_one_person(app):
    first, second = a_bill(), keep_bill("ร่างพระราชบัญญัติประมง พ.ศ. ....")
    outbox.drain()
    follows("nok@example.org", "bill", first.id)
    follows("nok@example.org", "bill", second.id)
    follows("ple@example.org", "everything")
    follows("dam@example.org", "bill", second.id)

    vote = vote_on(first)
    with transaction():
        vote_recorded.send("bills", bill_id=second.id, vote_id=vote.id, by=None)
    outbox.drain()

    assert told() == [("vote", "nok"), ("vote", "ple"), ("vote", "dam")]
    dam = select(Match.news_id).join(News).where(News.bill_id == second.id)
    assert len(db.session.scalars(dam).all()) == 1

    with transaction():
        bills.link_vote(vote, second)
        vote.approve = 120
    for _counted in range(2):
        with transaction():
            vote.approve += 1
        service.announce_recount(vote, {"approve": 119}, vote.on)
        outbox.drain()
    assert told()[3:] == [("corrected", "nok"), ("corrected", "ple"), ("corrected", "dam")] * 2


def test_the_same_search_is_kept_once_for_all_who_follow_it(app):
    for name in ("nok", "ple", "dam"):
        follows(f"{name}@example.org", "search", typed="สหกรณ์")

    assert len(db.session.scalars(select(SavedSearch)).all()) == 1


def test_nobody_is_told_of_what_he_did_himself(app):
    accounts.create_staff("nok@example.org", "test")
    account = db.session.scalars(select(Account)).one()
    bill = a_bill()
    follows("nok@example.org", "bill", bill.id)
    follows("ple@example.org", "bill", bill.id)

    bills.record_step(
        bill.public_id,
        bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2)),
        account.id,
    )
    outbox.drain()

    assert told() == [("step", "ple")]


def test_a_document_is_heard_by_its_kind_its_words(app):
    follows("nok@example.org", "documents", "law")
    follows("ple@example.org", "search", typed="นายทะเบียน")
    follows("dam@example.org", "documents", "report")

    keep_law()
    outbox.drain()

    assert [name for kind, name in told() if kind == "new_document"] == ["nok", "ple"]


def test_a_search_within_one_document_hears_of_no_other(app):
    law = keep_law()
    inside = {"filters": {"parent": law.public_id}}
    follows("nok@example.org", "search", typed="นายทะเบียน", **inside)
    outbox.drain()
    before = told()

    keep_law(f"{LAW}\nมาตรา ๙๙ นายทะเบียนอื่น", key="law-2")
    outbox.drain()
    assert told() == before

    keep_law(f"{LAW}\nมาตรา ๙๙ นายทะเบียนใหม่")
    outbox.drain()
    assert ("new_document", "nok") in told()


def test_other_subjects_are_found_by_their_keys(app):
    bill = a_bill()
    for name, kind, ref in (
        ("nok", "deadlines", ""), ("ple", "improvements", ""), ("dam", "complaint", "7"),
        ("all", "everything", ""),
    ):  # fmt: skip
        follows(f"{name}@example.org", kind, ref)

    service.announce(service.of_deadline(bill, date(2026, 3, 9), 7))
    service.announce(Happening("improvement:1", NewsKind.IMPROVEMENT, details={"what": "x"}))
    service.announce(Happening("complaint:7:1", NewsKind.COMPLAINT_STEP, complaint_id=7))
    outbox.drain()

    assert told() == [
        ("deadline", "nok"), ("deadline", "all"), ("improvement", "ple"), ("improvement", "all"),
        ("complaint_step", "dam"),
    ]  # fmt: skip


def test_a_digest_goes_at_its_hour_with_all_that_waited(app, clock):
    bill = a_bill()
    follows("nok@example.org", "bill", bill.id, cadence=Cadence.DAILY, hour=18)
    follows("ple@example.org", "bill", bill.id, cadence=Cadence.WEEKLY, weekday=2, hour=7)
    vote_on(bill)
    vote_on(bill)
    outbox.drain()

    assert service.make_digests() == 0
    clock.advance(hours=7)
    assert service.make_digests() == 1
    assert service.make_digests() == 0
    clock.advance(days=9)
    assert service.make_digests() == 1

    found = db.session.scalars(select(Delivery).order_by(Delivery.id)).all()
    assert [one.follower.email for one in found] == ["nok@example.org", "ple@example.org"]
    assert not db.session.scalars(select(Match).where(Match.waits)).all()
    assert [len(parcel.told) for parcel in service.claim(Channel.EMAIL, 10)] == [2, 2]


def test_two_hours_that_one_person_chose_and_that_were_missed_are_both_made_up_for(app, clock):
    first, second = a_bill(), keep_bill("ร่างพระราชบัญญัติประมง พ.ศ. ....")
    outbox.drain()
    follows("nok@example.org", "bill", first.id, cadence=Cadence.WEEKLY, weekday=1)
    follows("nok@example.org", "bill", second.id, cadence=Cadence.WEEKLY, weekday=2)
    vote_on(first)
    vote_on(second)
    outbox.drain()
    clock.advance(days=9)
    assert service.make_digests() == 2
    assert not db.session.scalars(select(Match).where(Match.waits)).all()


def test_what_was_announced_before_a_visit_and_found_its_people_after_it_is_new(app, clock):
    bill = a_bill()
    follows("nok@example.org", "bill", bill.id)
    news = service.announce(service.of_deadline(bill, date(2026, 3, 9), 7))
    visit = clock()
    assert service.news_for(follower("nok@example.org"), visit) == []
    clock.advance(minutes=1)
    service.match(news.id)
    assert service.news_for(follower("nok@example.org"), visit) == [news]


def test_what_a_pause_held_back_comes_in_one_message_at_its_end(app, clock):
    bill = a_bill()
    follows("nok@example.org", "bill", bill.id)
    service.pause(follower("nok@example.org"), clock() + timedelta(days=3))
    vote_on(bill)
    vote_on(bill)
    outbox.drain()
    assert service.make_digests() == 0

    clock.advance(days=3)

    assert service.make_digests() == 1
    assert [len(parcel.told) for parcel in service.claim(Channel.EMAIL, 10)] == [2]


def test_two_workers_never_take_the_same_message(app):
    bill = a_bill()
    for number in range(6):
        follows(f"n{number}@example.org", "bill", bill.id)
    vote_on(bill)
    for row_id in outbox.waiting():
        outbox.run(row_id)
    service.match(max(db.session.scalars(select(News.id))))

    first, second = service.claim(Channel.EMAIL, 4), service.claim(Channel.EMAIL, 4)

    assert len(first) + len(second) == 6
    assert not {one.delivery_id for one in first} & {one.delivery_id for one in second}


def test_addresses_are_erased_28_days_after_the_last_subscription_ends(app, clock):
    bill = a_bill()
    follows("nok@example.org", "bill", bill.id)
    follows("ple@example.org", "bill", bill.id)
    vote_on(bill)
    outbox.drain()
    service.stop_all(follower("nok@example.org"))

    clock.advance(days=27)
    assert service.erase_ended() == 0
    clock.advance(days=1)
    assert service.erase_ended() == 1
    assert [one.email for one in db.session.scalars(select(Follower))] == ["ple@example.org"]


def test_an_address_that_nobody_confirmed_is_given_up_with_its_link(app, clock):
    bill = a_bill()
    subject = service.Subject(service.SubjectKind.BILL, str(bill.id))
    contact = service.Contact(email="nok@example.org")
    service.ask_to_follow(service.Wish(subject), contact, "test")

    clock.advance(days=8)
    service.erase_ended()

    assert not db.session.scalars(select(Follower)).all()
