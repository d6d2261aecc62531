"""The files: what is stored of an entry, opening what is there, and changing it."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, ID, KEYWORD, TEXT, Schema
from whoosh.searching import Searcher
from whoosh.writing import IndexWriter

from search_index.analysis import Fields
from search_index.errors import IndexDamaged

# A table of contents that a killed writer had not put in its place. All else that one leaves
# Whoosh takes away itself at the next commit.
_BROKEN_OFF = re.compile(r"_MAIN_[0-9]+\.toc\..+")


def schema() -> Schema:
    """What is stored of an entry."""
    # Only classes of Whoosh itself: the schema is pickled into the index.
    cut = SpaceSeparatedTokenizer()
    return Schema(
        id=ID(unique=True, stored=True),
        terms=TEXT(analyzer=cut, phrase=False),
        grams=TEXT(analyzer=cut, phrase=False),
        facets=KEYWORD(commas=True),
        counted=KEYWORD(commas=True),
        run=COLUMN(VarBytesColumn()),
        # Numbers of eight bytes.
        day=COLUMN(NumericColumn("Q")),
        published=COLUMN(NumericColumn("Q")),
    )


def open_index(path: Path) -> whoosh_index.FileIndex:
    """Open the index. Raises IndexDamaged."""
    try:
        return whoosh_index.open_dir(path)
    except Exception as damage:
        raise IndexDamaged(f"The index in {path} cannot be opened.") from damage


def open_searcher(path: Path) -> Searcher:
    """Open the index for searching. Raises IndexDamaged."""
    index = open_index(path)
    try:
        return index.searcher()
    except Exception as damage:
        raise IndexDamaged(f"The index in {path} cannot be opened.") from damage


def commit(writer: IndexWriter, changes: Mapping[str, Fields | None]) -> None:
    """Write changes, an entry by its id or None where it goes, all or none."""
    try:
        _remove(writer, changes)
        for fields in filter(None, changes.values()):
            write(writer, fields)
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    for name in filter(_BROKEN_OFF.fullmatch, writer.storage.list()):
        writer.storage.delete_file(name)


def write(writer: IndexWriter, fields: Fields) -> None:
    """Put an entry in."""
    writer.add_document(
        id=fields.id,
        terms=fields.terms,
        grams=fields.grams,
        facets=list(fields.facets),
        counted=list(fields.counted),
        run=fields.run,
        day=fields.day,
        published=fields.published,
    )


def _remove(writer: IndexWriter, ids: Iterable[str]) -> None:
    with writer.searcher() as searcher:
        for entry_id in ids:
            doc = searcher.document_number(id=entry_id)
            if doc is not None:
                writer.delete_document(doc)
