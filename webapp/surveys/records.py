"""The services that are surveyed, from a file; docs/import-formats.md says what a row holds."""

from thai_text.clean import clean
from webapp.shared.importing import Outcome, RecordFile, Row, RowRefused
from webapp.shared.record_fields import text_of
from webapp.surveys import service


def take_service(row: Row) -> Outcome:
    """A service with the points at which it is given."""
    points = row.get("points") or []
    if not isinstance(points, list) or not all(isinstance(point, dict) for point in points):
        raise RowRefused(f"'points' is {points!r}; use a list of objects with 'th' and 'en'")
    named = [(_thai(point), text_of(point, "en").strip()) for point in points]
    return service.keep_listed(_thai(row), text_of(row, "en").strip(), named)


def _thai(row: Row) -> str:
    return clean(text_of(row, "th")).strip()


IMPORTERS = [RecordFile("surveyed_services.jsonl", take_service)]
