"""Codenames are strong, easy to tell apart, and read however they are typed."""

import re
from itertools import combinations
from math import log2

import pytest
from rapidfuzz.distance import Levenshtein

from audio.g2p import phoneme_words
from webapp.complaints.rules.codename import (
    COUNT,
    UnknownWord,
    WrongCount,
    is_meant,
    new_codename,
    parse,
    skeleton,
    words,
)


def heard(word: str) -> str:
    """How a word is heard by who hears neither tones nor the difference of ร, ล and clusters."""
    sounds = re.sub(r"\d", "", "".join(phoneme_words(word))).replace("r", "l")
    return re.sub(r"(?<![a-z])([ptk](?:_h)?)\|l\|", r"\1|", sounds)


def test_a_codename_has_fifty_bits_and_more():
    assert len(set(words())) == len(words())
    assert COUNT * log2(len(words())) >= 50


def test_every_word_can_be_chosen_at_every_place():
    made = [new_codename() for _ in range(300)]
    assert all(len(codename) == COUNT and set(codename) <= set(words()) for codename in made)
    for place in range(COUNT):
        assert len({codename[place] for codename in made}) > 150


def test_no_two_words_sound_alike_even_without_tones():
    sounds = {heard(word) for word in words()}
    assert len(sounds) == len(words())


def test_no_word_becomes_another_by_one_slip_and_none_begins_another():
    for one, other in combinations(map(skeleton, words()), 2):
        assert Levenshtein.distance(one, other, score_cutoff=1) >= 2, (one, other)
        assert not one.startswith(other), (one, other)
        assert not other.startswith(one), (one, other)


def test_a_codename_is_read_however_it_is_typed():
    for codename in [new_codename() for _ in range(50)]:
        bare = re.sub("[่้๊๋]", "", " ".join(codename))
        numbered = " ".join(f"{n}. {word}" for n, word in enumerate(codename, 1))
        for typed in (
            " ".join(codename),
            "-".join(codename),
            "".join(codename),
            f"  {', '.join(codename)}\r\n",
            numbered,
            bare,
            " ".join(codename).replace("แ", "เเ").replace("ำ", "ํา"),
            " ".join(codename).replace("ศ", "ส").replace("ใ", "ไ"),
            " ".join(codename).replace("เ", "เ "),
        ):
            assert parse(typed) == codename


def test_a_word_that_is_none_is_named_with_one_like_it():
    codename = ["กุหลาบ", "ปลาทู", "รถไฟ", "สะพาน", "ดวงดาว", "ตลาด"]
    with pytest.raises(UnknownWord) as unknown:
        parse("กุหลาบ ปลาทู รถไฟ สะพานๆ ดวงดาวว ตลาด")
    assert (unknown.value.number, unknown.value.typed, unknown.value.near) == (
        5,
        "ดวงดาวว",
        "ดวงดาว",
    )
    with pytest.raises(UnknownWord) as unknown:
        parse("รัฐธรรมนูญแห่งราชอาณาจักร")
    assert unknown.value.near == ""
    with pytest.raises(WrongCount) as wrong:
        parse(" ".join(codename[:5]))
    assert wrong.value.typed == 5
    with pytest.raises(WrongCount):
        parse("")


def test_a_receipt_code_is_no_codename():
    assert is_meant("กุหลาบ")
    assert not is_meant("7KM-4QX-P2T9")
    assert not is_meant("๗KM ๔QX")
