"""Asking: the index as it was when it was opened."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from tantivy import Occur
from tantivy import Query as TantivyQuery

from search_index import analysis
from search_index.analysis import Clauses, Way
from search_index.engines.shelf import Place
from search_index.engines.tantivy import damage, files
from search_index.order import Order
from search_index.results import Hit, Results, by_facet

_MOST_FACETS = 10_000
_Clause = tuple[Occur, TantivyQuery]


class Reader:
    """The index as it was when this was opened."""

    def __init__(self, place: Place) -> None:
        """Open it. Raises IndexDamaged."""
        self._path = place.path
        self._stamp = files.stamp(place.path)
        index = files.open_index(place.path)
        self._schema = index.schema
        with damage.told(self._path, "opened"):
            self._searcher = index.searcher()

    def shows(self, place: Place) -> bool:
        """Nothing has been written since."""
        return place.path == self._path and files.stamp(place.path) == self._stamp

    def count(self) -> int:
        """How many entries there are."""
        return self._searcher.num_docs

    @classmethod
    def probed(cls, place: Place) -> "Reader":
        """Open, and read a little of every kind of file. Raises IndexDamaged."""
        reader = cls(place)
        with damage.told(place.path, "read"):
            reader._probe()
        return reader

    def _probe(self) -> None:
        found = self._searcher.search(TantivyQuery.all_query(), limit=1)
        self._facets(TantivyQuery.all_query())
        for _, address in found.hits:
            self._searcher.doc(address)
        # Positions that are gone count as none: phrases would be found nowhere, in silence. Only
        # of segments in force: what a writer has begun, or a killed one left, is half.
        for segment in self._segments():
            (self._path / f"{segment}.pos").stat()

    def _segments(self) -> list[str]:
        said = json.loads((self._path / files.META).read_text(encoding="utf-8"))
        return [segment["segment_id"].replace("-", "") for segment in said["segments"]]

    def search(
        self,
        clauses: Clauses,
        filters: Mapping[str, str],
        page: int,
        per_page: int,
        without: Collection[str],
        order: Order,
    ) -> Results:
        """See SearchEngine."""
        with damage.told(self._path, "read"):
            query = self.tree(clauses, filters, without)
            found: Any = self._searcher.search(
                query,
                limit=per_page,
                offset=(page - 1) * per_page,
                order_by_field=None if order is Order.FIT else order.value,
            )
            doc = self._searcher.doc
            hits = [Hit(doc(address)["id"][0], float(score)) for score, address in found.hits]
            return Results(hits, found.count, True, self._facets(query))

    def _facets(self, query: TantivyQuery) -> dict[str, dict[str, int]]:
        asked = {"facets": {"terms": {"field": "counted", "size": _MOST_FACETS}}}
        found: dict[str, Any] = self._searcher.aggregate(query, asked)
        buckets = found["facets"]["buckets"]
        return by_facet((bucket["key"], bucket["doc_count"]) for bucket in buckets)

    def tree(
        self, clauses: Clauses, filters: Mapping[str, str], without: Iterable[str]
    ) -> TantivyQuery:
        """All of a search as tantivy asks it."""
        parts: list[_Clause] = [
            (Occur.Must, _any([self._way(way) for way in group])) for group in clauses.wanted
        ]
        parts += [(Occur.MustNot, self._way(way)) for way in clauses.unwanted]
        parts += [(Occur.MustNot, self._term("id", one)) for one in without]
        for name, value in filters.items():
            has = self._term("facets", analysis.facet(name, value))
            parts.append((Occur.Must, TantivyQuery.const_score_query(has, 0.0)))
        return TantivyQuery.boolean_query(parts)

    def _way(self, way: Way) -> TantivyQuery:
        if way.exact:
            return TantivyQuery.boost_query(self._row(way.grams), analysis.GRAM_BOOST)
        words = _all([self._forms(forms) for forms in way.words])
        if not way.grams:
            return words
        grams = _all([self._term("grams", gram) for gram in way.grams])
        return _any([words, TantivyQuery.boost_query(grams, analysis.GRAM_BOOST)])

    def _row(self, grams: tuple[str, ...]) -> TantivyQuery:
        if len(grams) == 1:
            return self._term("grams", grams[0])
        # Each pair shares a cluster with the next: every other pair says the same in half the time,
        # and the rarest of all is one of them, as what it leaves out need not be read.
        last = len(grams) - 1
        rarest = min(range(last + 1), key=lambda at: self._searcher.doc_freq("grams", grams[at]))
        places = sorted({0, *range(rarest % 2, last, 2), last})
        return TantivyQuery.phrase_query(
            self._schema, "grams", [(place, grams[place]) for place in places]
        )

    def _forms(self, forms: tuple[str, ...]) -> TantivyQuery:
        typed, *others = (self._term("terms", form) for form in forms)
        return _any(
            [typed, *(TantivyQuery.boost_query(o, analysis.OTHER_FORM_BOOST) for o in others)]
        )

    def _term(self, field: str, value: str) -> TantivyQuery:
        return TantivyQuery.term_query(self._schema, field, value)


def _any(queries: list[TantivyQuery]) -> TantivyQuery:
    return TantivyQuery.boolean_query([(Occur.Should, query) for query in queries])


def _all(queries: list[TantivyQuery]) -> TantivyQuery:
    return TantivyQuery.boolean_query([(Occur.Must, query) for query in queries])
