"""What following does when a bill moves: note the work, nothing more."""

from webapp.bills.events import step_recorded, step_withdrawn
from webapp.shared.outbox import enqueue


def connect() -> None:
    step_recorded.connect(on_step_recorded)
    step_withdrawn.connect(on_step_withdrawn)


def on_step_recorded(_sender: object, bill_id: int, step_id: int) -> None:
    enqueue("following.tell_followers", bill_id=bill_id, step_id=step_id)


def on_step_withdrawn(_sender: object, bill_id: int, step_id: int) -> None:
    enqueue("following.tell_correction", step_id=step_id)
