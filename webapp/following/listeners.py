"""What following does when something happens: note the work, nothing more."""

from webapp.bills.events import step_recorded, step_withdrawn, vote_recorded
from webapp.complaints.events import complaint_answered
from webapp.documents.events import document_published
from webapp.shared.outbox import enqueue


def connect() -> None:
    step_recorded.connect(on_step_recorded)
    step_withdrawn.connect(on_step_withdrawn)
    vote_recorded.connect(on_vote_recorded)
    document_published.connect(on_document_published)
    complaint_answered.connect(on_complaint_answered)


def on_step_recorded(_sender: object, bill_id: int, step_id: int) -> None:
    enqueue("following.tell_step", step_id=step_id)


def on_step_withdrawn(_sender: object, bill_id: int, step_id: int) -> None:
    enqueue("following.tell_correction", step_id=step_id)


def on_vote_recorded(_sender: object, bill_id: int, vote_id: int) -> None:
    enqueue("following.tell_vote", bill_id=bill_id, vote_id=vote_id)


def on_document_published(_sender: object, document_id: int, version_id: int) -> None:
    enqueue("following.tell_version", version_id=version_id)


def on_complaint_answered(_sender: object, complaint_id: int) -> None:
    enqueue("following.tell_complaint", complaint_id=complaint_id)
