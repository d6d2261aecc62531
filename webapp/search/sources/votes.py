"""Votes: by what was voted on and how it went."""

from collections.abc import Iterator

from search_index.entry import Entry
from webapp.bills import service as bills
from webapp.search.service import Source, version_of


def sources() -> Iterator[Source]:
    """Every vote."""
    return map(vote_source, bills.iter_votes())


def vote_source(vote: bills.VoteEvent) -> Source:
    """One vote."""
    entries = [_entry(vote)]
    return Source(vote.public_id, version_of(entries), lambda: entries)


def _entry(vote: bills.VoteEvent) -> Entry:
    return Entry(
        id=vote.public_id,
        kind="vote",
        url=f"/votes/{vote.public_id}",
        title=vote.title,
        text=bills.vote_search_text(vote),
        facets={"year": str(vote.on.year + 543)},
        date=vote.on.isoformat(),
    )
