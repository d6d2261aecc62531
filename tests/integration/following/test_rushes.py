"""Who hears of very much at once hears of it together: each event once, and in time."""

from datetime import date

import pytest
from flask_babel import force_locale
from sqlalchemy import select

from tests.support.databases import both_databases
from tests.support.followers import follower, follows, told
from tests.support.following import deliveries, files_sent, text_of
from tests.support.record_files import give
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.following import service
from webapp.following.messages.letters import said_together
from webapp.following.messages.short import line_text
from webapp.following.models import Match
from webapp.following.rules.telling import Place, Telling
from webapp.following.rules.timing import MOST_AT_ONCE
from webapp.following.service import Cadence, Channel, DeliveryState, Form, rushes
from webapp.shared import line, outbox

pytestmark = pytest.mark.usefixtures("clock")
NOK = "nok@example.org"
LAWS = [
    {
        "id": f"law-{number}", "title": f"พระราชบัญญัติ ฉบับที่ {number:02} พ.ศ. 2540",
        "law_type": "พระราชบัญญัติ", "year_be": 2540, "gazette": {"date": "1997-05-01"},
        "text": "มาตรา ๑ ชื่อ\nมาตรา ๒ นายทะเบียน",
    }
    for number in range(1, MOST_AT_ONCE + 6)
]  # fmt: skip


@pytest.fixture
def few(monkeypatch):
    """Four messages come one by one, not twenty."""
    monkeypatch.setattr(rushes, "MOST_AT_ONCE", 4)


@pytest.fixture
def bill(app):
    kept = keep_bill()
    outbox.drain()
    return kept


def votes(bill, numbers, work=outbox.drain):
    for number in numbers:
        facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title=f"มติ {number}")
        bills.record_vote(bill.public_id, facts, None)
        work()


def sent():
    return [one for one in deliveries() if one.state is DeliveryState.SENT]


def events_in(letter):
    return text_of(letter).count("* * *") + 1


@both_databases
def test_an_import_of_many_documents_is_one_message(app, tmp_path, clock):
    follows(NOK, "documents", "law")
    follows("ple@example.org", "documents", "law", cadence=Cadence.DAILY)
    give(tmp_path, "laws_full.jsonl", LAWS)
    outbox.drain()
    assert files_sent() == [], "nobody had any of it in hand yet"
    clock.advance(minutes=6)
    (letter,) = files_sent()
    said = text_of(letter)
    assert all(said.count(law["title"]) >= 1 for law in LAWS)
    assert letter["To"] == NOK
    assert f"รวม {len(LAWS)} เรื่องไว้ในข้อความเดียว" in said
    assert len(sent()) == 1
    waiting = db.session.scalars(select(Match).where(Match.waits)).all()
    assert {one.subscription.cadence for one in waiting} == {Cadence.DAILY}
    clock.advance(minutes=60)
    assert not service.late().is_late
    assert len(files_sent()) == 1


@both_databases
def test_what_comes_after_so_many_messages_comes_together_and_each_event_once(bill, few, clock):
    follows(NOK, "bill", bill.id)
    votes(bill, range(1, 8))
    assert len(sent()) == 4
    clock.advance(minutes=6)
    outbox.drain()
    assert len(sent()) == 5
    # Still within the hour: it waits for others, and comes as a message of one.
    votes(bill, [8])
    assert len(sent()) == 5
    clock.advance(minutes=6)
    *_singly, together, alone = files_sent()
    assert "รวม 3 เรื่องไว้ในข้อความเดียว" in text_of(together)
    assert "เรื่องไว้ในข้อความเดียว" not in text_of(alone)
    told_of = db.session.scalars(select(Match.news_id).where(Match.delivery_id.is_not(None)))
    assert len(told_of.all()) == len(told()) == 8

    clock.advance(hours=1)
    votes(bill, [9])
    assert len(sent()) == 7, "an hour later each comes by itself again"


def test_many_who_hear_little_hear_at_once_whatever_others_hear(bill, few):
    other = keep_bill("ร่างพระราชบัญญัติประมง พ.ศ. ....")
    outbox.drain()
    follows(NOK, "everything")
    follows("ple@example.org", "bill", other.id)
    votes(bill, range(1, 6))
    votes(other, [6])
    assert [one.follower_id for one in sent()].count(follower("ple@example.org").id) == 1
    assert [one.follower_id for one in sent()].count(follower(NOK).id) == 4


def test_digests_that_wait_for_their_hour_count_for_nothing(bill, few):
    other = keep_bill("ร่างพระราชบัญญัติประมง พ.ศ. ....")
    outbox.drain()
    follows(NOK, "everything", cadence=Cadence.WEEKLY)
    follows(NOK, "bill", other.id)
    votes(bill, range(1, 8))
    assert sent() == []
    votes(other, [8])
    assert len(sent()) == 1


@both_databases
def test_what_a_worker_has_in_hand_is_not_taken_apart(bill, few, clock):
    follows(NOK, "bill", bill.id)
    votes(bill, range(1, 5), work=match_only)
    (held,) = service.claim(Channel.EMAIL, 1)
    votes(bill, [5], work=match_only)
    states = [one.state for one in deliveries()]
    assert states.count(DeliveryState.DROPPED) == 3
    service.note_sent([held.delivery_id])
    clock.advance(minutes=6)
    outbox.drain()
    assert len(sent()) == 2
    assert len(service.feed_of(follower(NOK)).news) == 5


def match_only():
    """What happened is matched, and nothing sent."""
    while found := [row for row in rows() if not row.name.startswith("following.deliver")]:
        for row in found:
            outbox.run(row.id)


def rows():
    waiting = outbox.waiting()
    db.session.expire_all()
    return [db.session.get(outbox.OutboxRow, number) for number in waiting]


@both_databases
def test_what_was_wrong_in_a_rush_is_not_told(bill, few, clock):
    follows(NOK, "bill", bill.id)
    votes(bill, range(1, 5), work=match_only)
    entry = bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    wrong = bills.record_step(bill.public_id, entry, None)
    match_only()
    bills.withdraw_step(bill.public_id, wrong.id, "ผิดฉบับ", None)
    outbox.drain()
    clock.advance(minutes=6)
    (letter,) = files_sent()
    assert events_in(letter) == 4
    assert "รวม 4 เรื่องไว้ในข้อความเดียว" in text_of(letter)


def test_the_monitor_fails_where_nobody_tells_what_came_together(bill, few, clock):
    follows(NOK, "bill", bill.id)
    votes(bill, range(1, 7))
    clock.advance(minutes=14)
    assert not service.late().is_late
    clock.advance(minutes=1)
    assert service.late().work == 1
    outbox.drain()
    assert not service.late().is_late


def test_what_a_pause_holds_back_waits_for_its_end_in_a_rush_too(bill, few, clock):
    follows(NOK, "bill", bill.id)
    service.pause(follower(NOK), clock().replace(day=20))
    votes(bill, range(1, 8))
    clock.advance(minutes=20)
    outbox.drain()
    assert files_sent() == []


def test_a_document_withdrawn_in_a_rush_is_not_told(app, few, tmp_path, clock):
    follows(NOK, "documents", "law")
    give(tmp_path, "laws_full.jsonl", LAWS[:6])
    outbox.drain()
    documents.withdraw_document("d-2", None)
    clock.advance(minutes=6)
    (letter,) = files_sent()
    assert LAWS[0]["title"] in text_of(letter)
    assert LAWS[1]["title"] not in text_of(letter)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_line_message_says_that_it_has_what_came_together_and_keeps_its_end(app, lang):
    place = Place("ร่าง", "https://example.org/bills/b-1")
    events = [Telling(n, lang, "ก" * 600, "ลงมติ", place, "b-1") for n in range(30)]
    manage = "https://example.org/following/mine/1-0"
    with app.test_request_context(), force_locale(lang):
        text = line_text(events, lang, "x", manage, Form.PLAIN, "1-f", together=True)
        said = said_together(30)
    assert line.units(text) <= line.MOST_UNITS
    assert said in text
    assert text.endswith(manage)
