"""What the tests of needs share: an officer signed in, and needs entered through the form."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.page import PageClient
from webapp.accounts import service as accounts

Enter = Callable[..., int]


@pytest.fixture
def officer(app, clock) -> PageClient:
    secret = app.config["SECRET_KEY"]
    email = "officer@example.org"
    accounts.accept_invitation(accounts.create_staff(email, secret), secret, "a long password")
    officer = PageClient(app.test_client())
    officer.post("/en/account/sign-in", {"email": email, "password": "a long password"})
    return officer


@pytest.fixture
def enter(officer) -> Enter:
    """Enter a need through the officer's form; gives its number."""

    def enter(words: str, **typed: Any) -> int:
        data = {
            "words": words,
            "who": "unknown",
            "channel": "STAFF",
            "aspect": "",
            "bureau": "",
            **typed,
        }
        officer.post("/en/staff/needs/new", data)
        return int(officer.path.rsplit("/", 1)[1])

    return enter
