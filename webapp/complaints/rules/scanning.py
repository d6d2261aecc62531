"""What the scanner of malware has said of a file."""

from enum import StrEnum


class Scan(StrEnum):
    """Not scanned, as the site has no scanner; to be scanned; clean; harmful, and so destroyed."""

    NONE = "none"
    WAITING = "waiting"
    CLEAN = "clean"
    HARMFUL = "harmful"


# What an officer may open.
OPEN = frozenset({Scan.NONE, Scan.CLEAN})
