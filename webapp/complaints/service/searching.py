"""The texts of messages for an officer's search. They are read and forgotten: what is encrypted at
rest stands in no index."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from webapp.complaints.models import Complaint
from webapp.complaints.service.barring import barred_ids
from webapp.extensions import db


@dataclass(frozen=True)
class CaseText:
    """A message with all that was said in it since; who wrote is not told."""

    complaint_id: int
    kind: str
    subject: str
    text: str
    received_at: datetime


def case_texts(before: int | None, limit: int, account_id: int | None) -> Iterator[CaseText]:
    """The newest messages, at most `limit`, or those before the message of this id.

    Those that the officer may not see are left out.
    """
    wanted = select(Complaint).options(
        selectinload(Complaint.messages), selectinload(Complaint.attachments)
    )
    wanted = wanted.where(Complaint.id.not_in(barred_ids(account_id)))
    if before is not None:
        wanted = wanted.where(Complaint.id < before)
    for complaint in db.session.scalars(wanted.order_by(Complaint.id.desc()).limit(limit)):
        said = [complaint.message, *(message.text for message in complaint.messages)]
        said += [file.transcript for file in complaint.attachments if file.transcript]
        yield CaseText(
            complaint.id,
            complaint.kind,
            complaint.subject,
            "\n".join(said),
            complaint.received_at,
        )
