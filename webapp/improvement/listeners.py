"""What follows when an improvement moves: the people behind messages are to be told."""

from webapp.improvement.events import improvement_moved
from webapp.improvement.rules import PUBLIC
from webapp.improvement.service import TELL
from webapp.shared.outbox import enqueue_once


def connect() -> None:
    improvement_moved.connect(on_moved)


def on_moved(_sender: object, improvement_id: int, state: str, by: int | None) -> None:
    if state in PUBLIC:
        enqueue_once(TELL, improvement_id=improvement_id, state=state)
