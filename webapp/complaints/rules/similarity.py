"""Which published cases are like a text: those that share its rarer words."""

from collections.abc import Mapping
from math import log, sqrt

from search_index.analysis import STOP_WORDS
from thai_text.words import words

# Of so many characters the words are taken, and so many words at most are looked for.
MOST_READ = 4_000
MOST_WORDS = 200
MOST_SHOWN = 3
# How alike at least, from 0 (no word in common) to 1 (the same words).
LEAST = 0.12
# One word in common is chance, unless nearly no case has it.
FEWEST_IN_COMMON = 2


def telling_words(text: str) -> list[str]:
    """The different words of a text by which it can be told from others, in reading order."""
    found = dict.fromkeys(
        word for word in words(text[:MOST_READ]) if len(word) > 1 and word not in STOP_WORDS
    )
    return list(found)[:MOST_WORDS]


def weight(holders: int, total: int) -> float:
    """How much a word tells that `holders` of `total` cases have; more, the fewer they are."""
    return log((total + 1) / (holders + 0.5))


def most_alike(
    asked: list[str], cases: Mapping[int, set[str]], sizes: Mapping[int, int],
    holders: Mapping[str, int], total: int, most: int = MOST_SHOWN,
) -> list[int]:  # fmt: skip
    """The cases most like the words `asked`, by id, the likest first, without the too unlike.

    `cases`: which of the asked words each case has; `sizes`: how many words each case has in all;
    `holders`: how many cases have each word; `total`: how many cases there are. The likeness is
    the cosine of the words' weights, where the words of a case that were not asked for count as
    much as an ordinary one.
    """
    weights = {word: weight(holders.get(word, 0), total) for word in asked}
    length = sqrt(sum(one**2 for one in weights.values()))
    usual = weight(max(1, total // 10), total)
    alike = {}
    for case, shared in cases.items():
        if len(shared) < min(FEWEST_IN_COMMON, len(asked)):
            continue
        common = sum(weights[word] ** 2 for word in shared)
        own = sqrt(common + (sizes[case] - len(shared)) * usual**2)
        alike[case] = common / (length * own) if length and own else 0.0
    best = sorted(alike, key=lambda case: (-alike[case], -case))
    return [case for case in best if alike[case] >= LEAST][:most]
