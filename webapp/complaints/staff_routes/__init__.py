"""Pages for officers: messages and all that stands beside them, entering, the standard."""

from webapp.complaints.staff_routes import (
    bulk,
    entry,
    handling,
    hearing,
    learning,
    letters,
    messages,
    publishing,
    reports,
    standard,
    statistics,
    telling,
    templates,
    topics,
    transcripts,
)
from webapp.complaints.staff_routes.blueprint import bp

__all__ = [
    "bp", "bulk", "entry", "handling", "hearing", "learning", "letters", "messages", "publishing",
    "reports", "standard", "statistics", "telling", "templates", "topics", "transcripts",
]  # fmt: skip
