"""What a profile tells of a group, and what it says of the first ones before its first review.

The list of groups itself is kept by officers (`webapp.groups`). The first words are our own.
"""

from enum import StrEnum

from webapp.profiles.rules.future import FUTURE
from webapp.profiles.rules.present import PRESENT


class Part(StrEnum):
    """What a profile tells of a group, in the order in which it is read."""

    WHO = "who"
    NEEDS = "needs"
    EXPECTATIONS = "expectations"
    CHANNELS = "channels"
    FORMS = "forms"
    WORK = "work"


_FIRST = {one.key: one.parts for one in (*PRESENT, *FUTURE)}


def first_words(key: str, part: Part, language: str) -> str:
    """What the profile of a group says of a part before anybody has reviewed it, in "th" or "en";
    "" for a group that officers put on the list."""
    if key not in _FIRST:
        return ""
    found = _FIRST[key][list(Part).index(part)]
    return found[0] if language == "th" else found[1]
