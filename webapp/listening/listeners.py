"""What listening does when documents come in, or the calendar changes: note the work, no more."""

from dataclasses import asdict
from datetime import date

from webapp.bills.events import holiday_changed
from webapp.complaints.events import letter_returned
from webapp.documents.events import document_published
from webapp.listening import service
from webapp.shared.importing import import_finished
from webapp.shared.outbox import enqueue, enqueue_once


def connect() -> None:
    document_published.connect(on_document_published)
    import_finished.connect(on_import_finished)
    holiday_changed.connect(on_holiday_changed)
    letter_returned.connect(on_letter_returned)


def on_document_published(_sender: object, version_id: int, **_more: object) -> None:
    enqueue("listening.ask_for_forms", version_id=version_id)


def on_import_finished(_sender: object, files: list[str]) -> None:
    enqueue_once("listening.fill_shelves")


def on_holiday_changed(_sender: object, on: date) -> None:
    enqueue_once("listening.recount_requests")


def on_letter_returned(_sender: object, message_id: str) -> bool:
    returned = service.returned_letter(message_id)
    if returned is None:
        return False
    enqueue("listening.request_letter_came_back", **asdict(returned))
    return True
