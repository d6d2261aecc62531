"""What is searched: every bill and every document, and when an entry is out of date."""

from collections.abc import Iterable, Iterator

from search_index.entry import Entry
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.search import rules, service
from webapp.shared.transaction import transaction

BATCH = 50


def bill_entries(bill: bills.Bill) -> Iterator[Entry]:
    """A bill by all its names, its proposer and what happened to it, an entry a language."""
    for found in bills.search_facts(bill):
        yield Entry(
            id=bill.public_id if found.lang == "th" else f"{bill.public_id}/{found.lang}",
            kind="bill",
            url=f"/bills/{bill.public_id}",
            title=found.title,
            short=found.short,
            text=found.text,
            lang=found.lang,
            facets={"bill_kind": found.kind, **({"year": found.year} if found.year else {})},
            date=found.date,
        )


def document_entries(document: documents.Document) -> Iterator[Entry]:
    """A document and its sections."""
    version = documents.get_version(document)
    facets = {"document_kind": str(document.kind)}
    if document.year_be:
        facets["year"] = str(document.year_be)
    return rules.document_entries(
        document.public_id,
        document.title,
        document.lang,
        facets,
        document.dated.isoformat() if document.dated else None,
        (unit.block for unit in documents.all_units(version)),
    )


def document_version(document: documents.Document) -> str:
    """What changes when a document's entries must be made again."""
    return f"{documents.get_version(document).content_hash}:{document.title}"


def bill_version(bill: bills.Bill) -> str:
    """What changes when a bill's entry must be made again."""
    return ":".join(found.version for found in bills.search_facts(bill))


def refresh_all() -> None:
    """Bring the kept entries up to date with bills and documents; unchanged ones are left."""
    kept = service.kept_versions()
    seen: set[str] = set()
    for bill in bills.iter_bills():
        seen.add(bill.public_id)
        version = bill_version(bill)
        if kept.get(bill.public_id) != version:
            _keep([(bill.public_id, version, list(bill_entries(bill)))])
    batch: list[tuple[str, str, list[Entry]]] = []
    for document in documents.iter_published():
        seen.add(document.public_id)
        version = document_version(document)
        if kept.get(document.public_id) != version:
            batch.append((document.public_id, version, list(document_entries(document))))
        if len(batch) == BATCH:
            _keep(batch)
            batch = []
    _keep(batch)
    with transaction():
        service.drop_sources(set(kept) - seen)


def _keep(batch: Iterable[tuple[str, str, list[Entry]]]) -> None:
    with transaction():
        for source, version, entries in batch:
            service.keep_rows(source, version, entries)
