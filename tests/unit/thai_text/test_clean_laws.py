"""Cleaning never damages clean text: in all the laws of the collection only known faults change."""

import gzip
import json

import pytest

from tests.support.public_data import ABSENT, SHARED_DATA
from thai_text import dictionary
from thai_text.changes import changed_spans
from thai_text.clean import clean

LAWS = SHARED_DATA / "laws_full.jsonl.gz"
PARTS = 8
# Of a million characters fewer than so many may change; the collection has one fault in a million.
MOST_CHANGES = 5

needs_laws = pytest.mark.skipif(not LAWS.is_file(), reason=ABSENT)


def fault(raw: str, sound: str) -> str:
    """The name of the known fault that was repaired, empty where the change is none of them."""
    if raw.replace("\u0e32", "\u0e33") == sound.replace("\u0e32", "\u0e33"):
        return "sara am and sara aa mixed up"
    if sound == f"{raw}์":
        return "silencer lost"
    if any(raw.replace(vowel * 2, vowel) == sound for vowel in "ะาำแ"):
        return "doubled vowel"
    return ""


@needs_laws
def test_the_collection_holds_670_laws():
    with gzip.open(LAWS, "rt", encoding="utf-8") as file:
        assert sum(1 for _ in file) == 670


@needs_laws
@pytest.mark.parametrize("part", range(PARTS))
def test_in_all_laws_only_known_faults_change_into_words(part):
    with gzip.open(LAWS, "rt", encoding="utf-8") as file:
        laws = [
            json.loads(line)["text"] for number, line in enumerate(file) if number % PARTS == part
        ]
    changes = [
        (text[change.start : change.end], cleaned[change.clean_start : change.clean_end])
        for text in laws
        if (cleaned := clean(text)) != text
        for change in changed_spans(text, cleaned)
    ]
    assert [change for change in changes if not fault(*change)] == []
    assert [sound for _, sound in changes if not dictionary.knows(sound)] == []
    assert len(changes) < MOST_CHANGES * sum(map(len, laws)) / 1e6


@pytest.mark.parametrize(
    ("raw", "sound"), [("ปันยารชุน", "ปันยารุชน"), ("ลักษณ", "ลักษณา"), ("นาย ก", "นายก"), ("มา", "")]
)
def test_any_other_change_would_be_found(raw, sound):
    assert fault(raw, sound) == ""
