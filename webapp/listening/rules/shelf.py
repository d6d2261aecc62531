"""What a public list says of a form of a document, and how it sorts audio books. Plain Python."""

from enum import StrEnum

from webapp.listening.rules.forms import FormState
from webapp.listening.rules.kinds import BRAILLE, FormKind

# Made within a second when somebody opens their address, so they are never missing.
MADE_AT_ONCE = (*BRAILLE, FormKind.TEXT)


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


def standing(kind: FormKind, state: FormState | None, has_file: bool) -> Standing:
    """How a form stands: by its state in the registry (None: no row) and whether it has a file."""
    if has_file:
        return Standing.READY
    if state is FormState.FAILED:
        return Standing.FAILED
    if kind in MADE_AT_ONCE:
        return Standing.AT_ONCE
    return Standing.MAKING if state is FormState.WAITING else Standing.MISSING
