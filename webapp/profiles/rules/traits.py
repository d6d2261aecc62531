"""What of people's habits segments may be made of, and what they may never be. Plain Python.

Nothing is taken that is not listed in ALLOWED. FORBIDDEN says why the rest is not: sensitive data
of the Personal Data Protection Act B.E. 2562 s.26, what gives such data away, what names people.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from webapp.shared.disclosure import FEWEST
from webapp.shared.habits import Habit


class Family(StrEnum):
    """A sort of habit; each weighs the same, however many habits are of it."""

    NEED = "need"
    FORM = "form"
    CHANNEL = "channel"
    PROBLEM = "problem"


ALLOWED = frozenset(
    {
        # Aspects of need (strategic plan 4).
        "need:MANAGEMENT", "need:LAW", "need:TECHNOLOGY", "need:PUBLICITY", "need:STAFF",
        "need:NETWORKS",
        # Whether news is read or listened to. Sound is for everybody and tells of no disability.
        "form:text", "form:sound",
        # Where people speak to the office and hear from it.
        "channel:executives", "channel:telephone", "channel:internet", "channel:email",
        "channel:line", "channel:push", "channel:feed", "channel:staff", "channel:surveys",
        "channel:broadcasts", "channel:activities", "channel:facebook", "channel:in_person",
        "channel:paper",
        # What messages are about: parts of the office's own work.
        "problem:website", "problem:broadcasts", "problem:news", "problem:visits",
        "problem:conduct", "problem:jobs", "problem:building", "problem:letters", "problem:bills",
        "problem:sittings", "problem:library", "problem:purchasing", "problem:planning",
    }
)  # fmt: skip

# Words that no allowed trait may have in its name: a test holds it.
FORBIDDEN: Mapping[str, str] = {
    "braille": "tells of blindness",
    "daisy": "tells of blindness",
    "large": "tells of low vision",
    "simple": "tells of a disability",
    "sign": "tells of deafness",
    "accessible": "tells of a disability",
    "preferences": "how a person reads tells of a disability",
    "relay": "tells of deafness",
    "disability": "sensitive data",
    "health": "sensitive data",
    "religion": "sensitive data",
    "ethnicity": "sensitive data",
    "race": "sensitive data",
    "sex": "sensitive data",
    "union": "sensitive data",
    "criminal": "sensitive data",
    "biometric": "sensitive data",
    "genetic": "sensitive data",
    "party": "political opinion is sensitive data",
    "vote": "political opinion is sensitive data",
    "member": "whom a person follows tells of political opinion",
    "committee": "a committee's matter may be health, religion or politics",
    "petition": "what is asked of the Senate tells of opinions and of troubles",
    "name": "names a person",
    "address": "names a person",
    "account": "names a person",
    "age": "not needed",
    "province": "not needed",
    "language": "not needed",
    "words": "what a person wrote is for its answer",
}


def family_of(trait: str) -> Family:
    """Which sort of habit a trait is of. Raises `ValueError` for none."""
    return Family(trait.partition(":")[0])


def by_person(habits: Iterable[Habit]) -> dict[str, frozenset[str]]:
    """What each person does, of what may be looked at, and of what at least five people do.

    Who has no habit of two different families is left out: one habit alone tells nothing of how
    needs, forms, channels and problems go together.
    """
    held: dict[str, set[str]] = defaultdict(set)
    for whose, trait in habits:
        if trait in ALLOWED:
            held[whose].add(trait)
    counts: dict[str, int] = defaultdict(int)
    for traits in held.values():
        for trait in traits:
            counts[trait] += 1
    kept = {
        whose: frozenset(trait for trait in traits if counts[trait] >= FEWEST)
        for whose, traits in held.items()
    }
    return {
        whose: traits
        for whose, traits in kept.items()
        if len({family_of(trait) for trait in traits}) > 1
    }
