"""What can be done with trends: look, read what was found, warn, write notes of policy."""

from webapp.trends.service.demonstrating import RegisterInUse, demonstrate
from webapp.trends.service.heard_again import note_heard_again
from webapp.trends.service.looking import look
from webapp.trends.service.notes import (
    NoteFacts,
    NoteNotFound,
    PlannedAlready,
    change_note,
    list_notes,
    make_improvement,
    note_by_id,
    write_note,
)
from webapp.trends.service.readings import (
    TrendNotFound,
    count_rising,
    evidence_of,
    last_look,
    list_readings,
    reading_by_id,
    reading_of,
    survey_falls,
    unchecked_of,
)
from webapp.trends.service.rises import (
    MAIL_WARNING,
    addresses_warned,
    open_rises,
    rise_by_id,
    warning_mailed,
)

__all__ = [
    "MAIL_WARNING",
    "NoteFacts",
    "NoteNotFound",
    "PlannedAlready",
    "RegisterInUse",
    "TrendNotFound",
    "addresses_warned",
    "change_note",
    "count_rising",
    "demonstrate",
    "evidence_of",
    "last_look",
    "list_notes",
    "list_readings",
    "look",
    "make_improvement",
    "note_by_id",
    "note_heard_again",
    "open_rises",
    "reading_by_id",
    "reading_of",
    "rise_by_id",
    "survey_falls",
    "unchecked_of",
    "warning_mailed",
    "write_note",
]
