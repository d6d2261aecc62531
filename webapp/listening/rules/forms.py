"""How far a form is, who waits for it, and how long making and playing it takes. Plain Python."""

from datetime import timedelta
from enum import IntEnum, StrEnum

from audio.book import LETTERS_A_SECOND, SECONDS_TO_START, TIMES_REAL_TIME
from webapp.listening.rules.kinds import ONLINE_VOICES, SOUNDS, USUAL_SPEED, FormKind, Variant


class FormState(StrEnum):
    """How far a form of a document is."""

    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"


class Urgency(IntEnum):
    """Who waits for a form; the lower goes first."""

    ASKED = 0  # a visitor waits for it now
    NEW = 1  # its document has just been published
    BACKGROUND = 2  # nobody has asked; the service fills its shelves


class Failure(StrEnum):
    """Why a form could not be made; pages say it in words."""

    VOICE = "voice"  # the voice cannot speak here and now
    PRINT = "print"  # the libraries that set print are not on this machine
    LONG = "long"  # a text for a shelf of volumes of large print, not for one file
    DISK = "disk"  # the disk takes no more
    FAULT = "fault"  # a fault of the service, noted for the office


# A form is tried so often; each time it waits longer.
MOST_ATTEMPTS = 3
_FIRST_WAIT = timedelta(minutes=5)
# A voice that did not answer is asked for the same form again after so long.
VOICE_REST = timedelta(minutes=30)
# Braille and plain files are made in some thousandths of a second a page.
_LETTERS_A_SECOND_OF_WORK = 20_000
_SECONDS_TO_PACK = 2.0


def wait_before_next(attempts: int) -> timedelta:
    """How long a form rests after so many attempts that failed."""
    return _FIRST_WAIT * 2 ** (attempts - 1)


def is_stand_in(asked: str, spoken_by: str) -> bool:
    """Whether a sound is read for the voice that was asked for, which did not answer and may answer
    another time. A voice of this machine that cannot read a text never will."""
    return asked in ONLINE_VOICES and spoken_by not in ("", asked)


def playing_seconds(characters: int, speed: int = USUAL_SPEED) -> float:
    """About how many seconds a text of so many characters plays, `speed` in per cent."""
    return characters / LETTERS_A_SECOND * 100 / speed


def making_seconds(kind: FormKind, variant: Variant, characters: int) -> float:
    """About how many seconds making a form takes, with the default voice where it is a sound."""
    if kind not in SOUNDS:
        return _SECONDS_TO_PACK + characters / _LETTERS_A_SECOND_OF_WORK
    spoken = playing_seconds(characters, variant.speed or USUAL_SPEED)
    return SECONDS_TO_START + spoken / TIMES_REAL_TIME
