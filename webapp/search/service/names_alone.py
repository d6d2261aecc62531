"""What is found while there is no index: names alone are looked through, by the same query.

Words, OR, NOT and phrases, synonyms, nicknames and filters are obeyed as the index obeys them; only
the texts behind the names are not read.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from sqlalchemy import select

from search_index.entry import PARENT, Entry
from search_index.order import Order, own_day, published_day
from search_index.query import Query
from search_index.ranking import Candidate, rerank
from search_index.scanning import scan
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.search.models import SearchEntry
from webapp.search.service.fitting import fits

# Names that are looked through for one answer, the newest first: less than half a second.
MOST_READ = 30_000
# Names that are found: more than a person reads.
MOST_FOUND = 200
_SORTED_BY = {Order.DAY: own_day, Order.PUBLISHED: published_day}
_SECTION = "section"


class Names(NamedTuple):
    """The ids of entries in order, and whether there are no more of them."""

    ids: list[str]
    are_all: bool


def names_meeting(query: Query, filters: Mapping[str, str], order: Order) -> Names:
    """The entries whose names meet a query and that have each filter's value."""
    met = scan(query, _names(filters))
    fitting = (one for one in met if fits(one.kind, one.lang, one.facets, filters))
    found = list(islice(fitting, MOST_FOUND + 1))
    ids = [entry.id for entry in _ordered(query, found[:MOST_FOUND], order)]
    return Names(ids, len(found) <= MOST_FOUND)


def _names(filters: Mapping[str, str]) -> Iterator[Entry]:
    """Entries that hold their names and nothing else. A section, whose title is its document's, is
    only looked for where sections are asked for."""
    row = SearchEntry
    wanted = select(
        row.id, row.kind, row.lang, row.title, row.short, row.heading, row.date, row.published,
        row.facets,
    )  # fmt: skip
    kind = filters.get("kind", _SECTION if PARENT in filters else "")
    wanted = wanted.where(row.kind == kind if kind else row.kind != _SECTION)
    if PARENT in filters:
        wanted = wanted.where(row.id.startswith(f"{filters[PARENT]}/", autoescape=True))
    newest = wanted.order_by(row.date.is_(None), row.date.desc(), row.id).limit(MOST_READ)
    nicknames = bills.all_names()
    for one in db.session.execute(newest):
        yield Entry(
            one.id,
            one.kind,
            "",
            one.title,
            one.short,
            one.heading,
            nicknames.get(one.id.partition("/")[0], "") if one.kind == "bill" else "",
            one.lang,
            one.facets,
            one.date,
            one.published,
        )


def _ordered(query: Query, found: list[Entry], order: Order) -> list[Entry]:
    if order in _SORTED_BY:
        day = _SORTED_BY[order]
        return sorted(found, key=lambda entry: (-day(entry), entry.id))
    ranked = rerank(query, [Candidate(entry, 0.0) for entry in found])
    return [candidate.entry for candidate in ranked]
