"""The files: what is stored of an entry, opening what is there, and changing it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tantivy import (
    Document,
    Index,
    IndexWriter,
    Schema,
    SchemaBuilder,
    TextAnalyzerBuilder,
    Tokenizer,
)

from search_index.analysis import Fields
from search_index.engines.tantivy import damage
from search_index.engines.tantivy.combinations import number_of
from search_index.errors import IndexDamaged
from search_index.order import Order

META = "meta.json"
TOGETHER = "counted_together"
_WRITER_BYTES = 64_000_000
_CUT = "cut"


def create(path: Path) -> Index:
    """Begin an index in an empty folder."""
    index = Index(_schema(), path=str(path), reuse=False)
    _teach(index)
    return index


def open_index(path: Path) -> Index:
    """Open the index. Raises IndexDamaged."""
    with damage.told(path, "opened"):
        index = Index.open(str(path))
    _teach(index)
    return index


def stamp(path: Path) -> tuple[int, int]:
    """Another after every commit. Raises IndexDamaged."""
    # Every commit puts a new meta.json in place of the old one.
    try:
        stat = (path / META).stat()
    except OSError as gone:
        raise IndexDamaged(f"The index in {path} is gone.") from gone
    return stat.st_ino, stat.st_mtime_ns


@contextmanager
def writer(index: Index) -> Iterator[IndexWriter]:
    """Write inside; what was written is committed at the end, all or none."""
    opened = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
    # What a killed writer left would make a commit of the same entries fail for ever.
    opened.garbage_collect_files()
    try:
        yield opened
    except BaseException:
        opened.rollback()
        raise
    else:
        opened.commit()
    finally:
        opened.wait_merging_threads()


def put(opened: IndexWriter, changes: Mapping[str, Fields | None]) -> None:
    """Write changes, an entry by its id or None where it goes."""
    for entry_id, fields in changes.items():
        opened.delete_documents_by_term("id", entry_id)
        if fields:
            write(opened, fields)


def write(opened: IndexWriter, fields: Fields) -> None:
    """Put an entry in."""
    document = Document(id=fields.id, terms=fields.terms, grams=fields.grams)
    for name, facets in (("facets", fields.facets), ("counted", fields.counted)):
        for facet in facets:
            document.add_text(name, facet)
    document.add_unsigned(TOGETHER, number_of(fields.counted))
    document.add_unsigned(Order.DAY.value, fields.day)
    document.add_unsigned(Order.PUBLISHED.value, fields.published)
    opened.add_document(document)


def _schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("terms", tokenizer_name=_CUT, index_option="freq")
    builder.add_text_field("grams", tokenizer_name=_CUT, index_option="position")
    builder.add_text_field("facets", tokenizer_name="raw", index_option="basic")
    builder.add_text_field(
        "counted", stored=True, tokenizer_name="raw", index_option="basic", fast=True
    )
    for name in (TOGETHER, Order.DAY.value, Order.PUBLISHED.value):
        builder.add_unsigned_field(name, fast=True)
    return builder.build()


def _teach(index: Index) -> None:
    # Terms come already cut; tantivy's own "whitespace" tokenizer is not registered by itself.
    index.register_tokenizer(_CUT, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
