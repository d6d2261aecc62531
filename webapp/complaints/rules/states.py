"""The course of a message through the office: its states, and the moves between them."""

from enum import StrEnum


class State(StrEnum):
    """Where a message is."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    REFERRED = "referred"
    OUT_OF_MANDATE = "out_of_mandate"
    EXAMINING = "examining"
    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What takes a message from one state to the next."""

    ACKNOWLEDGE = "acknowledge"
    ACCEPT = "accept"
    REFER = "refer"
    DECLINE = "decline"
    EXAMINE = "examine"
    ASK = "ask"
    HEAR = "hear"
    ANSWER = "answer"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"


class MoveNotAllowed(Exception):
    """The move does not start from this state; `state` and `move` say which."""

    def __init__(self, state: State, move: Move) -> None:
        super().__init__(f"{move.value} from {state.value}")
        self.state, self.move = state, move


# To be decided: is it ours?
UNDECIDED = frozenset({State.ACKNOWLEDGED, State.REOPENED})
# The office works on it.
IN_WORK = frozenset({State.ACCEPTED, State.EXAMINING})
# The clock runs in these: the office owes an answer.
RUNNING = frozenset({State.RECEIVED}) | UNDECIDED | IN_WORK
# An answer is owed, though the clock stands still while the citizen is asked.
OWED = RUNNING | {State.WAITING}
# The office has told how it ends; only the citizen can say that it was not answered.
ENDED = frozenset({State.ANSWERED, State.REFERRED, State.OUT_OF_MANDATE, State.CLOSED})

# The published procedure: each move, the states that it starts from, the state that it leads to.
MOVES: dict[Move, tuple[frozenset[State], State]] = {
    Move.ACKNOWLEDGE: (frozenset({State.RECEIVED}), State.ACKNOWLEDGED),
    Move.ACCEPT: (UNDECIDED, State.ACCEPTED),
    Move.REFER: (UNDECIDED | IN_WORK, State.REFERRED),
    Move.DECLINE: (UNDECIDED | IN_WORK, State.OUT_OF_MANDATE),
    Move.EXAMINE: (frozenset({State.ACCEPTED}), State.EXAMINING),
    Move.ASK: (frozenset({State.EXAMINING}), State.WAITING),
    # The citizen wrote, or the office goes on without.
    Move.HEAR: (frozenset({State.WAITING}), State.EXAMINING),
    Move.ANSWER: (frozenset({State.EXAMINING, State.REFERRED}), State.ANSWERED),
    Move.CLOSE: (frozenset({State.ANSWERED, State.REFERRED, State.OUT_OF_MANDATE}), State.CLOSED),
    Move.REOPEN: (ENDED, State.REOPENED),
    # The citizen takes it back; nobody else can.
    Move.WITHDRAW: (OWED, State.WITHDRAWN),
}
# A quick answer is still an accepted and examined one: what lies between is noted with it.
_ON_THE_WAY = {State.ACKNOWLEDGED: Move.ACCEPT, State.REOPENED: Move.ACCEPT,
               State.ACCEPTED: Move.EXAMINE}  # fmt: skip


def after(state: State, move: Move) -> State:
    """The state that `move` leads to from `state`. Raises `MoveNotAllowed`."""
    start, end = MOVES[move]
    if state not in start:
        raise MoveNotAllowed(state, move)
    return end


def way_to(state: State, move: Move) -> list[Move]:
    """The moves from `state` up to and with `move`, accepting and examining on the way.

    Raises `MoveNotAllowed`.
    """
    moves: list[Move] = []
    reached = state
    while reached not in MOVES[move][0]:
        step = _ON_THE_WAY.get(reached)
        if step is None:
            raise MoveNotAllowed(state, move)
        moves.append(step)
        reached = after(reached, step)
    return [*moves, move]


def allowed(state: State) -> set[Move]:
    """The moves that start from `state`."""
    return {move for move, (start, _end) in MOVES.items() if state in start}


def within_reach(state: State) -> set[Move]:
    """The moves that an officer may ask for in `state`, those with steps on the way included."""
    reached = set()
    for move in Move:
        try:
            way_to(state, move)
        except MoveNotAllowed:
            continue
        reached.add(move)
    return reached


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
