"""The door of listening: ask for a form of a document, make it, list what is ready."""

from webapp.listening.rules.forms import FormState
from webapp.listening.rules.requests import REQUEST_VISIT
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
from webapp.listening.service.request_desk import (
    RequestNotInHand,
    open_request,
    request_queue,
    settle_request,
    take_up_request,
)
from webapp.listening.service.requests import (
    Asking,
    RequestNotFound,
    ask_for_form,
    erase_old_requests,
    find_request,
    request_by_id,
    request_due_day,
    request_letter_mailed,
)

__all__ = [
    "Asking", "REQUEST_VISIT", "RequestNotFound", "RequestNotInHand", "ask_for_form",
    "erase_old_requests", "find_request", "open_request", "request_by_id", "request_due_day",
    "request_letter_mailed", "request_queue", "settle_request", "take_up_request",
    "FormNotReady", "FormState", "Sound", "audio_books", "give_up", "make_sound",
    "request_missing", "request_sound", "sound_file", "sound_of",
]  # fmt: skip
