"""How long making a sound takes and how long it plays, before it is made. Plain Python."""

from enum import StrEnum

from audio.book import LETTERS_A_SECOND, SECONDS_TO_START, TIMES_REAL_TIME


class FormState(StrEnum):
    """How far a form of a document is."""

    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"


def playing_seconds(characters: int) -> float:
    """About how many seconds a text of so many characters plays."""
    return characters / LETTERS_A_SECOND


def making_seconds(characters: int) -> float:
    """About how many seconds the default voice needs to make it."""
    return SECONDS_TO_START + playing_seconds(characters) / TIMES_REAL_TIME
