"""A Monday, and a request for another form sent on it."""

import pytest

from tests.integration.listening.asking import ASKED, MONDAY


@pytest.fixture
def monday(clock):
    clock.moment = MONDAY
    return clock


@pytest.fixture
def ask(page, monday):
    """Ask through the form; gives the receipt code that was shown."""

    def ask(start="", query="", **typed):
        receipt = page.post(f"{start}/forms/request{query}", {**ASKED, **typed})
        assert page.path == f"{start}/forms/request/receipt"
        return receipt.select_one(".receipt").text

    return ask
