"""Asking: the index as it was when it was opened."""

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tantivy import DocAddress, Occur
from tantivy import Query as TantivyQuery

from search_index import analysis
from search_index.analysis import Clauses, Way
from search_index.engines.shelf import Place
from search_index.engines.tantivy import damage, files
from search_index.engines.tantivy.combinations import Combinations
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
            return Results(self._hits(found.hits), found.count, True, self._facets(query))

    def search_row(
        self,
        clauses: Clauses,
        filters: Mapping[str, str],
        page: int,
        per_page: int,
        without: Collection[str],
        combinations: Combinations,
    ) -> Results:
        """The same for a query that is one row of pairs, which is looked for only once."""
        with damage.told(self._path, "read"):
            grams = clauses.wanted[0][0].grams
            most = min(map(self._frequency, grams))
            found: Any = self._searcher.search(
                self.tree(clauses, filters, without), limit=max(1, most)
            )
            hits = found.hits
            counts = self._counted([address for _, address in hits], combinations)
            shown = self._hits(hits[(page - 1) * per_page : page * per_page])
            return Results(shown, found.count, True, by_facet(counts.items()))

    def _hits(self, found: Iterable[tuple[Any, DocAddress]]) -> list[Hit]:
        doc = self._searcher.doc
        return [Hit(doc(address)["id"][0], float(score)) for score, address in found]

    def _counted(
        self, addresses: list[DocAddress], combinations: Combinations
    ) -> Mapping[str, int]:
        numbers: Any = self._searcher.fast_field_values(files.TOGETHER, addresses)

        def facets_of(number: int) -> Sequence[str]:
            one: Any = self._searcher.doc(addresses[numbers.index(number)])
            return one.get_all("counted")

        return combinations.counts(Counter(numbers), facets_of)

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
        places = places_of([self._occurrences(gram) for gram in grams])
        return TantivyQuery.phrase_query(
            self._schema, "grams", [(place, grams[place]) for place in places]
        )

    def _occurrences(self, gram: str) -> float:
        """How often a pair stands in an entry, about: as chance would strew it, so that so many
        entries hold it. That is how much of it must be read."""
        entries = max(1, self._searcher.num_docs)
        without = max(1 - self._frequency(gram) / entries, 1 / (2 * entries))
        return -math.log(without)

    def _frequency(self, gram: str) -> int:
        return self._searcher.doc_freq("grams", gram)

    def _forms(self, forms: tuple[str, ...]) -> TantivyQuery:
        typed, *others = (self._term("terms", form) for form in forms)
        return _any(
            [typed, *(TantivyQuery.boost_query(o, analysis.OTHER_FORM_BOOST) for o in others)]
        )

    def _term(self, field: str, value: str) -> TantivyQuery:
        return TantivyQuery.term_query(self._schema, field, value)


def is_one_row(clauses: Clauses) -> bool:
    """A query that wants one phrase of several pairs and nothing else."""
    ways = [way for group in clauses.wanted for way in group]
    return len(ways) == 1 and ways[0].exact and len(ways[0].grams) > 1


def places_of(occurrences: Sequence[float]) -> list[int]:
    """The places of a row's pairs that say all of it, of which least must be read.

    Each pair shares a cluster with the next, so that every other pair may be left out. The rarest
    is one of them, as entries that lack it need not be read at all.
    """
    rarest = min(range(len(occurrences)), key=occurrences.__getitem__)
    before, after = _cheapest(occurrences[: rarest + 1]), _cheapest(occurrences[rarest:])
    return [*before, *(rarest + place for place in after[1:])]


def _cheapest(costs: Sequence[float]) -> list[int]:
    """The places from the first to the last, none more than two apart, that cost least."""
    best: list[tuple[float, list[int]]] = [(costs[0], [0])]
    for place in range(1, len(costs)):
        cost, before = min(best[-2:])
        best.append((cost + costs[place], [*before, place]))
    return best[-1][1]


def _any(queries: list[TantivyQuery]) -> TantivyQuery:
    return TantivyQuery.boolean_query([(Occur.Should, query) for query in queries])


def _all(queries: list[TantivyQuery]) -> TantivyQuery:
    return TantivyQuery.boolean_query([(Occur.Must, query) for query in queries])
