"""Bills: by all their names, their proposers and what happened to them, an entry a language."""

from collections.abc import Iterator, Mapping

from search_index.entry import Entry
from webapp.bills import service as bills
from webapp.listening import service as listening
from webapp.search.rules.versions import moment
from webapp.search.service import Source, version_of
from webapp.search.sources.people import committee_names


def sources() -> Iterator[Source]:
    """Every bill."""
    committees = committee_names()
    for bill in bills.iter_bills():
        yield bill_source(bill, committees)


def bill_source(bill: bills.Bill, committees: Mapping[str, str]) -> Source:
    """One bill; a committee is a bill's where its name stands in what is told of the bill."""
    entries = list(_entries(bill, committees))
    return Source(bill.public_id, version_of(entries), lambda: entries)


def _entries(bill: bills.Bill, committees: Mapping[str, str]) -> Iterator[Entry]:
    forms = ("sign-language",) if listening.video_of(bill) else ()
    facts = bills.search_facts(bill)
    told = "\n".join(found.text for found in facts)
    entered = (step.entered_at for step in bill.steps if step.withdrawn_at is None)
    published = moment(max(entered, default=bill.added_at))
    for found in facts:
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
                "proposer": str(bill.proposer_kind),
                "committee": tuple(one for name, one in committees.items() if name in told),
                "form": forms,
                **({"year": found.year} if found.year else {}),
            },
            date=found.date,
            published=published,
        )
