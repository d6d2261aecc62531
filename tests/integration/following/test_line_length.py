"""A LINE message has its end however much there is to tell: why it came and where it is stopped."""

import pytest

from webapp.following.messages.short import line_text
from webapp.following.rules.telling import Place, Telling
from webapp.following.service import Form
from webapp.shared.line import MOST_UNITS, units

MANAGE = "http://localhost/following/mine/1-a"


def telling(number, lang, section=""):
    page = Place("อ่าน", f"http://localhost/bills/b-{number}")
    name = f"ร่างพระราชบัญญัติที่ {number}"
    return Telling(number, lang, name, "รับหลักการ", page, f"b-{number}", section=section)


@pytest.mark.parametrize(
    ("lang", "more", "why"),
    [
        ("th", "และอีก {} เรื่อง", "เหตุที่ท่านได้รับข้อความนี้: ท่านติดตาม: x"),
        ("en", "And {} more", "Why this message: ท่านติดตาม: x"),
    ],
)
def test_of_a_long_digest_whole_events_come_and_the_rest_is_counted(app, lang, more, why):
    told = [telling(number, lang, "น้ำที่ไหล" * 100) for number in range(1, 15)]
    with app.test_request_context():
        text = line_text(told, lang, "ท่านติดตาม: x", MANAGE, Form.PLAIN, "1-f")
    assert units(text) <= MOST_UNITS
    shown = [one for one in told if one.page.url + "\n" in text]
    assert shown == told[: len(shown)]
    assert 1 < len(shown) < 10
    assert all(f"{one.name}\n{one.what}\n{one.section}\n" in text for one in shown)
    assert more.format(len(told) - len(shown)) in text
    assert text.splitlines()[-2] == why
    assert text.endswith(MANAGE)


def test_one_event_as_long_as_a_law_is_shortened_and_keeps_its_page_and_the_end(app):
    told = [telling(1, "th", "น้ำที่ไหล" * 1000), telling(2, "th")]
    with app.test_request_context():
        text = line_text(told, "th", "ก" * 9000, MANAGE, Form.AUDIO_LINKED, "1-f")
    assert units(text) <= MOST_UNITS
    assert "…\nอ่าน http://localhost/bills/b-1\n" in text
    assert "/feeds/1-f/news/1-th.mp3" in text
    assert "http://localhost/bills/b-2" in text
    assert text.endswith(MANAGE)


def test_ten_short_events_come_whole_and_an_eleventh_is_counted(app):
    told = [telling(number, "en") for number in range(1, 12)]
    with app.test_request_context():
        text = line_text(told, "en", "x", MANAGE, Form.PLAIN, "1-f")
        whole = line_text(told[:10], "en", "x", MANAGE, Form.PLAIN, "1-f")
    assert text.count("http://localhost/bills/") == whole.count("http://localhost/bills/") == 10
    assert "And 1 more" in text
    assert "more" not in whole
