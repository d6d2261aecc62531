"""What a browser keeps for surveys: a random word in the person's place, and when it was asked.

The word is sent to nobody else and kept nowhere here: it goes into keyed hashes only, another one
for each survey, so that answers to two surveys cannot be laid side by side. Of addresses that were
given in it, or to which a letter went that was opened in it, it keeps keyed hashes, so that the one
cap holds for both.
"""

import secrets
from dataclasses import dataclass, field
from datetime import date

from flask import after_this_request, current_app, request
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from webapp.surveys.rules import cap

COOKIE = "surveys"
TAKEN_ALONG = "survey_taken"
ENVIRON_KEY = "siang.survey_browser"
# Seconds: an hour, as one comes back to the page of a document after its file.
TAKEN_LASTS = 3600
# Seconds: a survey stays open for a year at most in practice.
LASTS = 366 * 24 * 3600
# Of so many addresses the latest: a device of several people does not fill up.
MOST_KNOWN = 4


@dataclass
class Browser:
    """The random word of a browser, the day on which a survey was last put to it, and the keyed
    hashes of the addresses that it is known with."""

    person: str
    asked_on: date | None
    known: list[str] = field(default_factory=list)

    @property
    def letters(self) -> list[str]:
        """What stands for the readers of letters to the addresses that it is known with."""
        return [cap.by_letter(key) for key in self.known]

    @property
    def people(self) -> list[str]:
        """All who may have answered in it."""
        return [self.person, *self.letters]


def present() -> Browser:
    """What this browser has kept, with what the present request has put to it; a new word where it
    has kept nothing that is ours."""
    if ENVIRON_KEY not in request.environ:
        request.environ[ENVIRON_KEY] = _read()
    held: Browser = request.environ[ENVIRON_KEY]
    return held


def _read() -> Browser:
    try:
        person, asked, *more = _signed().loads(request.cookies.get(COOKIE, ""))
        known = [str(one) for one in more[0]] if more else []
        return Browser(str(person), date.fromisoformat(asked) if asked else None, known)
    except (BadSignature, ValueError, TypeError):
        return Browser(secrets.token_hex(16), None)


def remember(browser: Browser) -> None:
    """Have the browser keep this from now on."""
    asked = browser.asked_on.isoformat() if browser.asked_on else ""
    value = _signed().dumps([browser.person, asked, browser.known[-MOST_KNOWN:]])

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
