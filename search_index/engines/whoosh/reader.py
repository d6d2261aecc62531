"""Asking: the index as it was when it was opened."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from heapq import nsmallest
from itertools import chain

from whoosh.columns import ColumnReader
from whoosh.query import And, AndNot, Or, Term
from whoosh.query import Query as WhooshQuery

from search_index import analysis
from search_index.analysis import Clauses, Way
from search_index.engines.shelf import Place
from search_index.engines.whoosh.files import open_searcher
from search_index.errors import IndexDamaged
from search_index.order import Order
from search_index.results import Hit, Results, by_facet

# The rarest pairs of a piece of text leave few entries, in whose runs all its pairs are looked for:
# to join the lists of frequent pairs takes Whoosh many times as long.
_GRAMS_LOOKED_UP = 4


class Reader:
    """The index as it was when this was opened."""

    def __init__(self, place: Place) -> None:
        """Open it. Raises IndexDamaged."""
        self._path = place.path
        self.searcher = open_searcher(place.path)

    def shows(self, place: Place) -> bool:
        """Nothing has been written since."""
        return place.path == self._path and self.searcher.up_to_date()

    @classmethod
    def probed(cls, place: Place) -> "Reader":
        """Open, and read a little of every kind of file. Raises IndexDamaged."""
        reader = cls(place)
        reader._probe()
        return reader

    def _probe(self) -> None:
        try:
            reader = self.searcher.reader()
            for _ in zip(range(10), reader.all_terms(), strict=False):
                pass
            for leaf, _ in reader.leaf_readers() if reader.doc_count_all() else ():
                leaf.stored_fields(leaf.doc_count_all() - 1)
                for column in ("run", Order.DAY.value, Order.PUBLISHED.value):
                    leaf.column_reader(column)[leaf.doc_count_all() - 1]
        except Exception as damage:
            self.searcher.close()
            raise IndexDamaged(f"The index in {self._path} cannot be read.") from damage

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
        try:
            return self._search(clauses, filters, page, per_page, without, order)
        except Exception as damage:
            # What broken files make Whoosh raise is of any kind: struct, pickle, zlib, index, type.
            raise IndexDamaged(f"The index in {self._path} cannot be read.") from damage

    def _search(
        self,
        clauses: Clauses,
        filters: Mapping[str, str],
        page: int,
        per_page: int,
        without: Collection[str],
        order: Order,
    ) -> Results:
        query = self._tree(clauses)
        found = self._docs(clauses, query)
        for name, value in filters.items():
            found &= self._having(analysis.facet(name, value))
        found.difference_update(self.searcher.document_number(id=one) for one in without)
        start, end, hits = (page - 1) * per_page, page * per_page, list[Hit]()
        if start < len(found):
            # A list of the results themselves would make Whoosh search again, to count them.
            best = (
                self.searcher.search(query, limit=end, filter=found).top_n
                if order is Order.FIT
                else self._newest(found, order, end)
            )
            stored = self.searcher.stored_fields
            hits = [Hit(stored(doc)["id"], score) for score, doc in best[start:]]
        counts = Counter(chain.from_iterable(self._facets_of.get(doc, ()) for doc in found))
        return Results(hits, len(found), True, by_facet(counts.items()))

    def _newest(self, found: set[int], order: Order, most: int) -> list[tuple[float, int]]:
        days = self._days[order]
        newest = nsmallest(most, ((-days[doc], doc) for doc in found))
        return [(float(-day), doc) for day, doc in newest]

    @cached_property
    def _days(self) -> dict[Order, ColumnReader]:
        reader = self.searcher.reader()
        orders = (Order.DAY, Order.PUBLISHED)
        return {order: reader.column_reader(order.value) for order in orders}

    def _docs(self, clauses: Clauses, query: WhooshQuery) -> set[int]:
        ways = [*chain.from_iterable(clauses.wanted), *clauses.unwanted]
        if not any(map(_needs_reading, ways)):
            return set(self.searcher.docs_for_query(query))
        groups = [set().union(*map(self._meeting, group)) for group in clauses.wanted]
        return set.intersection(*groups).difference(*map(self._meeting, clauses.unwanted))

    def _meeting(self, way: Way) -> set[int]:
        if not _needs_reading(way):
            return set(self.searcher.docs_for_query(self._way(way)))
        by_words = set() if way.exact else set(self.searcher.docs_for_query(_all_words(way)))
        found = set(self.searcher.docs_for_query(_all_grams(self._rarest(way)))) - by_words
        return by_words | {doc for doc in found if way.is_in(self._runs[doc])}

    def _rarest(self, way: Way) -> list[str]:
        return sorted(way.grams, key=self._frequency)[:_GRAMS_LOOKED_UP]

    @cached_property
    def _runs(self) -> ColumnReader:
        return self.searcher.reader().column_reader("run")

    def _having(self, facet: str) -> set[int]:
        return set(self.searcher.docs_for_query(Term("facets", facet)))

    @cached_property
    def _facets_of(self) -> dict[int, list[str]]:
        facets: dict[int, list[str]] = {}
        reader = self.searcher.reader()
        for term in reader.lexicon("counted"):
            for doc in reader.postings("counted", term).all_ids():
                facets.setdefault(doc, []).append(term.decode())
        return facets

    def _tree(self, clauses: Clauses) -> WhooshQuery:
        wanted = And([Or([self._way(way) for way in group]) for group in clauses.wanted])
        # An unwanted phrase is taken out by its run, not by its rarest grams alone.
        unwanted = [self._way(way) for way in clauses.unwanted if not _needs_reading(way)]
        return (AndNot(wanted, Or(unwanted)) if unwanted else wanted).normalize()

    def _way(self, way: Way) -> WhooshQuery:
        if way.exact:
            return _all_grams(self._rarest(way))
        words = _all_words(way)
        return Or([words, _all_grams(self._rarest(way))]) if way.grams else words

    def _frequency(self, gram: str) -> int:
        return int(self.searcher.doc_frequency("grams", gram))


def _all_grams(grams: Iterable[str]) -> WhooshQuery:
    return And([Term("grams", gram) for gram in grams], boost=analysis.GRAM_BOOST)


def _forms(forms: tuple[str, ...]) -> WhooshQuery:
    typed, *others = forms
    weighed = [Term("terms", other, boost=analysis.OTHER_FORM_BOOST) for other in others]
    return Or([Term("terms", typed), *weighed]) if others else Term("terms", typed)


def _all_words(way: Way) -> WhooshQuery:
    return And([_forms(forms) for forms in way.words])


def _needs_reading(way: Way) -> bool:
    """Its rarest pairs alone do not say that it is met."""
    return len(way.grams) > (1 if way.exact else _GRAMS_LOOKED_UP)
