"""Requests for another form, for tests: what is typed, when, and the one that is kept."""

from datetime import UTC, datetime

from webapp.extensions import db
from webapp.listening.models.requests import FormRequest

ASKED = {"wanted": "sign-language", "subject": "พระราชบัญญัติสหกรณ์"}
MONDAY = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)  # ten in the morning of Bangkok


def only_one() -> FormRequest:
    """The only request, as it is now."""
    db.session.expire_all()
    return db.session.query(FormRequest).one()
