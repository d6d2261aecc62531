"""Messages to browsers, through a push service that behaves as it may."""

from dataclasses import replace

import pytest

from tests.support import bad_service
from tests.support.push import Reader, vapid_key
from webapp.shared import push
from webapp.shared.sending import Gone, PutOff


@pytest.fixture
def service():
    with bad_service.bad_service(bad_service.status(201, b"")) as service:
        yield service


@pytest.fixture
def settings(config, service):
    return replace(config, VAPID_PRIVATE_KEY=vapid_key(), PUSH_HOSTS="127.0.0.1,push.example")


@pytest.fixture
def reader(service):
    return Reader(service.address)


NOTICE = push.Notice(
    title="ร่างพระราชบัญญัติ",
    body="วุฒิสภาเห็นชอบ",
    url="https://a.example/b",
    name="n-1",
    places={"manage": ("เปลี่ยนหรือหยุด", "https://a.example/mine")},
)


def send(settings, reader):
    push.push(settings, reader.browser, NOTICE)


def test_the_browser_alone_can_read_the_message(settings, service, reader):
    send(settings, reader)
    (asked,) = service.asked
    said = reader.read(asked)
    assert (said["title"], said["body"]) == ("ร่างพระราชบัญญัติ", "วุฒิสภาเห็นชอบ")
    assert said["url"] == "https://a.example/b"
    assert said["places"] == [["manage", "เปลี่ยนหรือหยุด", "https://a.example/mine"]]
    assert "วุฒิสภา".encode() not in asked.body
    assert asked.headers["TTL"] == str(72 * 3600)
    assert push.public_key(settings) in asked.headers["Authorization"]


def test_the_same_message_sent_again_takes_the_place_of_the_first(settings, service, reader):
    send(settings, reader)
    send(settings, reader)
    first, again = service.asked
    assert first.headers["Topic"] == again.headers["Topic"]
    assert reader.read(first)["tag"] == reader.read(again)["tag"]


def test_a_long_message_fits_what_push_services_take(settings, service, reader):
    address = "https://a.example/" + "b" * 200
    buttons = dict.fromkeys(("form", "manage"), ("ปุ่มที่มีชื่อยาว" * 2, address))
    long = replace(NOTICE, title="ข่าว" * 100, body="ก" * 9000, url=address, places=buttons)
    push.push(settings, reader.browser, long)
    assert len(service.asked[0].body) <= 4096


@pytest.mark.parametrize("code", [404, 410])
def test_a_browser_that_wants_no_more_is_gone(settings, service, reader, code):
    service.plan = [bad_service.status(code)]
    with pytest.raises(Gone):
        send(settings, reader)


@pytest.mark.parametrize(
    "answer",
    [
        *(bad_service.status(code) for code in (400, 403, 413, 429, 500)),
        bad_service.reset,
        bad_service.redirect,
    ],
)
def test_a_service_out_of_order_is_asked_later(settings, service, reader, answer):
    service.plan = [answer]
    with pytest.raises(PutOff):
        send(settings, reader)
    assert len(service.asked) == 1


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://evil.example/push",
        "https://127.0.0.1.evil.example/push",
        "https://notpush.example/x",
        "http://push.example/x",
        "file:///etc/passwd",
        "https://push.example@evil.example/",
        "",
    ],
)
def test_no_other_address_is_ever_asked(settings, service, reader, endpoint):
    browser = replace(reader.browser, endpoint=endpoint)
    assert not push.is_acceptable(settings, browser)
    with pytest.raises(Gone):
        push.push(settings, browser, NOTICE)
    assert service.asked == []


def test_keys_that_are_none_are_not_accepted(settings, reader):
    assert push.is_acceptable(settings, reader.browser)
    for wrong in ({"p256dh": "AAAA"}, {"auth": ""}, {"auth": "ก"}):
        assert not push.is_acceptable(settings, replace(reader.browser, **wrong))
