"""Why a file is not taken in."""

from enum import StrEnum

# The largest file; the form that brings it may be a little larger (MAX_CONTENT_LENGTH).
MAX_BYTES = 24 * 1024 * 1024
MAX_PAGES = 2_000
# What a packed file may hold once unpacked: a bomb unpacks to thousands of times its size.
MAX_UNPACKED = 200 * 1024 * 1024
MAX_CHARACTERS = 5_000_000


class Fault(StrEnum):
    """The reasons for which a file is refused, each with advice of its own on the page."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    UNKNOWN_TYPE = "unknown_type"
    OLD_WORD = "old_word"
    PICTURE = "picture"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    NO_TEXT = "no_text"
    BOMB = "bomb"
    TOO_SLOW = "too_slow"


class FileRefused(Exception):
    """A file cannot be taken in; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault
