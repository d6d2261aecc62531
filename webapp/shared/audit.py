"""Staff actions are announced here with declared fields; `staff` stores them."""

from blinker import Signal

staff_acted = Signal("account_id, action (feature.verb_noun), subject (the thing's public id)")


def record(account_id: int | None, action: str, subject: str) -> None:
    """Announce what a member of staff did, inside the transaction that did it."""
    staff_acted.send("staff", account_id=account_id, action=action, subject=subject)
