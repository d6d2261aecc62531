"""What meets a search wholly, as ids alone: what a saved search would have heard of."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import select

from search_index.entry import CAME
from search_index.query import parse
from webapp.extensions import db
from webapp.search.index import current_index
from webapp.search.models import SearchEntry
from webapp.search.service.changes import gone_ids
from webapp.search.service.fitting import fits
from webapp.search.service.synonyms import widened

# More than all entries of a month.
_MOST = 50_000


def records_meeting(
    typed: str, filters: Mapping[str, str], among: Iterable[tuple[str, str]]
) -> set[str]:
    """The ids of the records ("b-3", "d-12", "v-7") that meet words and filters, as a search for
    them finds: also by what the words mean, but by no other spelling.

    Only among those that have one of these facets, each a name and a value: `("kind", "bill")`,
    `(CAME, "2026-03")`. Words that hold none are met by what the filters leave. Raises
    `IndexUnusable`.
    """
    found: set[str] = set()
    for name, value in among:
        # What has another value for the same filter is met by nothing.
        if filters.get(name, value) == value:
            found |= _meeting(typed, {**filters, name: value})
    return found


def _meeting(typed: str, filters: Mapping[str, str]) -> set[str]:
    query = widened(parse(typed))
    if query.is_empty:
        return {entry_id.partition("/")[0] for entry_id in _fitting(filters)}
    hits = current_index().opened().search(query, filters, 1, _MOST, gone_ids()).hits
    return {hit.id.partition("/")[0] for hit in hits}


def _fitting(filters: Mapping[str, str]) -> Iterator[str]:
    """The ids of entries that fit filters alone; a document stands for its sections."""
    kind = filters.get("kind")
    wanted = SearchEntry.kind == kind if kind else SearchEntry.kind != "section"
    query = select(SearchEntry.id, SearchEntry.kind, SearchEntry.lang, SearchEntry.facets)
    if CAME in filters:
        query = query.where(SearchEntry.facets[CAME].as_string() == filters[CAME])
    for row in db.session.execute(query.where(wanted)):
        if fits(row.kind, row.lang, row.facets, filters):
            yield row.id
