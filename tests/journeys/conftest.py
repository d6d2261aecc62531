"""Persons who come to the site: with and without JavaScript, in Thai and in English."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.listener import Listener
from tests.journeys.newcomer import Newcomer
from tests.support.axe import require_axe
from tests.support.browser import chromium
from tests.support.orca import Reader, orca


@pytest.fixture
def downloads(tmp_path) -> Path:
    """The folder that the browser saves files to."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def javascript(request) -> bool:
    return request.param == "with JavaScript"


# Two lanes side by side, one a language: a screen reader should not wait for another one.
@pytest.fixture(
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("th", "en")]
)
def language(request) -> str:
    return request.param


@pytest.fixture
def newcomer(site, language, javascript, downloads) -> Iterator[Newcomer]:
    """A person with a keyboard and a browser of her own."""
    try:
        require_axe()
        with chromium(javascript, downloads) as driver:
            yield Newcomer(driver, site, language, javascript)
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture
def scripts() -> bool:
    """Whether the screen reader's browser runs scripts; a module of journeys without says so."""
    return True


@pytest.fixture
def reader(language, scripts, downloads) -> Iterator[Reader]:
    """The screen reader Orca with a browser of its own, speaking the language of the journey."""
    try:
        with orca(language, downloads, scripts) as reader:
            yield reader
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture
def listener(request, reader, site, language) -> Listener:
    """A listener whose transcript is compared at the end of a journey that went well."""
    journey = request.node.originalname.removeprefix("test_")
    return Listener(reader, site, language, journey)
