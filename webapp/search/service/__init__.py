"""The door of search: ask, suggest, keep what can be found, learn from what is not."""

from webapp.search.rules.documents import document_entries
from webapp.search.rules.suggestions import LONGEST_KEY as LONGEST_BEGINNING
from webapp.search.rules.versions import version_of
from webapp.search.service.asking import Answer, Correction, Item, Reason, ask, has_words
from webapp.search.service.changes import bring_in_changes, rebuilding, was_broken_off
from webapp.search.service.coming import is_own
from webapp.search.service.desk import DeskFound, search_desk
from webapp.search.service.direct import is_receipt
from webapp.search.service.keeping import (
    Reading,
    Source,
    build_index,
    drop_rows,
    drop_source,
    keep_records,
    keep_rows,
    keep_sources,
    most_entries,
    outgrown_by,
    rebuild_later,
    remove_source,
    request_rebuild,
)
from webapp.search.service.kept import count_entries, entries_of, kept_versions
from webapp.search.service.meeting import records_meeting
from webapp.search.service.missed import (
    MissedNotFound,
    forget_missed,
    missed_searches,
    note_missed,
    settle_found,
    settle_missed,
)
from webapp.search.service.names import kind_name
from webapp.search.service.remaking import make_tables_anew, tables_are_current
from webapp.search.service.suggesting import Suggested, suggest
from webapp.search.service.synonyms import (
    SynonymNotFound,
    SynonymRefused,
    add_synonym,
    list_synonyms,
    reading,
    remove_synonym,
)

__all__ = [
    "Answer", "Correction", "DeskFound", "Item", "LONGEST_BEGINNING", "MissedNotFound", "Reading",
    "Reason", "Source", "Suggested", "SynonymNotFound", "SynonymRefused", "add_synonym", "ask",
    "bring_in_changes", "build_index", "count_entries", "document_entries", "drop_rows",
    "drop_source", "entries_of", "forget_missed", "has_words", "is_own", "is_receipt",
    "keep_records", "keep_rows", "keep_sources", "kept_versions", "kind_name",
    "list_synonyms", "make_tables_anew", "missed_searches", "most_entries",
    "note_missed", "outgrown_by", "reading",
    "rebuild_later", "rebuilding", "records_meeting", "remove_source", "remove_synonym",
    "request_rebuild", "search_desk", "settle_found", "settle_missed", "suggest", "version_of",
    "tables_are_current", "was_broken_off",
]  # fmt: skip
