"""What officers search: messages of citizens and the register of needs.

Neither is ever handed to an index or to any table of search: messages are read one by one and
forgotten, needs are found by their own register. So none can come into a public answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from search_index.entry import Entry
from search_index.passages import passage
from search_index.query import parse
from search_index.scanning import scan
from webapp.complaints import service as complaints
from webapp.needs import service as needs
from webapp.search.service.asking import Item
from webapp.search.service.synonyms import widened
from webapp.shared import audit
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

# Messages that are read for one page: about a second.
MOST_READ = 2_000
# Every message that was shown stands in the audit; so many in a row of it can be read.
IN_ONE_ROW = 50


@dataclass(frozen=True)
class FoundNeed:
    """A need, and the piece of it that shows why it was found."""

    need_id: int
    lang: str
    passage: Sequence[tuple[str, bool]]


@dataclass(frozen=True)
class DeskFound:
    """Messages and needs that meet a search, newest first; `read` messages were looked through.
    `older` is the id before which one goes on; None where all were looked through."""

    messages: Sequence[Item] = ()
    needs: Sequence[FoundNeed] = ()
    needs_total: int = 0
    # Whether the register has needs that were not looked through.
    needs_older: bool = False
    read: int = 0
    older: int | None = None


def search_desk(typed: str, before: int | None, staff_id: int | None) -> DeskFound:
    """What is found for an officer's words; which messages were shown is audited (Official
    Information Act B.E. 2540 s.24)."""
    query = widened(parse(typed))
    if query.is_empty:
        return DeskFound()
    texts = list(complaints.case_texts(before, MOST_READ, staff_id))
    found = list(scan(query, map(_entry, texts)))
    if found:
        with transaction():
            for start in range(0, len(found), IN_ONE_ROW):
                shown = ", ".join(entry.id for entry in found[start : start + IN_ONE_ROW])
                audit.record(staff_id, "search.read_complaints", f"complaints {shown}")
    register = needs.list_needs(needs.NeedFilter(words=typed, seen_by=staff_id), 1, _secret())
    return DeskFound(
        [Item(entry, passage(entry.text, query)) for entry in found],
        [
            FoundNeed(need.id, need.language, passage(_words(need.subject, need.said), query))
            for need in register.items
        ],
        register.total,
        register.older is not None,
        len(texts),
        texts[-1].complaint_id if len(texts) == MOST_READ else None,
    )


def _entry(case: complaints.CaseText) -> Entry:
    return Entry(
        id=str(case.complaint_id),
        kind=case.kind,
        url=f"/staff/complaints/{case.complaint_id}",
        title=case.subject,
        text=case.text,
        date=case.received_at.date().isoformat(),
    )


def _words(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _secret() -> str:
    return settings().SECRET_KEY
