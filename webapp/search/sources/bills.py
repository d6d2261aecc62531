"""Bills: by all their names, their proposers and what happened to them, an entry a language."""

from collections.abc import Iterator

from search_index.entry import Entry
from webapp.bills import service as bills
from webapp.listening import service as listening
from webapp.search.service import Source, version_of


def sources() -> Iterator[Source]:
    """Every bill."""
    return map(bill_source, bills.iter_bills())


def bill_source(bill: bills.Bill) -> Source:
    """One bill."""
    entries = list(_entries(bill))
    return Source(bill.public_id, version_of(entries), lambda: entries)


def _entries(bill: bills.Bill) -> Iterator[Entry]:
    forms = ("sign-language",) if listening.video_of(bill) else ()
    for found in bills.search_facts(bill):
        yield Entry(
            id=bill.public_id if found.lang == "th" else f"{bill.public_id}/{found.lang}",
            kind="bill",
            url=f"/bills/{bill.public_id}",
            title=found.title,
            short=found.short,
            text=found.text,
            lang=found.lang,
            facets={
                "bill_kind": found.kind,
                "stage": str(bill.family),
                "form": forms,
                **({"year": found.year} if found.year else {}),
            },
            date=found.date,
        )
