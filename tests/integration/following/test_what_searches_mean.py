"""A followed search is met by what the page of that search finds, synonyms included."""

from datetime import date

import pytest

from tests.support.databases import both_databases
from tests.support.followers import follows, told
from tests.support.records import keep_bill, keep_law
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.search import service as search
from webapp.shared import outbox

pytestmark = [both_databases, pytest.mark.usefixtures("clock")]


def vote_on(bill):
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    bills.record_vote(bill.public_id, facts, None)
    outbox.drain()


def test_a_word_that_staff_keep_for_another_brings_the_event(app):
    bill = keep_bill()
    outbox.drain()
    follows("nok@example.org", "search", typed="ชุมนุมออมทรัพย์")
    follows("ple@example.org", "search", typed="ชุมนุมออมทรัพย์ -สหกรณ์")
    follows("dam@example.org", "search", typed='"ชุมนุมออมทรัพย์"')
    vote_on(bill)
    assert told() == []

    search.add_synonym("ชุมนุม ออมทรัพย์", "สหกรณ์", None)
    outbox.drain()
    follows("new@example.org", "search", typed="พระราชบัญญัติชุมนุมออมทรัพย์")
    vote_on(bill)
    assert told() == [("vote", "nok"), ("vote", "new")]

    search.remove_synonym(search.list_synonyms()[0].id, None)
    outbox.drain()
    vote_on(bill)
    assert len(told()) == 2


def test_a_section_is_heard_by_its_number_as_the_page_finds_it(app):
    follows("nok@example.org", "search", typed='"มาตรา 3" นายทะเบียน')
    keep_law()
    outbox.drain()
    assert ("new_document", "nok") in told()
