"""LINE's service on this machine, for every feature that speaks with people there."""

from collections.abc import Iterator

import pytest

from tests.support.bad_service import BadService
from tests.support.line import line_service


@pytest.fixture
def api() -> Iterator[BadService]:
    """What answers as LINE does; `api.address` is a LINE_API_URL."""
    with line_service() as api:
        yield api
