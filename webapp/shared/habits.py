"""What features tell of people's habits, for figures alone: who is a key, never an address."""

from typing import NamedTuple


class Habit(NamedTuple):
    """That somebody does something: `whose` is "follower:3", `trait` is "channel:line".

    `whose` names a row of the feature that tells it. Words, names and addresses are in neither.
    """

    whose: str
    trait: str
