"""Files far too large cost nobody the words that were typed beside them."""

import os
from collections.abc import Callable
from typing import IO, Any

from flask import Blueprint, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import parse_form_data
from werkzeug.wrappers import Response

from webapp.shared import error_pages
from webapp.shared.errors import ServiceError
from webapp.shared.kept_forms import pass_the_doors

Answer = tuple[str, int] | Response
# Bytes beyond what a form takes. Up to here a request is read to its end for the words in it, its
# files thrown away unkept: a phone's film of a quarter of an hour. Larger ones are refused unread.
MAX_SALVAGE = 500 * 1000 * 1000


def take_large_files(
    bp: Blueprint,
    most_bytes: Callable[[], int],
    forms: dict[str, Callable[[MultiDict[str, str]], str]],
) -> None:
    """Let forms of `bp` take `most_bytes()` in all, and outlive more than that.

    `most_bytes` is far more than the files may have, so that most of those too large are refused in
    words beside their field. `forms`: by endpoint, what renders the form with what was typed and
    the refusal.
    """

    @bp.url_value_preprocessor
    def read_large_requests(asked: str | None, _values: object) -> None:
        """Runs before the CSRF check reads the form, which a `before_request` would not."""
        if asked in forms:
            request.max_content_length = most_bytes()

    @bp.teardown_request
    def let_go_of_files(_error: BaseException | None) -> None:
        """A file too large for memory is a temporary one, which goes when it is closed."""
        request.close()

    @bp.errorhandler(RequestEntityTooLarge)
    def keep_beside_large_files(error: RequestEntityTooLarge) -> Answer:
        """The form again with all that was typed, where the words can be had from what was sent."""
        try:
            # So large a request is refused before they were asked.
            pass_the_doors(bp.name)
            show_again = forms.get(request.endpoint or "")
            typed = _words_alone(most_bytes()) if show_again else None
            if show_again is None or typed is None:
                return error_pages.show_http_error(error)
            return show_again(typed), 413
        except ServiceError as refusal:
            return error_pages.refuse(refusal)


def _words_alone(most_bytes: int) -> MultiDict[str, str] | None:
    """What was typed into a form that came with too much; None where that is too much to read."""
    if (request.content_length or 0) <= most_bytes:
        # The words themselves are too many, and some of them are read and gone.
        return None
    try:
        _stream, typed, files = parse_form_data(
            request.environ,
            stream_factory=_nowhere,
            max_form_memory_size=request.max_form_memory_size,
            max_content_length=most_bytes + MAX_SALVAGE,
            max_form_parts=request.max_form_parts,
        )
    except RequestEntityTooLarge:
        return None
    for file in files.values():
        file.close()
    return typed


def _nowhere(*_file: Any, **_more: Any) -> IO[bytes]:
    return open(os.devnull, "r+b")
