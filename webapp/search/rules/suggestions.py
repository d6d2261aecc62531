"""Under which beginnings a name is suggested while a person types. Plain Python."""

import re
from collections.abc import Iterator

from search_index.entry import Entry
from thai_text.words import fold, spans

# Shorter beginnings have too many ends to be of use.
SHORTEST_BEGINNING = 2
LONGEST_KEY = 80
MOST_KEYS = 12
_SHORTEST_WORD = 3
# What is offered first: 1. Sections and passages have no names that one would type.
TIERS = {"bill": 1, "committee": 1, "member": 2, "page": 2, "improvement": 2, "question": 2}
_LAWS = ("constitution", "law", "code", "decree")
_LAW_TIER, _DOCUMENT_TIER = 2, 3
# Words that begin the names of all laws alike; nobody types them to find one.
_SAME_START = re.compile(
    r"^(ร่าง\s*)?(พระราชบัญญัติ(ประกอบรัฐธรรมนูญ(ว่าด้วย)?)?|พระราชกำหนด|พ\.ร\.บ\.?|พรบ\.?|กฎหมาย)"
    r"(แก้ไขเพิ่มเติม)?\s*"
)
_SPACES = re.compile(r"\s+")


def beginning_key(text: str) -> str:
    """A beginning as beginnings are compared: folded, with single spaces."""
    return _SPACES.sub(" ", fold(text)).lstrip()[:LONGEST_KEY]


def tier_of(entry: Entry) -> int | None:
    """How early an entry's name is offered; None for what is not offered at all."""
    if entry.kind == "document":
        return _LAW_TIER if entry.facets.get("document_kind") in _LAWS else _DOCUMENT_TIER
    return TIERS.get(entry.kind)


def names_of(entry: Entry) -> list[str]:
    """What an entry is called, the name that people use first."""
    return list(dict.fromkeys(name for name in (entry.short, entry.title) if name))


def keys_of(name: str) -> list[str]:
    """The beginnings under which a name is offered: its own, and from each longer word on."""
    folded = fold(name)
    starts = [0, *_later_starts(folded)]
    keys = (beginning_key(folded[start:]) for start in starts)
    return list(dict.fromkeys(key for key in keys if len(key) >= SHORTEST_BEGINNING))[:MOST_KEYS]


def _later_starts(folded: str) -> Iterator[int]:
    same = _SAME_START.match(folded)
    after = same.end() if same else 0
    if after:
        yield after
    for span in spans(folded):
        if span.start > after and span.end - span.start >= _SHORTEST_WORD:
            yield span.start


def without_same_start(typed: str) -> str:
    """What was typed without the words that begin the names of all laws alike; "" where it does not
    begin so."""
    folded = fold(typed).lstrip()
    same = _SAME_START.match(folded)
    return folded[same.end() :] if same else ""


def end_of_range(beginning: str) -> str:
    """What comes after every key with this beginning, in the order of signs."""
    return beginning[:-1] + chr(ord(beginning[-1]) + 1)
