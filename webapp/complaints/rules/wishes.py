"""What a person may want who tells an officer more: the same as on the tracking page."""

from enum import StrEnum

from webapp.complaints.rules.states import Move, State, allowed, can_add


class Wish(StrEnum):
    """What a person wants with the words that an officer writes down."""

    ADD = "add"
    # It was not answered.
    REOPEN = "reopen"
    # Said after the end, and nothing is owed anew.
    THANKS = "thanks"
    WITHDRAW = "withdraw"


def wishes_of(state: State) -> list[Wish]:
    """What may be wanted of a message in `state`."""
    wishes = [Wish.ADD] if can_add(state) else []
    if Move.REOPEN in allowed(state):
        wishes += [Wish.REOPEN, Wish.THANKS]
    if Move.WITHDRAW in allowed(state):
        wishes.append(Wish.WITHDRAW)
    return wishes
