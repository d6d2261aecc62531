"""By whom a person is told of each step now, as what was given allows."""

from sqlalchemy import ColumnElement, select

from webapp.complaints.models import Complaint, LineLink
from webapp.complaints.rules.channels import TOLD_BY_STAFF, ReplyBy, TellBy, tell_by
from webapp.extensions import db
from webapp.shared import line
from webapp.shared.settings import settings


def told_now_by(complaint: Complaint) -> TellBy:
    """By whom the person of a message is told now; by an officer where letters do not arrive."""
    if complaint.unreached_at is not None:
        return TellBy.OFFICER
    return tell_by(
        complaint.reply_by,
        by_line=complaint.reply_by is ReplyBy.LINE and _is_linked(complaint),
        by_mail=bool(complaint.email),
        by_hand=bool(complaint.contact),
    )


def _is_linked(complaint: Complaint) -> bool:
    linked = select(LineLink.complaint_id).where(LineLink.complaint_id == complaint.id)
    return line.is_set(settings()) and db.session.scalar(linked) is not None


def is_told_by_hand() -> ColumnElement[bool]:
    """The same for a search: messages whose person an officer has to tell."""
    unlinked = (Complaint.reply_by == ReplyBy.LINE) & Complaint.email.is_(None)
    if line.is_set(settings()):
        unlinked &= Complaint.id.not_in(select(LineLink.complaint_id))
    by_staff = Complaint.reply_by.in_(TOLD_BY_STAFF)
    by_hand = Complaint.contact.is_not(None) & (by_staff | unlinked)
    return by_hand | Complaint.unreached_at.is_not(None)
