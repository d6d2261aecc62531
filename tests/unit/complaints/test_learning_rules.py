"""Repeats and their rate, and which published cases are like a message."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.complaints.rules.repeats import (
    WINDOW_DAYS,
    Repeat,
    Trouble,
    place_key,
    rate,
    repeats,
    sealed_place,
)
from webapp.complaints.rules.similarity import most_alike, telling_words

DAY = date(2026, 3, 2)


def trouble(number, days=0, topic="building", place="ลิฟต์อาคาร", cause=7):
    return Trouble(number, DAY + timedelta(days=days), topic, place_key(place), cause)


def test_the_same_subject_place_and_cause_again_is_a_repeat():
    assert repeats([trouble(1), trouble(2, days=40)]) == [Repeat(2, before=1)]


@pytest.mark.parametrize("other", [{"topic": "news"}, {"place": "ห้องน้ำ"}, {"cause": 8}])
def test_another_subject_place_or_cause_is_no_repeat(other):
    assert repeats([trouble(1), trouble(2, days=1, **other)]) == []


def test_a_repeat_comes_within_a_year_of_the_one_before():
    assert repeats([trouble(1), trouble(2, days=WINDOW_DAYS)]) == [Repeat(2, before=1)]
    assert repeats([trouble(1), trouble(2, days=WINDOW_DAYS + 1)]) == []
    # Each is compared with the newest before it, so that a chain never ends by its first's age.
    chain = [trouble(1), trouble(2, days=300), trouble(3, days=600)]
    assert repeats(chain) == [Repeat(2, before=1), Repeat(3, before=2)]


def test_what_has_no_topic_repeats_nothing():
    assert repeats([trouble(1, topic=""), trouble(2, topic="")]) == []


def test_what_has_no_place_repeats_nothing():
    assert repeats([trouble(1, place=""), trouble(2, place=""), trouble(3, place=" - ")]) == []


def test_no_place_stays_none_when_it_is_sealed():
    assert sealed_place("", "key") == ""
    sealed = sealed_place(place_key("ลิฟต์"), "key")
    assert sealed not in ("", place_key("ลิฟต์"))
    assert sealed_place(sealed, "key") == sealed
    assert sealed_place(place_key("บันได"), "key") != sealed


def test_a_place_is_the_same_however_it_is_typed():
    assert place_key(" ลิฟต์  อาคาร ๑ ") == place_key("ลิฟต์อาคาร 1")
    assert place_key("Lift A-1") == place_key("lift a 1")
    assert place_key("เก้าอี้") != place_key("เก่าอี")


@given(st.lists(st.tuples(st.integers(0, 900), st.sampled_from("ab"), st.integers(1, 2))))
def test_repeats_agree_with_comparing_each_with_each(rows):
    every = [
        trouble(number, days=days, topic=topic, cause=cause)
        for number, (days, topic, cause) in enumerate(rows, 1)
    ]
    expected = {
        later.number
        for later in every
        for earlier in every
        if earlier.same == later.same
        and (earlier.on, earlier.number) < (later.on, later.number)
        and (later.on - earlier.on).days <= WINDOW_DAYS
    }
    assert {one.number for one in repeats(every)} == expected


def test_the_rate_is_repeats_of_compared_messages_and_none_where_none_can_be_compared():
    assert rate(1, 4) == 25
    assert rate(0, 0) is None
    with pytest.raises(ValueError, match="2 of 1"):
        rate(2, 1)


def alike(asked, *cases):
    words = [set(telling_words(case)) for case in cases]
    wanted = telling_words(asked)
    shared = {n: own & set(wanted) for n, own in enumerate(words) if own & set(wanted)}
    holders = {word: sum(word in own for own in words) for word in wanted}
    sizes = {n: len(own) for n, own in enumerate(words)}
    return most_alike(wanted, shared, sizes, holders, len(cases))


CASES = (
    "ลิฟต์อาคารสุขประพฤติเสีย ขอให้ซ่อมลิฟต์",
    "ขอไฟล์เสียงของรัฐธรรมนูญสำหรับคนตาบอด",
    "ที่จอดรถคนพิการหน้ารัฐสภาถูกจอดทับ",
    "การถ่ายทอดสดไม่มีล่ามภาษามือ",
)


def test_the_case_that_shares_the_rare_words_is_the_most_alike():
    assert alike("ลิฟต์ที่อาคารสุขประพฤติเสียมาสามวันแล้ว", *CASES)[0] == 0
    assert alike("อยากให้การถ่ายทอดการประชุมมีล่ามภาษามือ", *CASES)[0] == 3


def test_a_message_about_something_else_is_like_none():
    assert alike("ราคาข้าวตกต่ำมาก ขอให้วุฒิสภาช่วยชาวนา", *CASES) == []
    assert alike("", *CASES) == []


def test_no_more_than_three_cases_are_shown():
    assert len(alike("ลิฟต์เสีย ขอให้ซ่อม", *["ลิฟต์เสีย ขอให้ซ่อมลิฟต์"] * 5)) == 3
