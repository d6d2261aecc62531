"""How it ended is asked by LINE; whom LINE does not reach was not asked, and is asked otherwise."""

from dataclasses import replace

import pytest

from tests.support import line as fake
from tests.support.bad_service import status
from webapp.complaints import service
from webapp.complaints.models import ComplaintClosing
from webapp.complaints.service import line as people
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.transaction import transaction
from webapp.surveys import service as surveys

MAIL = "citizen@example.org"


@pytest.fixture
def api():
    with fake.line_service() as api:
        yield api


@pytest.fixture
def config(config, api):
    return replace(config, LINE_API_URL=api.address, LINE_DATA_URL=api.address, **fake.SETTINGS)


@pytest.fixture
def linked(file, app):
    """A message whose person hears by LINE, and gave an e-mail address too, answered."""
    file(email=MAIL)
    with transaction():
        people.link(people.meet("U1", "en"), service.complaint_by_id(1))
    service.answer(1, 1, "Mended.")
    outbox.drain()
    return app.config["SECRET_KEY"]


def closing() -> ComplaintClosing:
    db.session.expire_all()
    return db.session.get(ComplaintClosing, 1)


def night() -> None:
    service.ask_again()
    outbox.drain()


def test_four_weeks_later_whom_line_does_not_reach_is_not_noted_as_asked(
    linked, api, clock, posted
):
    service.close(1, 1)
    outbox.drain()
    assert "/complaints/closing/" in fake.said(api)[-1]
    clock.advance(days=28)
    api.plan = [status(404)]
    night()
    assert closing().asked_again_at is None
    clock.advance(days=1)
    night()
    assert closing().asked_again_at is not None
    [letter] = posted(MAIL)
    assert "/complaints/closing/" in letter.get_content()


def test_on_closing_whom_line_does_not_reach_is_asked_by_the_letter_that_goes_instead(
    linked, api, posted
):
    api.plan = [status(404)]
    service.close(1, 1)
    letters = posted(MAIL)
    assert "/complaints/closing/" in letters[-1].get_content()
    assert surveys.may_ask("line:U1", linked), "who was not asked there may still be"
    assert not surveys.may_ask(f"mail:{MAIL}", linked)


def test_with_no_other_way_the_page_asks_and_not_before_it_is_opened(file, app, api, clock):
    file()
    with transaction():
        people.link(people.meet("U1", "en"), service.complaint_by_id(1))
    service.answer(1, 1, "Mended.")
    outbox.drain()
    api.plan = [status(404)]
    service.close(1, 1)
    outbox.drain()
    assert closing().asked_on is None
    clock.advance(days=28)
    night()
    assert closing().asked_on is None
