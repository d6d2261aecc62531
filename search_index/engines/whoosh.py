"""Whoosh, embedded and pure Python: the engine for small installations.

Whoosh gets terms already cut, so that nothing of ours is pickled into its files. Two rules come
from its faults: a searcher is never refreshed but opened anew (in every fork of Whoosh `refresh()`
brings removed entries back); its lock, which refuses instead of waiting, comes after the shelf's.
"""

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.columns import ColumnReader, VarBytesColumn
from whoosh.fields import COLUMN, ID, KEYWORD, TEXT, Schema
from whoosh.query import And, AndNot, Or, Term
from whoosh.query import Query as WhooshQuery
from whoosh.searching import Searcher
from whoosh.writing import CLEAR, IndexWriter

from search_index import analysis
from search_index.analysis import Clauses, Fields, Way
from search_index.engines.shelf import Place, Shelf
from search_index.entry import Entry
from search_index.errors import IndexDamaged
from search_index.query import Query
from search_index.results import Hit, Results, by_facet

NAME = "whoosh"
_WRITER_MEGABYTES = 128
# The rarest pairs of a piece of text leave few entries, in whose runs all its pairs are looked for:
# to join the lists of frequent pairs takes Whoosh many times as long.
_GRAMS_LOOKED_UP = 4


def build(folder: Path, entries: Iterable[Entry]) -> None:
    """Build the index anew, whatever is there. Raises ValueError when an id comes twice."""
    shelf = Shelf(folder, NAME)
    with shelf.writing(), shelf.replacing() as path:
        writer = whoosh_index.create_in(path, _schema()).writer(limitmb=_WRITER_MEGABYTES)
        seen: set[str] = set()
        try:
            for entry in entries:
                if entry.id in seen:
                    raise ValueError(f"Two entries have the id {entry.id!r}.")
                seen.add(entry.id)
                _write(writer, analysis.fields(entry))
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=CLEAR)


class WhooshEngine:
    """See SearchEngine for what the methods promise."""

    def __init__(self, folder: Path) -> None:
        """Open the index under `folder` and look into it, so that damage is found now."""
        self._folder = folder
        self._shelf = Shelf(folder, NAME)
        # Whoosh's readers share file positions: one search at a time in one process.
        self._lock = threading.Lock()
        self._held: _Reader | None = self._shelf.opened(_Reader.probed)

    def add(self, entries: Iterable[Entry]) -> None:
        """See SearchEngine."""
        self._change({entry.id: analysis.fields(entry) for entry in entries})

    def remove(self, ids: Iterable[str]) -> None:
        """See SearchEngine."""
        self._change(dict.fromkeys(ids))

    def search(
        self, query: Query, filters: Mapping[str, str], page: int = 1, per_page: int = 10
    ) -> Results:
        """See SearchEngine."""
        clauses = analysis.clauses(query)
        if not clauses.wanted:
            return Results()
        with self._lock:
            return self._reader().search(clauses, filters, page, per_page)

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """See SearchEngine."""
        build(self._folder, entries)

    def count(self) -> int:
        """See SearchEngine."""
        with self._lock:
            return self._reader().searcher.doc_count()

    def version(self) -> str:
        """See SearchEngine."""
        return self._shelf.current().version

    def close(self) -> None:
        """See SearchEngine."""
        with self._lock:
            self._let_go()

    def _change(self, changes: Mapping[str, Fields | None]) -> None:
        if not changes:
            return
        with self._shelf.writing():
            path = self._shelf.current().path
            index = _open_index(path)
            try:
                _commit(index.writer(limitmb=_WRITER_MEGABYTES), changes)
            except Exception as damage:
                raise IndexDamaged(f"The index in {path} cannot be written.") from damage

    def _reader(self) -> "_Reader":
        place = self._shelf.current()
        if self._held is None or not self._held.shows(place):
            self._let_go()
            self._held = self._shelf.opened(_Reader)
        return self._held

    def _let_go(self) -> None:
        if self._held:
            self._held.searcher.close()
        self._held = None


class _Reader:
    """The index as it was when this was opened."""

    def __init__(self, place: Place) -> None:
        self._path = place.path
        self.searcher = _searcher(place.path)

    def shows(self, place: Place) -> bool:
        """Nothing has been written since."""
        return place.path == self._path and self.searcher.up_to_date()

    @classmethod
    def probed(cls, place: Place) -> "_Reader":
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
        except Exception as damage:
            self.searcher.close()
            raise IndexDamaged(f"The index in {self._path} cannot be read.") from damage

    def search(
        self, clauses: Clauses, filters: Mapping[str, str], page: int, per_page: int
    ) -> Results:
        """See SearchEngine."""
        try:
            return self._search(clauses, filters, page, per_page)
        except Exception as damage:
            # What broken files make Whoosh raise is of any kind: struct, pickle, zlib, index, type.
            raise IndexDamaged(f"The index in {self._path} cannot be read.") from damage

    def _search(
        self, clauses: Clauses, filters: Mapping[str, str], page: int, per_page: int
    ) -> Results:
        query = self._tree(clauses)
        found = self._docs(clauses, query)
        for name, value in filters.items():
            found &= self._having(analysis.facet(name, value))
        start, end, hits = (page - 1) * per_page, page * per_page, list[Hit]()
        if start < len(found):
            best = self.searcher.search(query, limit=end, filter=found)
            # A list of the results themselves would make Whoosh search again, to count them.
            stored = self.searcher.stored_fields
            hits = [Hit(stored(doc)["id"], score) for score, doc in best.top_n[start:]]
        counts = Counter(chain.from_iterable(self._facets_of.get(doc, ()) for doc in found))
        return Results(hits, len(found), True, by_facet(counts.items()))

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


def _schema() -> Schema:
    # Only classes of Whoosh itself: the schema is pickled into the index.
    cut = SpaceSeparatedTokenizer()
    return Schema(
        id=ID(unique=True, stored=True),
        terms=TEXT(analyzer=cut, phrase=False),
        grams=TEXT(analyzer=cut, phrase=False),
        facets=KEYWORD(commas=True),
        counted=KEYWORD(commas=True),
        run=COLUMN(VarBytesColumn()),
    )


def _open_index(path: Path) -> whoosh_index.FileIndex:
    try:
        return whoosh_index.open_dir(path)
    except Exception as damage:
        raise IndexDamaged(f"The index in {path} cannot be opened.") from damage


def _searcher(path: Path) -> Searcher:
    index = _open_index(path)
    try:
        return index.searcher()
    except Exception as damage:
        raise IndexDamaged(f"The index in {path} cannot be opened.") from damage


def _commit(writer: IndexWriter, changes: Mapping[str, Fields | None]) -> None:
    try:
        _remove(writer, changes)
        for fields in filter(None, changes.values()):
            _write(writer, fields)
    except BaseException:
        writer.cancel()
        raise
    writer.commit()


def _write(writer: IndexWriter, fields: Fields) -> None:
    writer.add_document(
        id=fields.id,
        terms=fields.terms,
        grams=fields.grams,
        facets=list(fields.facets),
        counted=list(fields.counted),
        run=fields.run,
    )


def _remove(writer: IndexWriter, ids: Iterable[str]) -> None:
    with writer.searcher() as searcher:
        for entry_id in ids:
            doc = searcher.document_number(id=entry_id)
            if doc is not None:
                writer.delete_document(doc)


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
