"""The groups that the office serves: those of its mission, and those wanted in the future.

Sources: the Secretariat's self-assessment, PMQA 4.0 category 3, points 3.1 to 3.4, names members,
committees, citizens, blind people, the people's network, complainants, outside agencies and its own
staff; its plan, activity 2.1, asks for ผู้รับบริการที่พึงมีในอนาคต without naming any: those are our
proposal. What each profile says at first is our own too, until officers review it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from webapp.profiles.rules.future import FUTURE
from webapp.profiles.rules.present import PRESENT
from webapp.profiles.rules.words import FirstWords


class Part(StrEnum):
    """What a profile tells of a group, in the order in which it is read."""

    WHO = "who"
    NEEDS = "needs"
    EXPECTATIONS = "expectations"
    CHANNELS = "channels"
    FORMS = "forms"
    WORK = "work"


@dataclass(frozen=True)
class Group:
    """A group of people: its key in addresses, what its profile says at first, and whether it is
    one that the office wants to serve in the future."""

    key: str
    words: FirstWords
    is_future: bool

    def first(self, part: Part, language: str) -> str:
        """What its profile says of a part before anybody has reviewed it, in "th" or "en"."""
        found = self.words.parts[list(Part).index(part)]
        return found[0] if language == "th" else found[1]


def _groups(words: Sequence[FirstWords], is_future: bool) -> dict[str, Group]:
    return {one.key: Group(one.key, one, is_future) for one in words}


GROUPS: dict[str, Group] = _groups(PRESENT, False) | _groups(FUTURE, True)
