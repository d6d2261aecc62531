"""What follows from an event of this feature: letters, written into the outbox with the event."""

from webapp.complaints import events
from webapp.shared.outbox import enqueue


def connect() -> None:
    events.complaint_received.connect(on_received)
    events.complaint_answered.connect(on_office_wrote)
    events.complaint_referred.connect(on_office_wrote)


def on_received(_sender: object, complaint_id: int) -> None:
    enqueue("complaints.mail_acknowledgement", complaint_id=complaint_id)


def on_office_wrote(_sender: object, complaint_id: int) -> None:
    enqueue("complaints.mail_answer", complaint_id=complaint_id)
