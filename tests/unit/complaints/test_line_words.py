"""What a person means who writes a few words to our LINE account."""

import pytest

from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.line_words import (
    Wish,
    kind_named,
    kind_numbered,
    receipt_in,
    wish_in,
)


@pytest.mark.parametrize(
    ("text", "kind", "more"),
    [
        ("ร้องเรียน", Kind.COMPLAINT, False),
        ("ขอร้องเรียนครับ", Kind.COMPLAINT, False),
        ("ผมอยากยื่นเรื่องร้องเรียนเรื่องลิฟต์", Kind.COMPLAINT, True),
        ("ข้อเสนอแนะ: ควรมีทางลาด", Kind.SUGGESTION, True),
        ("Suggestion", Kind.SUGGESTION, False),
        ("I want to complain about the lift", Kind.COMPLAINT, True),
        ("เรื่องราวร้องทุกข์", Kind.PETITION, False),
    ],
)
def test_a_kind_is_known_by_its_name_at_the_beginning(text, kind, more):
    assert kind_named(text) == (kind, more)


@pytest.mark.parametrize("text", ["ลิฟต์เสีย", "hello", "", "commentary on the law", "123"])
def test_other_words_name_no_kind(text):
    assert kind_named(text) is None


def test_a_number_alone_is_of_the_menu():
    assert [kind_numbered(text) for text in ("1", " ๕. ", "6", "0", "12", "a")] == [
        Kind.COMPLAINT, Kind.PETITION, None, None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("7km-4qx-p2t9", "7KM4QXP2T9"),
        ("รหัสของผมคือ 7KM-4QX-P2T9 ครับ", "7KM4QXP2T9"),
        ("7KM4QXP2T9", "7KM4QXP2T9"),
        ("7km 4qx p2t9", "7KM4QXP2T9"),
        ("complaints", None),
        ("the old lift", None),
        ("12-AB4D-9XYZ", None),
        ("ลิฟต์ 3 เสีย", None),
        ("02-123-4567", None),
    ],
)
def test_a_receipt_code_is_told_from_words_and_other_numbers(text, code):
    assert receipt_in(text) == code


def test_a_wish_is_a_word_alone():
    assert wish_in(" STOP. ") is Wish.STOP
    assert wish_in("จบ") is Wish.END
    assert wish_in("please stop the noise") is None
