"""What listening does when records have come in: note the work, nothing more."""

from webapp.shared.importing import import_finished
from webapp.shared.outbox import enqueue_once


def connect() -> None:
    import_finished.connect(on_import_finished)


def on_import_finished(_sender: object, files: list[str]) -> None:
    enqueue_once("listening.make_own_sounds")
