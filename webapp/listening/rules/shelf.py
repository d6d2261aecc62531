"""What a public list says of a form of a document, and how it sorts audio books. Plain Python."""

from enum import StrEnum

from webapp.listening.rules.forms import FormState
from webapp.listening.rules.kinds import BRAILLE, FormKind

# Made within a second when somebody opens their address, where the text is not too long for it.
MADE_AT_ONCE = (*BRAILLE, FormKind.TEXT)
# A longer text takes longer than a page may: its forms go into the queue like all others.
MOST_CHARACTERS_AT_ONCE = 150_000


class Standing(StrEnum):
    """How a form of a document stands on the public list."""

    READY = "ready"
    AT_ONCE = "at-once"
    MAKING = "making"
    FAILED = "failed"
    MISSING = "missing"


class Length(StrEnum):
    """How long an audio book plays."""

    SHORT = "short"
    MIDDLE = "middle"
    LONG = "long"


# Seconds: from, and up to but not with.
LENGTHS: dict[Length, tuple[float, float]] = {
    Length.SHORT: (0, 15 * 60),
    Length.MIDDLE: (15 * 60, 60 * 60),
    Length.LONG: (60 * 60, float("inf")),
}


class Reader(StrEnum):
    """Who reads an audio book."""

    PERSON = "person"
    COMPUTER = "computer"


def is_made_at_once(kind: FormKind, characters: int) -> bool:
    """Whether a form of a text of so many characters is made while its visitor waits."""
    return kind in MADE_AT_ONCE and characters <= MOST_CHARACTERS_AT_ONCE


def standing(kind: FormKind, state: FormState | None, has_file: bool, characters: int) -> Standing:
    """How a form of a text of so many characters stands: by its state in the registry (None: no
    row) and whether it has a file."""
    if has_file:
        return Standing.READY
    if state is FormState.FAILED:
        return Standing.FAILED
    if is_made_at_once(kind, characters):
        return Standing.AT_ONCE
    return Standing.MAKING if state is FormState.WAITING else Standing.MISSING
