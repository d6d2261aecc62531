"""Lengths, languages and addresses as people write them."""

import pytest

from webapp.shared.email_address import is_email
from webapp.shared.languages import language_of
from webapp.shared.written import length


def test_a_new_line_counts_once_however_a_browser_sends_it():
    assert length("ก\r\nข") == length("ก\nข") == 3


def test_one_thai_letter_makes_a_text_thai():
    assert language_of("Hello สวัสดี") == "th"
    assert language_of("Hello 123") == "en"


@pytest.mark.parametrize("address", ["a@example.org", "first.last+tag@mail.example.co.th"])
def test_an_address_is_taken(address):
    assert is_email(address)


@pytest.mark.parametrize(
    "address",
    ["a", "a@b", "a b@example.org", "a@example.org\nBcc: x@example.org", "ก@example.org", "a@@b.org",
     "a@example.org,b@example.org", "x" * 250 + "@example.org"],
)  # fmt: skip
def test_what_no_letter_can_be_sent_to_is_not_an_address(address):
    assert not is_email(address)
