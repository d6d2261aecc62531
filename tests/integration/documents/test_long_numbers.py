"""Numbers in addresses that no database holds: a page that is not there, never a fault of ours."""

import re

import pytest

from tests.integration.bills.making import sign_in_staff
from tests.support.records import keep_law

FEATURES = (
    "documents", "documents_staff", "listening", "listening_staff", "narrations_staff",
    "sign_language", "sign_language_staff", "feeds", "bills_staff",
)  # fmt: skip
PART = re.compile(r"<(?:[^<>]*:)?(\w+)>")
THERE = {"public_id": "d-1", "version": "2", "part": "1", "other": "1", "file": "text.txt"}
# What PostgreSQL refuses, what SQLite refuses, and what Python itself does not read.
NUMBERS = ["4294967296", "9" * 20, "9" * 5000]
long_numbers = pytest.mark.parametrize("number", NUMBERS, ids=lambda number: f"{len(number)}")


@pytest.fixture
def officer(page):
    keep_law()
    keep_law("พระราชบัญญัติ\nมาตรา ๑ ข้อความใหม่")
    sign_in_staff(page.client)
    return page.client


def addresses(app, number):
    """Every page of these features, each number of its address in turn being this one."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint.partition(".")[0] in FEATURES and "GET" in rule.methods:
            names = {found[1]: found[0] for found in PART.finditer(rule.rule)}
            for name, text in names.items():
                if "int" in text or name in ("public_id", "other"):
                    yield filled(rule.rule, {name: "d-" * (name == "public_id") + number})
            if "other" in names:
                yield filled(rule.rule, {"other": f"d-{number}"})
                yield filled(rule.rule, {"other": f"d-1-v{number}"})


def filled(rule, own):
    return PART.sub(lambda found: {**THERE, **own}.get(found[1], "1"), rule)


@long_numbers
def test_a_long_number_in_an_address_is_a_page_not_found(app, officer, number):
    asked = set(addresses(app, number))
    assert len(asked) > 60
    answers = {address[:80]: officer.get(address).status_code for address in asked}
    assert {address: code for address, code in answers.items() if code != 404} == {}


@long_numbers
@pytest.mark.parametrize(
    "address",
    [
        "/documents?page={}",
        "/documents/d-1?page={}&voice={}",
        "/documents/d-1/compare/1?page={}",
        "/documents/d-1/compare?one={}&two=1",
        "/documents/d-1/compare?one=1&two=d-{}",
        "/documents/d-1/compare?one=d-1-v{}&two=1",
        "/documents/d-1/find-section?section={}",
        "/documents/d-1/braille?grade={}&cells={}&part={}",
        "/documents/d-1/forms?speed={}&grade={}&layout={}",
        "/documents/d-1/braille.brf?grade={}",
        "/documents/d-1/audio.mp3?speed={}",
        "/documents/d-1/v/2/part/1/timings.json?speed={}",
        "/audio-books?page={}",
        "/forms?page={}",
        "/forms/request?document=d-{}&message={}",
        "/forms/request?bill=b-{}",
        "/sign-language?page={}",
        "/staff/documents/new?document=d-{}",
        "/staff/forms?page={}",
        "/staff/narrations?page={}",
    ],
)
def test_a_long_number_in_a_question_is_no_fault_of_ours(officer, address, number):
    assert officer.get(address.replace("{}", number)).status_code in (200, 302, 404)
