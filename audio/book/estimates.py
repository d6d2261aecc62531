"""How long a book plays and takes to make, before it is made."""

from audio.script import passages
from thai_text.outline import Document

# Measured with the default voice on laws of 3,000 to 600,000 letters: 140 times on a busy machine
# of two cores, 400 on an idle one.
LETTERS_A_SECOND = 9.7
TIMES_REAL_TIME = 200.0
SECONDS_TO_START = 4.0


def estimate_duration(document: Document, speed: float = 1.0) -> float:
    """Return about how many seconds the document plays with the default voice at `speed`."""
    return sum(passage.letters for passage in passages(document)) / LETTERS_A_SECOND / speed


def estimate_seconds(document: Document, speed: float = 1.0) -> float:
    """Return about how many seconds the default voice needs to make the document's sound."""
    return SECONDS_TO_START + estimate_duration(document, speed) / TIMES_REAL_TIME
