"""The walk through the site is made once a session for all tests of this folder."""

import pytest

from tests.support.axe import require_axe
from tests.support.public_pages import WITH_QUERY, in_english, walk


@pytest.fixture(scope="session")
def paths(site) -> list[str]:
    """The addresses of every public page, each in Thai and in English."""
    thai = [*walk(site.app).paths(), *WITH_QUERY]
    return [address for path in thai for address in (path, in_english(path))]


@pytest.fixture(scope="session")
def axe_core():
    """axe-core's file; tests are skipped where it is not installed."""
    try:
        return require_axe()
    except LookupError as missing:
        pytest.skip(str(missing))
