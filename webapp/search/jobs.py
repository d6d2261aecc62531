"""Work of search that is done later: only workers write to the index."""

from search_index.errors import IndexUnusable
from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.documents import service as documents
from webapp.improvement import service as improvement
from webapp.search import service, sources
from webapp.search.index import AUTO, current_index
from webapp.search.sources.answers import answer_key, answer_source
from webapp.search.sources.bills import bill_source
from webapp.search.sources.documents import document_source
from webapp.search.sources.improvements import improvement_source
from webapp.search.sources.people import committee_names
from webapp.search.sources.votes import vote_source
from webapp.shared.outbox import Job


def index_bill(bill_id: int) -> None:
    _keep(bill_source(bills.bill_by_id(bill_id), committee_names()))


def index_vote(vote_id: int) -> None:
    _keep(vote_source(bills.vote_by_id(vote_id)))


def index_document(document_id: int) -> None:
    try:
        document = documents.document_by_id(document_id)
    except documents.DocumentNotFound:
        remove_document(document_id)
        return
    _keep(document_source(document, committee_names()))


def index_improvement(improvement_id: int) -> None:
    public_id = f"i-{improvement_id}"
    public = (item for item in improvement.list_public() if item.id == improvement_id)
    item = next(public, None)
    if item is None:
        _remove(public_id)
    else:
        _keep(improvement_source(item))


def index_answer(case_id: int) -> None:
    case = next((one for one in complaints.published_cases() if one.id == case_id), None)
    if case is None:
        _remove(answer_key(case_id))
    else:
        _keep(answer_source(case))


def remove_document(document_id: int) -> None:
    _remove(f"d-{document_id}")


def rebuild() -> None:
    """Bring the entries up to date and build the index anew from them."""
    sources.refresh_all()
    service.build_index()


def check_index() -> None:
    """Open the index, as after a start; where it is missing, broken or old, build it anew, also
    where so many entries ask for the other engine and the choice is free."""
    index = current_index()
    try:
        index.opened().count()
        grown = index.setting == AUTO and index.is_outgrown(service.count_entries())
    except IndexUnusable:
        index.forget()
        grown = True
    if grown:
        rebuild()


def _keep(source: service.Source) -> None:
    try:
        service.keep_source(source)
    except IndexUnusable:
        rebuild()


def _remove(key: str) -> None:
    try:
        service.remove_source(key)
    except IndexUnusable:
        rebuild()


def read_pages() -> None:
    """Read the service's own pages anew, which change with what they tell of."""
    kept = service.kept_versions()
    for source in sources.page_sources():
        if kept.get(source.key) != source.version:
            _keep(source)


JOBS = {
    "search.index_bill": Job(index_bill),
    "search.index_vote": Job(index_vote),
    "search.index_document": Job(index_document),
    "search.index_answer": Job(index_answer),
    "search.index_improvement": Job(index_improvement),
    "search.remove_document": Job(remove_document),
    "search.check_index": Job(check_index, lease_minutes=60, nightly=True, at_start=True),
    "search.read_pages": Job(read_pages, nightly=True),
    "search.forget_missed": Job(service.forget_missed, nightly=True),
    # With all public records imported there are some sixty thousand entries.
    "search.rebuild": Job(rebuild, lease_minutes=60),
}
