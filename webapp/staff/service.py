"""What the desk keeps: the audit of staff actions."""

from collections.abc import Sequence

from sqlalchemy import func, select

from webapp.extensions import db
from webapp.shared import clock
from webapp.staff.models import AuditEntry


def keep(account_id: int | None, action: str, subject: str) -> None:
    """Add an entry to the caller's transaction."""
    db.session.add(
        AuditEntry(account_id=account_id, action=action, subject=subject, at=clock.now())
    )


def audit_entries(page: int, per_page: int = 50) -> tuple[Sequence[AuditEntry], int]:
    """One page of the audit, newest first, and how many entries there are."""
    total = db.session.scalar(select(func.count(AuditEntry.id))) or 0
    newest = select(AuditEntry).order_by(AuditEntry.id.desc())
    found = db.session.scalars(newest.limit(per_page).offset((page - 1) * per_page))
    return found.all(), total
