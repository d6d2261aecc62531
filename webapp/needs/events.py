"""What needs announce, inside the transaction that did it; every id is a database id."""

from blinker import Signal

need_heard = Signal("need_id: a new need is in the register")
need_answered = Signal("need_id, reply_id: the office told the person something")
need_heard_again = Signal("need_id, times: a need was heard again; how often in all")
need_left = Signal(
    "need_id, origin, ref: what was noted there left the register, as it is no need or was taken "
    "back; under: the numbers of the needs that stood under it"
)
