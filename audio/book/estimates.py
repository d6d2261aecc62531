"""How long a book plays and takes to make, before it is made."""

from audio.script import passages
from thai_text.outline import Document

# Measured with the default voice on eight laws drawn by lot: 8.2 to 9.5 letters a second, 9.1 in
# all; texts full of numbers, which are longer said than written, have 7.5. With MP3, 206 to 250
# seconds of sound in one of the processor's time; by the clock a busy machine takes longer.
LETTERS_A_SECOND = 9.1
TIMES_REAL_TIME = 235.0
SECONDS_TO_START = 4.0


def estimate_duration(document: Document, speed: float = 1.0) -> float:
    """Return about how many seconds the document plays with the default voice at `speed`."""
    return sum(passage.letters for passage in passages(document)) / LETTERS_A_SECOND / speed


def estimate_seconds(document: Document, speed: float = 1.0) -> float:
    """Return about how many seconds the default voice needs to make the document's sound."""
    return SECONDS_TO_START + estimate_duration(document, speed) / TIMES_REAL_TIME
