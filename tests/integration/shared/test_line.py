"""Messages by LINE, to a service that behaves as it may."""

from dataclasses import replace

import pytest

from tests.support import bad_service
from tests.support import line as fake
from webapp.shared import line
from webapp.shared.line import ForgedMessage, api
from webapp.shared.sending import Away, Gone, NotTaken


@pytest.fixture
def service():
    with fake.line_service() as service:
        yield service


@pytest.fixture
def settings(config, service):
    return replace(config, LINE_API_URL=service.address, **fake.SETTINGS)


def test_without_an_account_there_is_no_line(config, settings):
    assert not line.is_set(config)
    assert line.is_set(settings)


def test_a_message_goes_to_its_user_under_the_channels_token(settings, service):
    line.push(settings, "U1", "ร่างพระราชบัญญัติ\nวุฒิสภาเห็นชอบ", "delivery-1")
    (asked,) = service.asked
    assert asked.path == "/v2/bot/message/push"
    assert asked.headers["Authorization"] == "Bearer channel-token"
    assert asked.json["to"] == "U1"
    assert [m["text"] for m in asked.json["messages"]] == ["ร่างพระราชบัญญัติ\nวุฒิสภาเห็นชอบ"]


def test_the_same_message_sent_again_has_the_same_key_and_is_no_error(settings, service):
    service.plan = [service.plan[0], bad_service.status(409), service.plan[0]]
    line.push(settings, "U1", "ข่าว", "delivery-1")
    line.push(settings, "U1", "ข่าว", "delivery-1")
    line.push(settings, "U1", "ข่าว", "delivery-2")
    first, again, other = (asked.headers["X-Line-Retry-Key"] for asked in service.asked)
    assert first == again != other


def test_a_text_that_is_too_long_for_line_is_cut(settings, service):
    line.push(settings, "U1", "ก" * 6000, "delivery-1")
    text = service.asked[0].json["messages"][0]["text"]
    assert text == "ก" * 4999 + "…"


@pytest.mark.parametrize("code", [400, 404])
def test_a_user_who_does_not_exist_is_gone(settings, service, code):
    service.plan = [bad_service.status(code)]
    with pytest.raises(Gone):
        line.push(settings, "U1", "ข่าว", "delivery-1")


@pytest.mark.parametrize(
    "answer",
    [
        *(bad_service.status(code) for code in (401, 403, 429, 500, 503)),
        bad_service.reset,
        bad_service.redirect,
        bad_service.cut_answer,
    ],
)
def test_a_service_out_of_order_is_asked_later(settings, service, answer):
    service.plan = [answer]
    with pytest.raises(Away):
        line.push(settings, "U1", "ข่าว", "delivery-1")
    assert len(service.asked) == 1


def test_a_service_that_says_nothing_is_not_waited_for(settings, service, monkeypatch):
    monkeypatch.setattr(api, "TIMEOUT_SECONDS", 0.2)
    service.plan = [bad_service.silent]
    with pytest.raises(Away):
        line.push(settings, "U1", "ข่าว", "delivery-1")


def test_an_answer_that_cannot_be_read_is_no_success(settings, service):
    service.plan = [bad_service.no_json]
    with pytest.raises(NotTaken):
        line.push(settings, "U1", "ข่าว", "delivery-1")


def test_what_line_tells_is_read(settings):
    body, signature = fake.told(fake.wrote("U1", "สวัสดี"), fake.befriended("U2"), fake.blocked("U3"))
    events = line.read_events(settings, body, signature)
    assert [(one.kind, one.user, one.text, one.reply_token) for one in events] == [
        ("message", "U1", "สวัสดี", "reply-U1"),
        ("follow", "U2", "", "reply-U2"),
        ("unfollow", "U3", "", ""),
    ]
    assert len({one.key for one in events}) == 3


def test_what_is_not_signed_by_line_is_forged(settings):
    body, signature = fake.told(fake.wrote("U1", "สวัสดี"))
    for forged in (
        (body, ""),
        (body + b" ", signature),
        fake.told(fake.wrote("U1", "x"), secret="other"),
        (b"\xff", signature),
    ):
        with pytest.raises(ForgedMessage):
            line.read_events(settings, *forged)
