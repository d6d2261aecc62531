"""Who is known by another way and gives an address is asked, and has one list with it or two."""

import re

import pytest

from tests.support.following import (
    CHOSEN,
    alive,
    also_follow,
    bill_subject,
    follow,
    old_bill,
    wishes,
)
from tests.support.letters import letters_in
from webapp.following import service
from webapp.following.service import Channel
from webapp.shared import outbox

pytestmark = pytest.mark.usefixtures("clock")
NOK = "nok@example.org"


@pytest.fixture
def bill(app):
    return old_bill("ร่างพระราชบัญญัติสหกรณ์")


@pytest.mark.parametrize(("start", "words"), [("", "รวมเป็นรายการเดียว"), ("/en", "one list")])
@pytest.mark.parametrize("apart", [False, True])
def test_the_letter_leads_to_a_page_that_asks_before_two_lists_become_one(
    page, bill, config, start, words, apart
):
    kept = also_follow(follow(bill_subject(old_bill("ร่างเดิม"))).follower, bill_subject(bill))
    other = old_bill("ร่างอื่น")
    new = f"{start}/following/new?bill={other.public_id}"
    page.post(new, {**CHOSEN, "channel": "feed"})
    page.post(new, {**CHOSEN, "email": NOK, "language": "en" if start else "th"})
    outbox.drain()
    letter = letters_in(config.INSTANCE_DIR)[-1].get_content()
    link = re.search(r"https?://[^/\s]+((?:/en)?/following/confirm/\S+)", letter)[1]
    shown = page.get(link)
    assert words in shown.select_one("main").text
    assert len(alive()) == 2
    after = page.post(link, {"do": "apart"} if apart else {})
    assert len(alive()) == (2 if apart else 1)
    assert other.name() in after.select_one("main ol").text
    on_list = set() if apart else {Channel.FEED}
    assert {way for _key, way in wishes(service.get_subscription(kept.id).follower)} == {
        Channel.EMAIL,
        *on_list,
    }
    # Pressed again it does nothing more.
    page.post(link)
    assert words not in page.get(link).select_one("main").text


def test_the_owner_of_an_address_who_follows_already_is_offered_one_list(page, bill, config):
    follow(bill_subject(bill))
    new = f"/following/new?bill={bill.public_id}"
    page.post(new, {**CHOSEN, "channel": "feed"})
    page.post(new, {**CHOSEN, "email": NOK})
    outbox.drain()
    letter = letters_in(config.INSTANCE_DIR)[-1]
    assert "ติดตามอยู่แล้ว" in letter["Subject"]
    link = re.search(r"/following/confirm/\S+", letter.get_content())[0]
    page.post(link)
    (only,) = alive()
    assert {way for _key, way in wishes(only)} == {Channel.EMAIL, Channel.FEED}
