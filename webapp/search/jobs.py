"""Work of search that is done later: only workers write to the index."""

from search_index.errors import IndexUnusable
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.search import service, sources
from webapp.shared.outbox import Job


def index_bill(bill_id: int) -> None:
    bill = bills.bill_by_id(bill_id)
    version = sources.bill_version(bill)
    try:
        service.keep_source(bill.public_id, version, sources.bill_entries(bill))
    except IndexUnusable:
        rebuild()


def index_document(document_id: int) -> None:
    try:
        document = documents.document_by_id(document_id)
    except documents.DocumentNotFound:
        remove_document(document_id)
        return
    version = sources.document_version(document)
    try:
        entries = sources.document_entries(document)
        service.keep_source(document.public_id, version, entries)
    except IndexUnusable:
        rebuild()


def remove_document(document_id: int) -> None:
    try:
        service.remove_source(f"d-{document_id}")
    except IndexUnusable:
        rebuild()


def rebuild() -> None:
    """Bring the entries up to date and build the index anew from them."""
    sources.refresh_all()
    service.build_index()


JOBS = {
    "search.index_bill": Job(index_bill),
    "search.index_document": Job(index_document),
    "search.remove_document": Job(remove_document),
    # With all public records imported there are some sixty thousand entries.
    "search.rebuild": Job(rebuild, lease_minutes=60),
}
