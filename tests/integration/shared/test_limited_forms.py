"""A form that comes too often comes back with its words: the desk's and the readers' forms."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support.page import PageClient
from tests.support.records import keep_law

# More than any limit allows; the loop ends at the limit.
ENOUGH = 150


@pytest.fixture
def config(config):
    """The same site with its rate limits on."""
    return replace(config, RATE_LIMITS=True)


def narration(officer: PageClient) -> str:
    """The address of a reader's form for a recording."""
    shown = officer.post(f"/en/staff/narrations/documents/{keep_law().public_id}")
    link = shown.select_one("main a[href*='/narrate/']")["href"]
    return f"/en/narrate/{link.rpartition('/')[2]}/s3"


def sign_language(_officer: PageClient) -> str:
    """The address of the desk's form for a video."""
    return f"/en/staff/sign-language/{keep_law().public_id}"


def upload(_officer: PageClient) -> str:
    """The address of the desk's form for a document."""
    return "/en/staff/documents/new"


@pytest.mark.parametrize(
    ("address", "field", "file"),
    [
        (narration, "credit", "recording"),
        (sign_language, "video_title", "video"),
        (upload, "title", "file"),
    ],
)
def test_what_was_typed_outlives_the_limit_and_the_file_is_asked_for_again(
    officer, address: Callable[[PageClient], str], field, file
):
    path = address(officer)
    token = officer.get(path).select_one("main [name=csrf_token]")["value"]
    for _time in range(ENOUGH):
        # Without its file nothing is taken, so that the form is all that comes back.
        if officer.client.post(path, data={"csrf_token": token}).status_code == 429:
            break
    sent = {"csrf_token": token, field: "ชื่อที่พิมพ์ไว้", file: (io.BytesIO(b"x"), "file.bin")}
    stopped = officer.client.post(path, data=sent)
    assert stopped.status_code == 429
    assert 'value="ชื่อที่พิมพ์ไว้"' in stopped.text
    assert "Too many messages came" in stopped.text
    assert "Choose the file again" in stopped.text
