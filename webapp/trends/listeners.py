"""What trends do when a need is heard again: note the work, nothing more."""

from webapp.needs.events import need_heard_again
from webapp.shared.outbox import enqueue


def connect() -> None:
    need_heard_again.connect(on_need_heard_again)


def on_need_heard_again(_sender: object, need_id: int, times: int) -> None:
    enqueue("trends.note_heard_again", need_id=need_id, times=times)
