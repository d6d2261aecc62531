"""What follows from events: letters and counting anew, written into the outbox with the event."""

from datetime import date

from webapp.accounts.events import staff_named
from webapp.bills.events import holiday_changed
from webapp.complaints import events
from webapp.shared.outbox import enqueue, enqueue_once


def connect() -> None:
    events.complaint_received.connect(on_received)
    events.complaint_moved.connect(on_moved)
    events.case_published.connect(on_case_changed)
    events.case_unpublished.connect(on_case_changed)
    events.case_erased.connect(on_case_changed)
    events.complaint_erased.connect(on_erased)
    holiday_changed.connect(on_holiday_changed)
    staff_named.connect(on_staff_named)


def on_received(_sender: object, complaint_id: int) -> None:
    enqueue("complaints.mail_acknowledgement", complaint_id=complaint_id)


def on_moved(_sender: object, complaint_id: int, step_id: int) -> None:
    """One letter for all steps that are made before it goes out."""
    enqueue_once("complaints.mail_steps", complaint_id=complaint_id)


def on_case_changed(_sender: object, case_id: int) -> None:
    enqueue_once("complaints.index_case", case_id=case_id)


def on_erased(_sender: object, complaint_id: int) -> None:
    enqueue_once("complaints.wipe_traces")
    enqueue_once("complaints.delete_erased_letters")


def on_holiday_changed(_sender: object, on: date) -> None:
    enqueue_once("complaints.recount_all")


def on_staff_named(_sender: object, account_id: int) -> None:
    """Messages that are there may name who is new, or has another name."""
    enqueue_once("complaints.bar_all_named")
