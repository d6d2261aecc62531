"""What search does when records change: note the work, nothing more."""

from webapp.bills.events import (
    bill_added,
    bill_changed,
    step_recorded,
    step_withdrawn,
    vote_recorded,
)
from webapp.documents.events import document_published, document_withdrawn
from webapp.shared.importing import import_finished
from webapp.shared.outbox import enqueue, enqueue_once


def connect() -> None:
    for signal in (bill_added, bill_changed, step_recorded, step_withdrawn, vote_recorded):
        signal.connect(on_bill_news)
    document_published.connect(on_document_published)
    document_withdrawn.connect(on_document_withdrawn)
    import_finished.connect(on_import_finished)


def on_bill_news(_sender: object, bill_id: int, **_more: object) -> None:
    enqueue("search.index_bill", bill_id=bill_id)


def on_document_published(_sender: object, document_id: int, version_id: int) -> None:
    enqueue("search.index_document", document_id=document_id)


def on_document_withdrawn(_sender: object, document_id: int) -> None:
    enqueue("search.remove_document", document_id=document_id)


def on_import_finished(_sender: object, files: list[str]) -> None:
    enqueue_once("search.rebuild")
