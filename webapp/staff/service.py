"""What the desk keeps: the audit of staff actions."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, not_, select, true

from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.shared import clock
from webapp.staff.models import AuditEntry


def keep(account_id: int | None, action: str, subject: str) -> None:
    """Add an entry to the caller's transaction."""
    db.session.add(
        AuditEntry(account_id=account_id, action=action, subject=subject, at=clock.now())
    )


def audit_entries(
    page: int, per_page: int = 50, seen_by: int | None = None
) -> tuple[Sequence[AuditEntry], int]:
    """One page of the audit, newest first, and how many entries there are.

    Entries of messages that the officer `seen_by` may not see are left out.
    """
    hidden = [clause for one in complaints.barred_ids(seen_by) for clause in _of_message(one)]
    seen = and_(true(), *(not_(clause) for clause in hidden))
    total = db.session.scalar(select(func.count(AuditEntry.id)).where(seen)) or 0
    newest = select(AuditEntry).where(seen).order_by(AuditEntry.id.desc())
    found = db.session.scalars(newest.limit(per_page).offset((page - 1) * per_page))
    return found.all(), total


def _of_message(complaint_id: int) -> list[ColumnElement[bool]]:
    """Where an entry's subject is this message, alone, with more said, or among others."""
    subject = AuditEntry.subject
    alone = subject == f"complaint {complaint_id}"
    more = subject.like(f"complaint {complaint_id}:%")
    spaced = func.replace(subject, "complaints ", ", ") + ","
    among = subject.like("complaints %") & spaced.like(f"%, {complaint_id},%")
    under = subject.like(f"complaint %: under {complaint_id}") | subject.like(
        f"complaint %: from {complaint_id}"
    )
    return [alone, more, among, under]
