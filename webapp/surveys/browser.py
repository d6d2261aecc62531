"""What a browser keeps for surveys: a random word in the person's place, and when it was asked.

The word is sent to nobody else and kept nowhere here: it goes into keyed hashes only, another one
for each survey, so that answers to two surveys cannot be laid side by side.
"""

import secrets
from dataclasses import dataclass
from datetime import date

from flask import after_this_request, current_app, request
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from webapp.shared import clock

COOKIE = "surveys"
TAKEN_ALONG = "survey_taken"
# Seconds: an hour, as one comes back to the page of a document after its file.
TAKEN_LASTS = 3600
# Seconds: a survey stays open for a year at most in practice.
LASTS = 366 * 24 * 3600


@dataclass
class Browser:
    """The random word of a browser, and the day on which a survey was last put to it."""

    person: str
    asked_on: date | None


def present() -> Browser:
    """What this browser has kept; a new word where it has kept nothing that is ours."""
    try:
        person, asked = _signed().loads(request.cookies.get(COOKIE, ""))
        return Browser(str(person), date.fromisoformat(asked) if asked else None)
    except (BadSignature, ValueError, TypeError):
        return Browser(secrets.token_hex(16), None)


def note_asked(browser: Browser) -> None:
    """Have the browser keep that it was asked today."""
    browser.asked_on = clock.today()
    value = _signed().dumps([browser.person, browser.asked_on.isoformat()])

    @after_this_request
    def keep(response: Response) -> Response:
        response.set_cookie(
            COOKIE,
            value,
            max_age=LASTS,
            httponly=True,
            samesite="Lax",
            secure=current_app.config["SESSION_COOKIE_SECURE"],
        )
        return response


def has_taken_along() -> bool:
    """Whether this browser has just taken a document's file along."""
    return TAKEN_ALONG in request.cookies


def note_taken_along(response: Response) -> None:
    """Have the browser remember for an hour that it took a file along, and nothing of which."""
    response.set_cookie(
        TAKEN_ALONG,
        "1",
        max_age=TAKEN_LASTS,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    # A cookie is this browser's own: no cache in between hands it to somebody else.
    response.headers["Cache-Control"] = "private, no-cache"


def _signed() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="survey browser")
