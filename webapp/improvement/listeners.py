"""What follows when an improvement moves: the people behind messages are to be told."""

from collections.abc import Sequence

from webapp.improvement.events import improvement_moved
from webapp.improvement.rules import PUBLIC
from webapp.improvement.service import FOLLOW_NEED, TELL
from webapp.needs.events import need_left
from webapp.shared.outbox import enqueue, enqueue_once


def connect() -> None:
    improvement_moved.connect(on_moved)
    need_left.connect(on_need_left)


def on_moved(_sender: object, improvement_id: int, state: str, by: int | None) -> None:
    if state in PUBLIC:
        enqueue_once(TELL, improvement_id=improvement_id, state=state)


def on_need_left(
    _sender: object, need_id: int, origin: str, ref: str, under: Sequence[int]
) -> None:
    enqueue(FOLLOW_NEED, need_id=need_id, origin=origin, ref=ref, under=list(under))
