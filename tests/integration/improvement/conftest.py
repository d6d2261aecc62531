"""An officer signed in, and an improvement proposed through the form."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.page import PageClient
from webapp.accounts import service as accounts

Propose = Callable[..., str]
FACTS = {
    "title": "หนังสือเสียงเร็วขึ้น",
    "asked": "ขอให้มีหนังสือเสียงในวันที่ประกาศ",
    "work": "ทำหนังสือเสียงโดยอัตโนมัติ",
    "urgent": "2",
    "important": "3",
    "bureau": "technology",
}


@pytest.fixture
def officer(app, clock) -> PageClient:
    secret = app.config["SECRET_KEY"]
    email = "officer@example.org"
    accounts.accept_invitation(accounts.create_staff(email, secret), secret, "a long password")
    officer = PageClient(app.test_client())
    officer.post("/en/account/sign-in", {"email": email, "password": "a long password"})
    return officer


@pytest.fixture
def propose(officer) -> Propose:
    """Propose an improvement; gives the address of its page for officers."""

    def propose(query: str = "", **facts: Any) -> str:
        page = "/en/staff/improvements/new"
        officer.post(page + query, {**FACTS, **facts}, form_page=page + query)
        return officer.path

    return propose
