"""What a mail server tells of a letter that came back."""

import pytest

from tests.support.reports import report
from webapp.shared.mail import Bounce, is_for_good, read_bounces, status_in

NAME = "<step-5.abc@senate.example>"


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
def test_a_report_names_the_letter_the_address_and_the_reason(returned):
    assert read_bounces(report(NAME, returned=returned)) == [
        Bounce(
            message_id=NAME,
            recipient="nok@example.org",
            hard=True,
            status="5.1.1",
            reason="550 5.1.1 <nok@example.org>: the mailbox does not take it",
        )
    ]


@pytest.mark.parametrize(
    ("status", "for_good"),
    [
        ("5.1.1", True), ("5.1.10", True), ("5.2.1", True), ("5.0.0", True),
        ("5.2.2", False), ("5.7.1", False), ("4.2.2", False), ("4.4.7", False), ("", False),
    ],
)  # fmt: skip
def test_only_an_address_that_is_no_good_is_given_up(status, for_good):
    assert is_for_good(status) is for_good


def test_a_report_of_a_delay_is_no_failure():
    assert read_bounces(report(NAME, action="delayed", status="4.4.1")) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Subject: I am on holiday\r\n\r\nBack in May.",
        report(NAME).replace(NAME.encode(), b""),
        report(NAME).replace(b"message/delivery-status", b"text/plain"),
        report(NAME)[:700],
        b'Content-Type: multipart/report; boundary="B"\r\n\r\n--B\r\nContent-Type: message/rfc822',
        bytes(range(256)),
    ],
)
def test_what_is_no_report_tells_nothing(content):
    assert read_bounces(content) == []


def test_the_status_is_found_in_a_servers_answer():
    assert status_in("550 5.1.1 no such user", 550) == "5.1.1"
    assert status_in("go away", 554) == "5.0.0"
