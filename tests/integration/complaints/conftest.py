"""What the tests of complaints share: a message sent through the form, and an officer signed in."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.letters import letters_in
from tests.support.page import PageClient
from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.models import Complaint
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.shared import outbox

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


@pytest.fixture
def file(app, clock):
    """Keep a message and take it up as the only officer; gives its id."""
    vault = service.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    accounts.create_staff("officer@example.org", "test")

    def file(**other):
        filing = {"kind": Kind.COMPLAINT, "message": "ลิฟต์เสีย", "language": "en", **other}
        filed, _code = service.file_complaint(service.Filing(**filing), "test", vault)
        service.take_up(filed.id, 1)
        return filed.id

    return file


@pytest.fixture
def posted(config):
    def posted(to=None):
        """Every letter that has gone out, or those to one address."""
        outbox.drain()
        letters = letters_in(config.INSTANCE_DIR)
        return [letter for letter in letters if to is None or letter["To"] == to]

    return posted
