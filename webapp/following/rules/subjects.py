"""What can be followed, and the key under which an event finds those who follow it.

Matching is inverted: an event names its keys ("bill:12", "documents:report", "everything"), and
subscriptions are found by their key through an index. A saved search has the key "search:7"; the
event finds it by its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from search_index.analysis import clauses
from search_index.query import parse

# What a search or a filtered list can be narrowed by, as the search index names it.
FILTERS = (
    "kind", "year", "bill_kind", "stage", "proposer", "document_kind", "committee", "form",
    "parent",
)  # fmt: skip

# The kinds of what is found: all are announced. A search for another kind would never hear.
KINDS_HEARD_OF = (
    "bill", "vote", "document", "section", "improvement", "answer", "question", "member",
    "committee", "page",
)  # fmt: skip


class SubjectKind(StrEnum):
    """A kind of thing that can be followed."""

    BILL = "bill"
    SEARCH = "search"
    MEMBER = "member"
    COMMITTEE = "committee"
    DOCUMENTS = "documents"
    AUDIO_BOOKS = "audio-books"
    COMPLAINT = "complaint"
    CASE = "case"
    DEADLINES = "deadlines"
    IMPROVEMENTS = "improvements"
    EVERYTHING = "everything"


@dataclass(frozen=True)
class Subject:
    """One thing to follow. `ref` is the database id of a bill, member, committee, complaint,
    published case or saved search, or a kind of document; a search has `typed` and `filters`."""

    kind: SubjectKind
    ref: str = ""
    typed: str = ""
    filters: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def key(self) -> str:
        """Under which an event finds it."""
        return f"{self.kind}:{self.ref}" if self.ref else str(self.kind)

    @property
    def asks_for_something(self) -> bool:
        """Whether a search has words to find, or at least a filter; one that only excludes would
        be everything."""
        has_words = bool(clauses(parse(self.typed)).wanted)
        return has_words or (not self.typed.strip() and bool(self.filters))

    @property
    def can_be_met(self) -> bool:
        """Whether any event could ever meet it."""
        return self.asks_for_something and self.filters_are_known

    @property
    def filters_are_known(self) -> bool:
        """Whether every filter is one that an event can meet."""
        heard_of = self.filters.get("kind", KINDS_HEARD_OF[0]) in KINDS_HEARD_OF
        return heard_of and set(self.filters) <= set(FILTERS)


def bill_key(bill_id: int) -> str:
    """The key of a bill."""
    return f"{SubjectKind.BILL}:{bill_id}"


def search_key(search_id: int) -> str:
    """The key of a saved search."""
    return f"{SubjectKind.SEARCH}:{search_id}"


def subject_of(key: str) -> Subject:
    """The subject of a kept key. Raises `ValueError` for what is none."""
    kind, _colon, ref = key.partition(":")
    return Subject(SubjectKind(kind), ref)
