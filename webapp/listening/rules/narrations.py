"""Recordings by people: their course, what they may be, which text they read. Plain Python."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

MOST_BYTES = 200_000_000
# Seconds. A section longer than this is read in several sittings and joined by the reader.
SHORTEST, LONGEST = 1.0, 30 * 60.0
RATES = range(8_000, 48_001)
# What libsndfile calls the kinds of file that are taken.
FILE_KINDS = frozenset({"WAV", "WAVEX", "FLAC", "OGG", "MP3"})
MAX_CREDIT = 100
INVITATION_LASTS = timedelta(days=60)


class NarrationState(StrEnum):
    """Where a recording is on its way into the sound of a document."""

    ALIGNING = "aligning"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    GONE = "gone"  # its text left the document before it could be put in step


# In these the file is kept; in all others nobody may hear it any more.
HELD = (NarrationState.ALIGNING, NarrationState.WAITING, NarrationState.ACCEPTED)
# Sounds of the document were made with a recording that is, or was, in these.
HEARD = (NarrationState.ACCEPTED, NarrationState.REPLACED)


def text_key(lines: Iterable[str]) -> str:
    """What tells the text of a section from any other; a section unchanged in a new version keeps
    it, and so its recording."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
