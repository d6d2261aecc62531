"""A Document as a book for the ears: an MP3, a ZIP of MP3s, DAISY 2.02 or EPUB 3 with sound."""

from audio.book.estimates import (
    LETTERS_A_SECOND,
    SECONDS_TO_START,
    TIMES_REAL_TIME,
    estimate_duration,
    estimate_seconds,
)
from audio.book.key import form_key
from audio.book.making import FORMATS, Book, make_book

__all__ = [
    "FORMATS",
    "LETTERS_A_SECOND",
    "SECONDS_TO_START",
    "TIMES_REAL_TIME",
    "Book",
    "estimate_duration",
    "estimate_seconds",
    "form_key",
    "make_book",
]
