"""tantivy, embedded and compiled: the engine for large installations, 100 times as fast."""

import json
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tantivy import (
    Document,
    Index,
    IndexWriter,
    Occur,
    Schema,
    SchemaBuilder,
    TextAnalyzerBuilder,
    Tokenizer,
)
from tantivy import Query as TantivyQuery

from search_index import analysis
from search_index.analysis import Clauses, Fields, Way
from search_index.engines.shelf import Place, Shelf
from search_index.entry import Entry
from search_index.errors import IndexDamaged
from search_index.order import Order
from search_index.query import Query
from search_index.results import Hit, Results, by_facet

NAME = "tantivy"
_WRITER_BYTES = 64_000_000
_MOST_FACETS = 10_000
_CUT = "cut"
_META = "meta.json"
_Clause = tuple[Occur, TantivyQuery]


def build(folder: Path, entries: Iterable[Entry], ready: Callable[[], None] = lambda: None) -> None:
    """Build the index anew. `ready` is called before it is in force. ValueError: an id twice."""
    with Shelf(folder, NAME).replacing(ready) as path:
        index = Index(_schema(), path=str(path), reuse=False)
        _teach(index)
        seen: set[str] = set()
        with _writer(index) as writer:
            for entry in entries:
                if entry.id in seen:
                    raise ValueError(f"Two entries have the id {entry.id!r}.")
                seen.add(entry.id)
                writer.add_document(_document(analysis.fields(entry)))


class TantivyEngine:
    """See SearchEngine for what the methods promise."""

    def __init__(self, folder: Path) -> None:
        """Open the index under `folder` and look into it, so that damage is found now."""
        self._folder = folder
        self._shelf = Shelf(folder, NAME)
        self._lock = threading.Lock()
        self._held: _Reader | None = self._shelf.opened(_Reader.probed)

    def add(self, entries: Iterable[Entry]) -> None:
        """See SearchEngine."""
        self._change({entry.id: analysis.fields(entry) for entry in entries})

    def remove(self, ids: Iterable[str]) -> None:
        """See SearchEngine."""
        self._change(dict.fromkeys(ids))

    def search(
        self,
        query: Query,
        filters: Mapping[str, str],
        page: int = 1,
        per_page: int = 10,
        without: Collection[str] = (),
        order: Order = Order.FIT,
    ) -> Results:
        """See SearchEngine."""
        clauses = analysis.clauses(query)
        if not clauses.wanted:
            return Results()
        reader = self._reader()
        return reader.search(reader.tree(clauses, filters, without), page, per_page, order)

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """See SearchEngine."""
        build(self._folder, entries)

    def count(self) -> int:
        """See SearchEngine."""
        return self._reader().searcher.num_docs

    def version(self) -> str:
        """See SearchEngine."""
        return self._shelf.current().version

    def close(self) -> None:
        """See SearchEngine."""
        with self._lock:
            self._held = None

    def _change(self, changes: Mapping[str, Fields | None]) -> None:
        if not changes:
            return
        with self._shelf.writing():
            path = self._shelf.current().path
            index = _open_index(path)
            try:
                with _writer(index) as writer:
                    _put(writer, changes)
            except Exception as damage:
                raise IndexDamaged(f"The index in {path} cannot be written.") from damage

    def _reader(self) -> "_Reader":
        place = self._shelf.current()
        with self._lock:
            if self._held is None or not self._held.shows(place):
                self._held = self._shelf.opened(_Reader)
            return self._held


class _Reader:
    """The index as it was when this was opened."""

    def __init__(self, place: Place) -> None:
        self._path = place.path
        self._stamp = _stamp(place.path)
        index = _open_index(place.path)
        self._schema = index.schema
        self.searcher = index.searcher()

    def shows(self, place: Place) -> bool:
        """Nothing has been written since."""
        return place.path == self._path and _stamp(place.path) == self._stamp

    @classmethod
    def probed(cls, place: Place) -> "_Reader":
        """Open, and read a little of every kind of file. Raises IndexDamaged."""
        reader = cls(place)
        reader._probe()
        return reader

    def _probe(self) -> None:
        try:
            found = self.searcher.search(TantivyQuery.all_query(), limit=1)
            self._facets(TantivyQuery.all_query())
            for _, address in found.hits:
                self.searcher.doc(address)
            # Positions that are gone count as none: phrases would be found nowhere, in silence.
            # Only of segments in force: what a writer has begun, or a killed one left, is half.
            for segment in self._segments():
                (self._path / f"{segment}.pos").stat()
        except Exception as damage:
            raise IndexDamaged(f"The index in {self._path} cannot be read.") from damage

    def _segments(self) -> list[str]:
        said = json.loads((self._path / _META).read_text(encoding="utf-8"))
        return [segment["segment_id"].replace("-", "") for segment in said["segments"]]

    def search(self, query: TantivyQuery, page: int, per_page: int, order: Order) -> Results:
        """See SearchEngine."""
        by = None if order is Order.FIT else order.value
        try:
            found: Any = self.searcher.search(
                query, limit=per_page, offset=(page - 1) * per_page, order_by_field=by
            )
            doc = self.searcher.doc
            hits = [Hit(doc(address)["id"][0], float(score)) for score, address in found.hits]
            return Results(hits, found.count, True, self._facets(query))
        except Exception as damage:
            # Broken files show as ValueError, OSError or a panic of the compiled part.
            raise IndexDamaged(f"The index in {self._path} cannot be read.") from damage

    def _facets(self, query: TantivyQuery) -> dict[str, dict[str, int]]:
        asked = {"facets": {"terms": {"field": "counted", "size": _MOST_FACETS}}}
        found: dict[str, Any] = self.searcher.aggregate(query, asked)
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
        rarest = min(range(last + 1), key=lambda at: self.searcher.doc_freq("grams", grams[at]))
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


def _schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("terms", tokenizer_name=_CUT, index_option="freq")
    builder.add_text_field("grams", tokenizer_name=_CUT, index_option="position")
    builder.add_text_field("facets", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("counted", tokenizer_name="raw", index_option="basic", fast=True)
    for name in (Order.DAY, Order.PUBLISHED):
        builder.add_unsigned_field(name.value, fast=True)
    return builder.build()


def _teach(index: Index) -> None:
    # Terms come already cut; tantivy's own "whitespace" tokenizer is not registered by itself.
    index.register_tokenizer(_CUT, TextAnalyzerBuilder(Tokenizer.whitespace()).build())


def _open_index(path: Path) -> Index:
    try:
        index = Index.open(str(path))
    except Exception as damage:
        raise IndexDamaged(f"The index in {path} cannot be opened.") from damage
    _teach(index)
    return index


def _stamp(path: Path) -> tuple[int, int]:
    # Every commit puts a new meta.json in place of the old one.
    try:
        stat = (path / _META).stat()
    except OSError as damage:
        raise IndexDamaged(f"The index in {path} is gone.") from damage
    return stat.st_ino, stat.st_mtime_ns


@contextmanager
def _writer(index: Index) -> Iterator[IndexWriter]:
    writer = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
    # What a killed writer left would make a commit of the same entries fail for ever.
    writer.garbage_collect_files()
    try:
        yield writer
    except BaseException:
        writer.rollback()
        raise
    else:
        writer.commit()
    finally:
        writer.wait_merging_threads()


def _put(writer: IndexWriter, changes: Mapping[str, Fields | None]) -> None:
    for entry_id, fields in changes.items():
        writer.delete_documents_by_term("id", entry_id)
        if fields:
            writer.add_document(_document(fields))


def _document(fields: Fields) -> Document:
    document = Document(id=fields.id, terms=fields.terms, grams=fields.grams)
    for name, facets in (("facets", fields.facets), ("counted", fields.counted)):
        for facet in facets:
            document.add_text(name, facet)
    document.add_unsigned(Order.DAY.value, fields.day)
    document.add_unsigned(Order.PUBLISHED.value, fields.published)
    return document


def _any(queries: list[TantivyQuery]) -> TantivyQuery:
    return TantivyQuery.boolean_query([(Occur.Should, query) for query in queries])


def _all(queries: list[TantivyQuery]) -> TantivyQuery:
    return TantivyQuery.boolean_query([(Occur.Must, query) for query in queries])
