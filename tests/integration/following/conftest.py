"""The service through which browsers are told, on this machine."""

from collections.abc import Iterator

import pytest

from tests.support import bad_service


@pytest.fixture
def pushes() -> Iterator[bad_service.BadService]:
    """What takes messages to browsers; `pushes.plan` says how it misbehaves next."""
    with bad_service.bad_service(bad_service.status(201, b"")) as pushes:
        yield pushes
