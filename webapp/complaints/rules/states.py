"""The course of a message through the office: its states, and the moves between them."""

from enum import StrEnum


class State(StrEnum):
    """Where a message is."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    EXAMINING = "examining"
    REFERRED = "referred"
    ANSWERED = "answered"
    CLOSED = "closed"
    REOPENED = "reopened"


class Move(StrEnum):
    """What takes a message from one state to the next."""

    ACKNOWLEDGE = "acknowledge"
    TAKE_UP = "take_up"
    REFER = "refer"
    ANSWER = "answer"
    CLOSE = "close"
    REOPEN = "reopen"


class MoveNotAllowed(Exception):
    """The move does not start from this state; `state` and `move` say which."""

    def __init__(self, state: State, move: Move) -> None:
        super().__init__(f"{move.value} from {state.value}")
        self.state, self.move = state, move


# The published procedure: each move, the states that it starts from, the state that it leads to.
MOVES: dict[Move, tuple[frozenset[State], State]] = {
    Move.ACKNOWLEDGE: (frozenset({State.RECEIVED}), State.ACKNOWLEDGED),
    Move.TAKE_UP: (frozenset({State.ACKNOWLEDGED, State.REOPENED}), State.EXAMINING),
    Move.REFER: (frozenset({State.EXAMINING}), State.REFERRED),
    Move.ANSWER: (frozenset({State.EXAMINING, State.REFERRED}), State.ANSWERED),
    Move.CLOSE: (frozenset({State.ANSWERED, State.REFERRED}), State.CLOSED),
    # The citizen alone can say that it was not answered.
    Move.REOPEN: (frozenset({State.ANSWERED, State.REFERRED, State.CLOSED}), State.REOPENED),
}
# The clock runs in these: the office owes an answer.
OWED = frozenset({State.RECEIVED, State.ACKNOWLEDGED, State.EXAMINING, State.REOPENED})
# Nothing more is done in this one unless the citizen reopens it.
DONE = frozenset({State.CLOSED})


def after(state: State, move: Move) -> State:
    """The state that `move` leads to from `state`. Raises `MoveNotAllowed`."""
    start, end = MOVES[move]
    if state not in start:
        raise MoveNotAllowed(state, move)
    return end


def allowed(state: State) -> set[Move]:
    """The moves that start from `state`."""
    return {move for move, (start, _end) in MOVES.items() if state in start}


def can_add(state: State) -> bool:
    """Whether the citizen may add to the message: as long as an answer is owed.

    Afterwards the citizen's words reopen it, so that they are never left unanswered.
    """
    return state in OWED


def may_see_person(handler_id: int | None, officer_id: int | None) -> bool:
    """Whether an officer sees who wrote: only the one who has taken the message up.

    Personal Data Protection Act B.E. 2562 s.37(1): no wider access than the work needs.
    """
    return handler_id is not None and handler_id == officer_id
