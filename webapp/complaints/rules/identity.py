"""How a person wants to be known to the office."""

from enum import StrEnum


class Identity(StrEnum):
    """Who may know who wrote: every officer of the desk, the one who has it in hand, or nobody."""

    NAMED = "named"
    CONFIDENTIAL = "confidential"
    ANONYMOUS = "anonymous"


def name_is_open(identity: Identity, in_hand: bool) -> bool:
    """Whether an officer sees who wrote; `in_hand`: whether this officer has taken it up.

    Personal Data Protection Act B.E. 2562 s.37(1): no wider access than the work needs. Who writes
    under the own name has said that the desk may know it.
    """
    return in_hand or identity is Identity.NAMED
