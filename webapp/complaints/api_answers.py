"""What programs are told of a message, as the pages tell it to people."""

from datetime import date

from webapp.complaints import wording
from webapp.complaints.models import Attachment, Complaint, ComplaintMessage, ComplaintStep
from webapp.complaints.rules.states import UNDECIDED, State
from webapp.complaints.service import is_late, is_unheard
from webapp.shared.uploads.scanning import Scan
from webapp.shared.uploads.wording import file_news


def where(complaint: Complaint) -> dict[str, object]:
    """Where a message is: its state, its days, its course; the words are in the language now in
    force. Days are ISO 8601 dates in Bangkok; one that does not count now is null."""
    still = complaint.stands_still and complaint.days_left is not None
    due = complaint.due_on if complaint.is_owed and not still else None
    undecided = State(complaint.state) in UNDECIDED
    return {
        "state": complaint.state,
        "next": str(wording.NEXT[complaint.state]),
        "kind": complaint.kind,
        "bureau": complaint.bureau.value,
        "received_at": complaint.received_at.isoformat(),
        "standard": complaint.standard,
        "decide_by": _day(complaint.decide_by if undecided else None),
        "due_on": _day(due),
        "overdue": is_late(complaint),
        "clock_stands_still": still,
        "days_left": complaint.days_left if still else None,
        "wait_until": _day(complaint.wait_until if still else None),
        "hear_by": _day(complaint.hear_by),
        "hear_overdue": is_unheard(complaint),
        "course": [_step(step) for step in complaint.steps],
        "files": _files(complaint, None),
    }


def conversation(complaint: Complaint) -> list[dict[str, object]]:
    """What was said after the first message, the oldest first, with the files that came along."""
    return [_said(complaint, message) for message in complaint.messages]


def _said(complaint: Complaint, message: ComplaintMessage) -> dict[str, object]:
    """`at` is when it was said; what was said to an officer was written down later."""
    return {
        "at": message.at.isoformat(),
        "office": message.is_from_office,
        "written_down_at": message.entered_at.isoformat() if message.entered_at else None,
        "channel": message.channel.value if message.channel else None,
        "text": message.text,
        "files": _files(complaint, message.id),
    }


def _step(step: ComplaintStep) -> dict[str, object]:
    return {
        "state": step.state,
        "at": step.at.isoformat(),
        "bureau": step.bureau.value,
        "due_on": _day(step.due_on),
        "why": str(wording.CAUSE[step.cause]) if step.cause else None,
        "referred_to": step.referred_to,
    }


def _files(complaint: Complaint, message_id: int | None) -> list[dict[str, object]]:
    return [_file(file) for file in complaint.attachments if file.message_id == message_id]


def _file(file: Attachment) -> dict[str, object]:
    return {
        "name": file.name,
        "size": file.size,
        "kept": file.scan is not Scan.HARMFUL,
        "news": file_news(file),
        "transcript": file.transcript or None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
