"""What the tests of complaints share: a message sent through the form, and an officer signed in."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.page import PageClient
from webapp.complaints.models import Complaint
from webapp.extensions import db

Send = Callable[..., str]


@pytest.fixture
def send(page: PageClient, clock) -> Send:
    """Send a message through the form as a citizen; gives the receipt code that was shown."""

    def send(start: str = "", **typed: Any) -> str:
        data = {"kind": "complaint", "message": "ลิฟต์อาคารสุขประพฤติเสียมาสามวันแล้ว", **typed}
        receipt = page.post(f"{start}/complaints/new", data)
        assert page.path == f"{start}/complaints/receipt"
        return receipt.select_one(".receipt").text

    return send


@pytest.fixture
def only_one(app) -> Callable[[], Complaint]:
    """The one message in the database, as it is now."""

    def only_one() -> Complaint:
        db.session.expire_all()
        return db.session.query(Complaint).one()

    return only_one
