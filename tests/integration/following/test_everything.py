"""Who follows everything hears of all that is newly found too, each once, and the preview says so."""

import pytest
import sqlalchemy as sa
from flask_migrate import downgrade, upgrade

from tests.support.databases import both_databases
from tests.support.followers import follows, told
from tests.support.records import keep_bill
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following import service
from webapp.following.service import NewsKind, Subject, SubjectKind, Wish
from webapp.shared import clock as site_clock
from webapp.shared import outbox

EVERYTHING = Wish(Subject(SubjectKind.EVERYTHING))
FOUND, ALL_BUT_FOUND = 4096, 8191 - 4096


def bill_without_a_step():
    title = bills.TitleFacts(bills.TitleKind.DRAFT, "ร่างพระราชบัญญัติสหกรณ์ของประชาชน")
    facts = bills.BillFacts(bills.BillKind.ORDINARY, bills.ProposerKind.MPS, (title,))
    return bills.add_bill(facts, None)


def of_found(wish):
    happenings = service.preview(wish).happenings
    return [one.fact for one in happenings if one.kind is NewsKind.FOUND]


@both_databases
@pytest.mark.usefixtures("clock")
def test_everything_has_what_is_newly_found_and_each_once(app):
    follows("nok@example.org", "everything")
    # The same person's search finds the same.
    follows("nok@example.org", "search", typed="สหกรณ์")
    follows("ple@example.org", "everything", kinds=frozenset({NewsKind.VOTE}))
    bill_without_a_step()
    outbox.drain()
    bills.keep_member("m1", bills.MemberFacts("สมหญิง", "ตัวอย่างดี", "นางสมหญิง ตัวอย่างดี"))
    outbox.drain()
    assert told() == [("found", "nok")] * 2

    keep_bill("ร่างพระราชบัญญัติประมง พ.ศ. ....")
    outbox.drain()
    assert told()[2:] == [("step", "nok")] * (len(told()) - 2), "a bill with steps is told by those"


@pytest.mark.usefixtures("clock")
def test_who_follows_everything_alone_hears_of_members_too(app):
    bills.keep_member("m1", bills.MemberFacts("สมหญิง", "ตัวอย่างดี", "นางสมหญิง ตัวอย่างดี"))
    outbox.drain()
    assert told() == []
    follows("nok@example.org", "everything")
    bills.keep_member("m2", bills.MemberFacts("สมชาย", "ใจดี", "นายสมชาย ใจดี"))
    outbox.drain()
    assert told() == [("found", "nok")]


@pytest.mark.usefixtures("clock")
def test_the_preview_of_everything_counts_what_a_search_would_have_found(app):
    bill = bill_without_a_step()
    outbox.drain()
    assert of_found(EVERYTHING) == [f"found:b-{bill.id}"]
    assert of_found(EVERYTHING) == of_found(Wish(Subject(SubjectKind.SEARCH, typed="สหกรณ์")))
    assert of_found(Wish(Subject(SubjectKind.BILL, str(bill.id)))) == []


@pytest.mark.usefixtures("clock")
def test_what_else_is_new_can_be_chosen_of_everything(page):
    form = page.get("/en/following/new?of=everything")
    assert form.select_one("input[name=kinds][value=found]").has_attr("checked")


def test_whoever_had_all_kinds_of_everything_has_what_is_found_from_then_on(empty_site):
    upgrade(revision="0058")
    rows = [("everything", ALL_BUT_FOUND), ("everything", 2), ("bill:1", ALL_BUT_FOUND)]
    metadata = sa.MetaData()
    people, wishes = (
        sa.Table(name, metadata, autoload_with=db.engine) for name in ("followers", "subscriptions")
    )
    for number, (key, kinds) in enumerate(rows, 1):
        who = {"id": number, "language": "th", "key_version": 1, "made_at": site_clock.now()}
        more = {"voice": "", "speed": 0, "mail_stopped_why": "", "soft_bounces": 0}
        db.session.execute(people.insert().values(who | more))
        wish = {
            "id": number, "follower_id": number, "subject_key": key, "kinds": kinds,
            "cadence": "at_once", "weekday": 0, "hour": 8, "language": "th", "form": "plain",
            "channel": "email", "state": "confirmed", "key_version": 1,
            "asked_at": site_clock.now(),
        }  # fmt: skip
        db.session.execute(wishes.insert().values(wish))
    db.session.commit()

    def kept():
        found = db.session.scalars(sa.select(wishes.c.kinds).order_by(wishes.c.id)).all()
        db.session.remove()
        return found

    upgrade(revision="0059")
    assert kept() == [ALL_BUT_FOUND + FOUND, 2, ALL_BUT_FOUND]
    downgrade(revision="0058")
    assert kept() == [ALL_BUT_FOUND, 2, ALL_BUT_FOUND]
