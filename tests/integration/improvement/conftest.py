"""A member of the board signed in, and an improvement proposed through the form."""

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
def officer(officer: PageClient) -> PageClient:
    """An officer who is on the board for service improvement."""
    accounts.keep_on_board_by_email("officer@example.org", True)
    return officer


@pytest.fixture
def propose(officer, clock) -> Propose:
    """Propose an improvement; gives the address of its page for officers."""

    def propose(query: str = "", **facts: Any) -> str:
        page = "/en/staff/improvements/new"
        officer.post(page + query, {**FACTS, **facts}, form_page=page + query)
        return officer.path

    return propose
