"""Letters that stand alone name items, plots and persons: no cleaning makes words of them."""

from itertools import product

import pytest

from thai_text.clean import clean

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
NAMED = ("ข้อ", "แปลง", "ตาราง", "นาย", "นาง", "ค่า", "ภาคผนวก", "แผนผัง", "ที่ดินของนาย", "")


@pytest.mark.parametrize(
    "text",
    [
        "ข้อ ก ข ค ง จ",
        "แปลง ก ด",
        "ที่ดินแปลง ก ด และ น ตามผัง",
        "ระหว่างนาย ก กับนาย ข และนาง ง ผู้ขาย",
        "ตามข้อ ง ให้นำข้อ ค มาใช้",
        "ข้อ ค\nข้อ ง\nค ง",
    ],
)
def test_labels_stay_apart(text):
    assert clean(text) == text


@pytest.mark.parametrize("named", NAMED)
def test_no_two_letters_after_any_noun_become_a_word(named):
    texts = [f"{named} {one} {two}".strip() for one, two in product(CONSONANTS, CONSONANTS)]
    assert [text for text in texts if clean(text) != text] == []


@pytest.mark.parametrize("named", NAMED)
def test_one_letter_in_a_sentence_stays_a_label(named):
    texts = [f"{named} {letter} และ{named} {letter} ของผู้ขอ".strip() for letter in CONSONANTS]
    assert [text for text in texts if clean(text) != text] == []


@pytest.mark.parametrize(
    ("raw", "sound"),
    [
        ("ส่ ว น ได้ ส่ ว น เสีย", "ส่วนได้ส่วนเสีย"),
        ("กา รประชุม", "การประชุม"),
        ("ค ณะกรรมการ", "คณะกรรมการ"),
        ("ป ร ะชุม", "ประชุม"),
    ],
)
def test_letters_torn_from_their_word_still_go_back(raw, sound):
    assert clean(raw) == sound
