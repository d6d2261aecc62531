"""News that nobody enters by hand, and what comes from other features: each heard once."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.integration.bills.making import TO_SENATE, make_bill, make_session
from tests.support.databases import both_databases
from tests.support.followers import follows, told
from tests.support.following import files_sent, text_of
from tests.support.record_files import give
from tests.support.records import LAW, keep_bill, keep_law
from thai_text.outline import parse
from webapp.accounts import service as accounts
from webapp.accounts.models import Account
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.bills.service.log import derive, insert_step
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.following import service
from webapp.following.jobs import go_round
from webapp.following.models import News
from webapp.following.service import NewsKind
from webapp.improvement import service as improvement
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau
from webapp.shared.importing import history, import_finished
from webapp.shared.transaction import transaction

pytestmark = pytest.mark.usefixtures("clock")
LATER = LAW.replace("ให้นายทะเบียนมีอำนาจ", "ให้รัฐมนตรีและนายทะเบียนมีอำนาจร่วมกัน")
TODAY = date(2026, 3, 2)


def vote_facts(on=TODAY):
    return bills.VoteFacts(on=on, chamber=House.SENATE, title="วาระที่หนึ่ง")


def an_account(email):
    accounts.create_staff(email, "test")
    accounts.keep_on_board_by_email(email, True)
    return db.session.scalars(select(Account).where(Account.email == email)).one().id


def an_improvement(by=None):
    facts = improvement.Facts(
        "หนังสือเสียงเร็วขึ้น", "ขอหนังสือเสียง", "ทำหนังสือเสียงเองทุกฉบับ", 2, 3, Bureau.TECHNOLOGY
    )
    made = improvement.propose(facts, by)
    for state in (improvement.State.PLANNED, improvement.State.UNDER_WAY, improvement.State.DONE):
        improvement.move(made.id, state, by)
    return made


@pytest.fixture
def before_the_senate(app):
    """A bill of which the Senate's sixty days end on 20 March 2026."""
    make_session("2025-12-12", "2026-04-10")
    bill = make_bill(*TO_SENATE)
    outbox.drain()
    assert bills.bill_state(bill).deadline.due == date(2026, 3, 20)
    return bill


def test_a_limit_is_told_a_week_before_its_end_and_on_the_day_before_each_once(
    before_the_senate, clock
):
    follows("nok@example.org", "deadlines")
    follows("ple@example.org", "bill", before_the_senate.id)
    follows("dam@example.org", "bill", before_the_senate.id, kinds=frozenset({NewsKind.STEP}))
    follows("all@example.org", "everything")
    hear = [("deadline", "nok"), ("deadline", "ple"), ("deadline", "all")]

    def announced(days):
        clock.advance(days=days)
        found = service.announce_deadlines()
        service.announce_deadlines()
        outbox.drain()
        return found

    assert (announced(10), told()) == (0, [])
    assert (announced(1), told()) == (1, hear)
    assert (announced(3), told()) == (1, hear)
    assert (announced(3), told()) == (1, hear * 2)
    assert (announced(1), told()) == (1, hear * 2)
    assert (announced(1), told()) == (0, hear * 2)
    letters = [one for one in files_sent() if one["To"] == "nok@example.org"]
    assert len(letters) == 2
    assert "20 มีนาคม 2569" in text_of(letters[0])


def test_limits_are_looked_at_twice_a_day_by_the_clock(before_the_senate, clock):
    follows("nok@example.org", "deadlines")
    clock.advance(days=11, hours=-1)
    go_round()
    assert not db.session.scalars(select(News).where(News.kind == NewsKind.DEADLINE)).all()
    clock.advance(hours=1)
    go_round()
    outbox.drain()
    assert told() == [("deadline", "nok")]


@both_databases
def test_what_an_import_brought_is_told_where_it_is_new_and_once(app, clock):
    bill = keep_bill()
    outbox.drain()
    follows("nok@example.org", "everything")
    facts = {"kind": documents.DocumentKind.NEWS, "title": "ข่าวใหม่"}
    bills.keep_vote("new", vote_facts(date(2026, 2, 27)), [bill])
    bills.keep_vote("old", vote_facts(date(2026, 2, 10)), [bill])
    for key, dated in (("new", date(2026, 2, 20)), ("old", date(2025, 2, 20))):
        written = documents.Facts(key, dated=dated, **facts)
        with history():
            documents.keep_document(written, parse(LAW, "ข่าวใหม่"), announce=False)
    outbox.drain()
    assert told() == []

    for _time in range(2):
        with transaction():
            import_finished.send("importing", files=["news.jsonl"])
        outbox.drain()

    assert told() == [("vote", "nok"), ("new_document", "nok")]
    assert service.announce_imported(clock()) == 0


def test_what_an_import_brought_is_told_though_the_worker_was_away_for_days(app, clock):
    follows("nok@example.org", "everything")
    law = documents.Facts("law", documents.DocumentKind.LAW, "พระราชบัญญัติ", dated=date(2026, 3, 1))
    documents.keep_document(law, parse(LAW, "พระราชบัญญัติ"), announce=False)
    with transaction():
        import_finished.send("importing", files=["laws.jsonl"])
    clock.advance(days=3)
    outbox.drain()
    assert told() == [("new_document", "nok")]


def test_the_last_step_of_a_followed_bill_is_told_however_late_an_import_brings_it(app, clock):
    known, other = keep_bill(), keep_bill("ร่างพระราชบัญญัติประมง พ.ศ. ....")
    outbox.drain()
    follows("nok@example.org", "bill", known.id)
    follows("ple@example.org", "everything")
    clock.advance(days=30)
    for bill in (known, other):
        with transaction():
            for kind, on in (
                (bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2)),
                (bills.StepKind.WITHDRAWN, date(2026, 2, 9)),
            ):
                insert_step(bill, bills.StepEntry(kind, on), len(bill.steps), record="steps")
            derive(bill)
    for _time in range(2):
        with transaction():
            import_finished.send("importing", files=["bills.jsonl"])
        outbox.drain()
    assert told() == [("bill_ended", "nok")]
    ended = select(News.bill_id).where(News.kind == NewsKind.BILL_ENDED)
    assert db.session.scalars(ended).all() == [known.id]


def test_an_import_of_long_ago_is_no_news(app, clock):
    law = documents.Facts("law", documents.DocumentKind.LAW, "พระราชบัญญัติ", dated=date(2026, 3, 1))
    documents.keep_document(law, parse(LAW, "พระราชบัญญัติ"), announce=False)
    clock.advance(days=2)
    assert service.announce_imported(clock()) == 0


def test_a_corrected_record_is_told_with_what_changed(app):
    keep_law()
    outbox.drain()
    follows("nok@example.org", "documents", "law", kinds=frozenset({NewsKind.CORRECTED}))
    follows("ple@example.org", "documents", "law", kinds=frozenset({NewsKind.NEW_DOCUMENT}))

    law = keep_law(LATER)
    outbox.drain()

    assert told() == [("corrected", "nok")]
    said = text_of(files_sent()[0])
    assert "รัฐมนตรี" in said
    assert f"/documents/{law.public_id}/compare/1" in said


def test_an_improvement_is_told_when_it_is_made_and_not_before(app):
    follows("nok@example.org", "improvements")
    follows("ple@example.org", "search", typed="หนังสือเสียงเร็วขึ้น")
    follows("dam@example.org", "search", filters={"kind": "improvement", "year": "2569"})
    follows("lek@example.org", "search", typed="หนังสือเสียง", filters={"kind": "document"})
    follows("all@example.org", "everything", kinds=frozenset({NewsKind.STEP}))

    an_improvement()
    outbox.drain()

    assert told() == [("improvement", name) for name in ("nok", "ple", "dam")]
    said = text_of(files_sent()[0])
    assert "หนังสือเสียงเร็วขึ้น" in said
    assert "ทำหนังสือเสียงเองทุกฉบับ" in said


def publish(by):
    facts = documents.Facts("law-9", documents.DocumentKind.LAW, "พระราชบัญญัติ ก")
    documents.keep_document(facts, parse(LAW, facts.title), account_id=by)


@both_databases
@pytest.mark.parametrize("act", ["vote", "document", "improvement"])
def test_nobody_hears_of_his_own_act_whatever_it_was(app, act):
    by, bill = an_account("nok@example.org"), keep_bill()
    outbox.drain()
    for name in ("nok", "ple"):
        follows(f"{name}@example.org", "everything")

    {
        "vote": lambda: bills.record_vote(bill.public_id, vote_facts(), by),
        "document": lambda: publish(by),
        "improvement": lambda: an_improvement(by),
    }[act]()
    outbox.drain()

    assert [name for _kind, name in told()] == ["ple"]


def test_whoever_withdraws_a_step_is_not_told_of_that(app):
    by, bill = an_account("nok@example.org"), keep_bill()
    outbox.drain()
    for name in ("nok", "ple"):
        follows(f"{name}@example.org", "bill", bill.id)
    entry = bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    step = bills.record_step(bill.public_id, entry, None)
    outbox.drain()

    bills.withdraw_step(bill.public_id, step.id, "ผิดฉบับ", by)
    outbox.drain()

    assert told() == [("step", "nok"), ("step", "ple"), ("corrected", "ple")]


def test_another_name_of_a_bill_is_told_with_the_one_before_and_nobody_s_own_is(app):
    by = an_account("nok@example.org")
    bill = make_bill(*TO_SENATE, name="ร่างพระราชบัญญัติสหกรณ์ พ.ศ. ....")
    outbox.drain()
    follows("nok@example.org", "bill", bill.id)
    follows("ple@example.org", "bill", bill.id, language="en")

    def named(name):
        facts = bills.BillFacts(
            bill.kind, bill.proposer_kind, (bills.TitleFacts(bills.TitleKind.DRAFT, name),)
        )
        bills.change_bill(bill.public_id, facts, by)
        outbox.drain()

    named("ร่างพระราชบัญญัติสหกรณ์ (ฉบับที่ 4) พ.ศ. 2569")
    assert told() == []
    named("ร่างพระราชบัญญัติสหกรณ์การเกษตร พ.ศ. ....")
    assert told() == [("corrected", "ple")]
    (letter,) = [text_of(one) for one in files_sent() if one["To"] == "ple@example.org"]
    assert "The record of this bill was put right: its name." in letter
    assert "Until now the record said: ร่างพระราชบัญญัติสหกรณ์ (ฉบับที่ 4) พ.ศ. 2569." in letter
    assert "It is now: ร่างพระราชบัญญัติสหกรณ์การเกษตร พ.ศ. ...." in letter


def test_a_record_that_names_a_known_bill_otherwise_is_news_once(app, tmp_path):
    row = {
        "id": "x-1", "title": "ร่างพระราชบัญญัติประมง", "kind": "bill", "proposer_type": "cabinet",
        "proposed_on": "2026-01-05", "last_event_on": "2026-01-05", "stage": "house_r2",
    }  # fmt: skip
    assert give(tmp_path, "bills.jsonl", [row]).refused == []
    bill = bills.bill_by_source("x-1")
    outbox.drain()
    follows("nok@example.org", "bill", bill.id)
    for name in ("ร่างพระราชบัญญัติประมงพื้นบ้าน", "ร่างพระราชบัญญัติประมง", "ร่างพระราชบัญญัติประมงพื้นบ้าน"):
        give(tmp_path, "bills.jsonl", [{**row, "title": name}])
        outbox.drain()
    assert told() == [("corrected", "nok")] * 2
