"""What the tests of needs share: an officer signed in, and needs entered through the form."""

from collections.abc import Callable
from typing import Any

import pytest

Enter = Callable[..., int]


@pytest.fixture
def enter(officer, clock) -> Enter:
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
