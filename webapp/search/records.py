"""Synonyms and nicknames from a file; docs/import-formats.md says what a row holds."""

from webapp.search import service
from webapp.shared.importing import Outcome, RecordFile, Row, RowRefused
from webapp.shared.record_fields import text_of


def take_synonym(row: Row) -> Outcome:
    """That a term is also met by what it means."""
    try:
        return service.add_synonym(text_of(row, "term"), text_of(row, "means"), None)
    except service.SynonymRefused as refused:
        raise RowRefused(str(refused)) from refused


IMPORTERS = [RecordFile("synonyms.jsonl", take_synonym)]
