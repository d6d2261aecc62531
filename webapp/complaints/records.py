"""Texts whose topic is known, from files of public records: what the classifier learns beside.

docs/import-formats.md says what a row holds.
"""

from thai_text.clean import clean
from webapp.complaints.service import topics
from webapp.shared.importing import Outcome, RecordFile, Row
from webapp.shared.record_fields import text_of


def take_report(row: Row) -> Outcome:
    """The subject of a committee's report, as an example of that committee's matters."""
    return topics.keep_report(text_of(row, "id"), clean(text_of(row, "title")).strip())


IMPORTERS = [RecordFile("senate_reports.jsonl", take_report)]
