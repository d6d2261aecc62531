"""LINE's webhook: each event heard once and answered, whatever LINE, a worker or a forger does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support import line as fake
from tests.support.bad_service import reset, status
from tests.support.sample_site import MOMENT
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.line import hearing
from webapp.shared.line.hearing import LineHearing

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def config(config, api):
    return replace(config, LINE_API_URL=api.address, LINE_DATA_URL=api.address, **fake.SETTINGS)


@pytest.fixture
def tell(page):
    """LINE tells what happened, as it stands; the status of our answer."""

    def tell(told, address="/line"):
        body, signature = told
        headers = {"X-Line-Signature": signature}
        return page.client.post(address, data=body, headers=headers).status_code

    return tell


def kept():
    db.session.expire_all()
    return db.session.query(LineHearing).all()


def test_an_event_told_again_is_answered_once_and_its_writer_forgotten(tell, api):
    told = fake.told(fake.wrote("U1", "hello"))
    assert [tell(told), tell(told, "/following/line")] == [200, 200]
    assert kept()[0].user == "U1"
    assert outbox.drain() == 1
    assert [one.path for one in api.asked] == ["/v2/bot/message/reply"]
    assert [(one.user, one.answer, one.reply_token) for one in kept()] == [(None, None, None)]


def test_what_was_recorded_and_is_sent_again_later_changes_nothing(tell, api, clock):
    told = fake.told(fake.wrote("U1", "hello"))
    clock.advance(days=15)
    assert tell(told) == 200
    hearing.tidy()
    assert kept() == []


def test_an_answer_too_late_to_be_free_is_pushed(tell, api, clock):
    tell(fake.told(fake.wrote("U1", "hello")))
    clock.advance(seconds=90)
    outbox.drain()
    [pushed] = api.asked
    assert (pushed.path, pushed.json["to"]) == ("/v2/bot/message/push", "U1")


def test_an_answer_whose_token_line_refuses_is_pushed(tell, api):
    well = api.plan[0]
    api.plan = [status(400), well]
    tell(fake.told(fake.wrote("U1", "hello")))
    outbox.drain()
    assert [one.path.rpartition("/")[2] for one in api.asked] == ["reply", "push"]
    assert kept()[0].answer is None


@pytest.mark.parametrize("trouble", [status(500), status(429), reset])
def test_an_answer_waits_while_line_is_out_of_order(tell, api, clock, trouble):
    well = api.plan[0]
    api.plan = [trouble]
    tell(fake.told(fake.wrote("U1", "hello")))
    assert outbox.drain() == 0
    api.plan = [well]
    clock.advance(minutes=5)
    assert outbox.drain() == 1
    assert kept()[0].answer is None


def test_a_group_is_not_answered_as_others_would_read_it(tell, api):
    source = {"type": "group", "groupId": "G", "userId": "U1"}
    assert tell(fake.told(fake.wrote("U1", "hello", source=source))) == 200
    assert kept() == []


def test_what_cannot_be_heard_is_asked_for_again_and_holds_up_nothing(tell, app, monkeypatch):
    [first, *_others] = app.extensions["line_hearers"]
    well = first.hear

    def hear(event, hearing_id):
        if event.text == "bad":
            raise ZeroDivisionError
        return well(event, hearing_id)

    told = fake.told(fake.wrote("U1", "bad"), fake.wrote("U2", "hello"))
    monkeypatch.setattr(first, "hear", hear)
    assert tell(told) == 503
    assert [one.user for one in kept()] == ["U2"]
    monkeypatch.undo()
    assert tell(told) == 200
    assert [one.user for one in kept()] == ["U2", "U1"]


def test_what_line_did_not_sign_or_no_one_would_write_is_not_heard(tell):
    assert tell(fake.told(fake.wrote("U1", "hello"), secret="guessed")) == 403
    assert tell((b"x" * 1_000_001, "")) == 413
    old = fake.told(fake.wrote("U1", "hello"), at=MOMENT - timedelta(days=30))
    assert tell(old) == 200
    assert kept() == []
