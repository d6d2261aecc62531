"""Receipt codes: made, shown, heard, typed and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai_text.numbers import THAI_DIGITS
from webapp.shared import receipt
from webapp.shared.receipt_words import spoken

codes = st.text(alphabet=receipt.ALPHABET, min_size=10, max_size=10)


def test_a_new_code_has_ten_signs_and_is_never_the_same():
    made = {receipt.new_code() for _ in range(500)}
    assert len(made) == 500
    assert all(len(code) == 10 and set(code) <= set(receipt.ALPHABET) for code in made)
    assert set("".join(made)) == set(receipt.ALPHABET)


def test_a_code_is_shown_in_groups():
    assert receipt.grouped("7KM4QXP2T9") == "7KM-4QX-P2T9"


@given(codes)
def test_a_code_is_read_again_from_all_the_ways_in_which_people_write_it(code):
    shown = receipt.grouped(code)
    for typed in (
        shown,
        shown.lower(),
        f"  {' '.join(code)} ",
        shown.replace("-", " – "),
        code.replace("0", "o").replace("1", "l"),
        code.replace("0", "O").replace("1", "I"),
        code.translate(THAI_DIGITS),
        "\u200b".join(code) + "\ufeff",
        "".join(chr(ord(sign) + 0xFEE0) for sign in code),
    ):
        assert receipt.parse(typed) == code


@given(st.text(max_size=40))
def test_anything_typed_is_read_as_a_code_or_refused_with_a_reason(typed):
    try:
        code = receipt.parse(typed)
    except receipt.CodeMistyped:
        return
    assert receipt.parse(receipt.grouped(code)) == code


@pytest.mark.parametrize(("typed", "count"), [("7KM-4QX-P2T", 9), ("", 0), ("7KM4QXP2T99", 11)])
def test_a_code_of_another_length_is_refused_with_its_length(typed, count):
    with pytest.raises(receipt.WrongLength) as refused:
        receipt.parse(typed)
    assert refused.value.typed == count


@pytest.mark.parametrize(("typed", "sign"), [("7KM4QXP2TU", "U"), ("7KM4QXP2Tก", "ก")])
def test_a_sign_that_is_in_no_code_is_named(typed, sign):
    with pytest.raises(receipt.WrongSign) as refused:
        receipt.parse(typed)
    assert refused.value.sign == sign


@given(codes)
def test_the_stored_fingerprint_depends_on_the_code_and_on_the_key(code):
    kept = receipt.fingerprint(code, "one key")
    assert kept == receipt.fingerprint(code, "one key")
    assert kept != receipt.fingerprint(code, "another key")
    other = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert kept != receipt.fingerprint(other, "one key")


def test_a_code_is_said_in_words_in_both_languages():
    assert spoken("7KM4QXP2T9", "en") == [
        ["seven", "K kilo", "M mike"],
        ["four", "Q quebec", "X x-ray"],
        ["P papa", "two", "T tango", "nine"],
    ]
    assert spoken("7KM4QXP2T9", "th")[0] == ["เจ็ด", "เค กิโล", "เอ็ม มอเตอร์ไซค์"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_sign_has_words_of_its_own(language):
    alphabet = receipt.ALPHABET + "00000000"
    words = [
        word
        for start in range(0, 40, 10)
        for group in spoken(alphabet[start : start + 10], language)
        for word in group
    ]
    assert len(set(words)) == 32
