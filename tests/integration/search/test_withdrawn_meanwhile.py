"""What is withdrawn or changed while others keep it is not put back, before any worker comes."""

import pytest

from tests.support.databases import both_databases
from tests.support.records import keep_bill, keep_law
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.search import jobs, service
from webapp.search.service import keeping
from webapp.search.sources import documents as source_of_documents
from webapp.shared import outbox
from webapp.shared.transaction import transaction

on_postgresql = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


@pytest.fixture
def law(build):
    """A law that no index knows yet; its work is forgotten."""
    keep_bill()
    build()
    kept = keep_law()
    return kept.id, kept.public_id


def at_the_first(monkeypatch, module, name, work, before=True):
    """Have work done before, or after, a function of a module is first called."""
    original, begun = getattr(module, name), []

    def with_work(*given, **named):
        is_first = not begun
        begun.append(name)
        if is_first and before:
            work()
        made = original(*given, **named)
        if is_first and not before:
            work()
        return made

    monkeypatch.setattr(module, name, with_work)


@both_databases
def test_what_is_withdrawn_while_its_entries_are_made_is_not_kept(app, law, monkeypatch):
    number, public_id = law
    at_the_first(
        monkeypatch,
        source_of_documents,
        "document_entries",
        lambda: documents.withdraw_document(public_id),
    )
    jobs.index_document(number)
    assert not service.entries_of(public_id)


@both_databases
def test_of_two_who_keep_a_record_the_one_who_read_it_last_is_right(app, monkeypatch):
    bill = keep_bill()
    outbox.drain()
    accepted, reported = (
        bills.StepEntry(kind, bill.steps[-1].on)
        for kind in (bills.StepKind.HOUSE_R1_ACCEPTED, bills.StepKind.HOUSE_COMMITTEE_REPORTED)
    )

    def another_step():
        bills.record_step(bill.public_id, reported, None)
        outbox.drain()

    bills.record_step(bill.public_id, accepted, None)
    at_the_first(monkeypatch, jobs, "bill_source", another_step, before=False)
    jobs.index_bill(bill.id)
    (kept,) = service.entries_of(bill.public_id)
    now = bills.search_facts(bills.bill_by_id(bill.id))[0]
    assert kept.text == now.text
    assert len(bills.bill_by_id(bill.id).steps) == 4


@on_postgresql
def test_who_withdraws_waits_for_the_batch_that_was_read_before_and_takes_it_out(
    app, law, beside, monkeypatch
):
    others = []

    def withdraw():
        others.append(beside(lambda: documents.withdraw_document(law[1])))
        assert not others[0].done(), "it waits until the batch is kept"

    at_the_first(monkeypatch, keeping, "_taken_out", withdraw)
    jobs.rebuild()
    others[0].result()
    assert not service.entries_of(law[1])


@on_postgresql
def test_a_batch_waits_for_who_is_withdrawing_and_leaves_that_out(app, law, beside):
    read = documents.document_by_id(law[0])
    source = source_of_documents.document_source(read, {})
    batch = [(source, list(source.make()))]
    with service.rebuilding():
        with transaction():
            documents.withdraw_document(law[1])
            other = beside(lambda: service.keep_rows(batch, False))
            assert not other.done()
        other.result()
    assert not service.entries_of(law[1])


@on_postgresql
def test_a_building_begins_after_who_is_withdrawing(app, law, beside):
    with transaction():
        documents.withdraw_document(law[1])
        other = beside(jobs.rebuild)
        assert not other.done()
    other.result()
    assert not service.entries_of(law[1])


@on_postgresql
def test_two_who_first_keep_one_record_do_not_fail(app, law, beside, monkeypatch):
    number, public_id = law
    others = []
    at_the_first(
        monkeypatch,
        keeping,
        "keep_suggestions",
        lambda: others.append(beside(lambda: jobs.index_document(number))),
        before=False,
    )
    jobs.index_document(number)
    others[0].result()
    assert service.entries_of(public_id)
