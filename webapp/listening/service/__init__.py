"""The door of listening: ask for a form of a document, make it, list what is ready."""

from webapp.listening.rules.forms import FormState
from webapp.listening.service.forms import (
    FormNotReady,
    Sound,
    audio_books,
    give_up,
    make_sound,
    request_missing,
    request_sound,
    sound_file,
    sound_of,
)

__all__ = [
    "FormNotReady", "FormState", "Sound", "audio_books", "give_up", "make_sound",
    "request_missing", "request_sound", "sound_file", "sound_of",
]  # fmt: skip
