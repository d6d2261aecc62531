"""Pages for citizens: send, keep the receipt, follow; the standard, answered cases, the figures."""

from webapp.complaints.routes import (
    answer_forms,
    closing,
    codenames,
    consent,
    drafts,
    erasing,
    filing,
    kept,
    questions,
    reading,
    reports,
    similar,
    statistics,
    tracking,
)
from webapp.complaints.routes.api import bp as api
from webapp.complaints.routes.blueprint import bp

__all__ = [
    "answer_forms", "api", "bp", "closing", "codenames", "consent", "drafts", "erasing", "filing",
    "kept", "questions", "reading", "reports", "similar", "statistics", "tracking",
]  # fmt: skip
