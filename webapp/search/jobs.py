"""Work of search that is done later: only workers write to the index."""

from collections.abc import Callable
from functools import partial

from search_index.errors import IndexUnusable
from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.documents import service as documents
from webapp.improvement import service as improvement
from webapp.search import service, sources
from webapp.search.index import AUTO, current_index
from webapp.search.service import Reading, Source
from webapp.search.sources import pages
from webapp.search.sources.answers import answer_key, answer_source
from webapp.search.sources.bills import bill_source
from webapp.search.sources.documents import document_source
from webapp.search.sources.improvements import improvement_source
from webapp.search.sources.people import committee_names, committee_source, member_source
from webapp.search.sources.votes import vote_source
from webapp.shared.outbox import Job, take_over_left
from webapp.shared.transaction import transaction


def index_bill(bill_id: int) -> None:
    _keep((f"b-{bill_id}", lambda: bill_source(bills.bill_by_id(bill_id), committee_names())))


def index_vote(vote_id: int) -> None:
    _keep(_vote(vote_id))


def index_new_votes() -> None:
    known = service.kept_versions()
    _keep(*[_vote(vote.id) for vote in bills.iter_votes() if vote.public_id not in known])


def index_member(member_id: int, tells: bool = True) -> None:
    _keep(_member(member_id), tells=tells)


def index_committee(committee_id: int, tells: bool = True) -> None:
    """A committee, and whoever sits in it: members are found by it too."""
    public_id = f"c-{committee_id}"
    members = [seat.member_id for seat in bills.get_committee(public_id).seats]
    committee = (public_id, lambda: committee_source(bills.get_committee(public_id)))
    _keep(committee, *map(_member, members), tells=tells)


def index_document(document_id: int) -> None:
    def read() -> Source | None:
        try:
            document = documents.document_by_id(document_id)
        except documents.DocumentNotFound:
            return None
        return document_source(document, committee_names())

    _keep((f"d-{document_id}", read))


def index_improvement(improvement_id: int) -> None:
    def read() -> Source | None:
        public = (item for item in improvement.list_public() if item.id == improvement_id)
        return next(map(improvement_source, public), None)

    _keep((f"i-{improvement_id}", read))


def index_answer(case_id: int) -> None:
    def read() -> Source | None:
        public = (case for case in complaints.published_cases() if case.id == case_id)
        return next(map(answer_source, public), None)

    _keep((answer_key(case_id), read))


def _vote(vote_id: int) -> tuple[str, Reading]:
    return f"v-{vote_id}", lambda: vote_source(bills.vote_by_id(vote_id))


def _member(member_id: int) -> tuple[str, Reading]:
    public_id = f"m-{member_id}"
    return public_id, lambda: member_source(bills.get_member(public_id))


def rebuild(tells: bool = True) -> None:
    """Bring the entries up to date and build the index anew from them; where it is being built
    already, once more after that, as this was asked for later. No worker waits for another. Who
    follows a search hears of what is new, unless it `tells` of nothing."""
    if sources.rebuild(tells=tells) is None:
        service.rebuild_later(tells)


def check_index() -> None:
    """Open the index, as after a start, and tell it what a crash left to tell; where it is missing,
    broken, old or was not built to the end, build it anew, also where so many entries ask for the
    other engine and the choice is free, where the settings name an engine again that was told
    nothing meanwhile, or what mends and suggests was made by other rules. A record that was never
    kept is made up for."""
    index = current_index()
    try:
        index.opened().count()
        service.bring_in_changes()
        is_due = (
            service.was_broken_off()
            or not service.tables_are_current()
            or index.is_left_behind()
            or (index.setting == AUTO and index.is_outgrown(service.count_entries()))
        )
    except IndexUnusable:
        index.forget()
        is_due = True
    if is_due:
        rebuild()
    _make_up_for_left()


def _make_up_for_left() -> None:
    """Where a record was not kept however often it was tried, as when each worker died of want of
    memory, bring all in line: nothing else would."""
    with transaction():
        if take_over_left([name for name, job in JOBS.items() if not job.comes_by_itself]):
            service.request_rebuild()


def _keep(*records: tuple[str, Reading], tells: bool = True) -> None:
    _in_index(partial(service.keep_records, records, tells))


def _in_index(keep: Callable[[], None]) -> None:
    try:
        keep()
    except IndexUnusable:
        # Where it is being built already, that takes in what is kept now.
        sources.rebuild()


def read_pages() -> None:
    """Read the service's own pages and answers anew, which change with what they tell of."""
    read, known = list(sources.own_sources()), service.kept_versions()
    _in_index(partial(service.keep_sources, read, sources.tells_of_new(known)))
    for key in filter(service.is_own, set(known) - {one.key for one in read}):
        _in_index(partial(service.remove_source, key))
    pages.note_reading()


def read_changed_pages() -> None:
    """Read them anew where they are made of other words than when they were read: after an upgrade,
    they are found as they are now."""
    if not pages.are_read():
        read_pages()


JOBS = {
    "search.index_bill": Job(index_bill),
    "search.index_vote": Job(index_vote),
    "search.index_new_votes": Job(index_new_votes, lease_minutes=30),
    "search.index_member": Job(index_member),
    "search.index_committee": Job(index_committee),
    "search.index_document": Job(index_document),
    "search.index_answer": Job(index_answer),
    "search.index_improvement": Job(index_improvement),
    "search.remove_document": Job(index_document),
    "search.check_index": Job(check_index, lease_minutes=60, nightly=True, at_start=True),
    "search.read_pages": Job(read_pages, nightly=True),
    "search.read_changed_pages": Job(read_changed_pages, at_start=True),
    "search.forget_missed": Job(service.forget_missed, nightly=True),
    # With all public records imported there are some sixty thousand entries.
    "search.rebuild": Job(rebuild, lease_minutes=60),
}
