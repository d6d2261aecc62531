"""Pages for citizens: send a message, keep its receipt, follow it; the standard; answered cases."""

from webapp.complaints.routes import (
    answer_forms,
    closing,
    codenames,
    erasing,
    filing,
    kept,
    reading,
    similar,
    statistics,
    tracking,
)
from webapp.complaints.routes.api import bp as api
from webapp.complaints.routes.blueprint import bp

__all__ = [
    "answer_forms", "api", "bp", "closing", "codenames", "erasing", "filing", "kept", "reading",
    "similar", "statistics", "tracking",
]  # fmt: skip
