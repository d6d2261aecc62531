"""How likely each word of the dictionary is, and how unlikely a run of Thai letters is by them.

Costs are natural logarithms: -log of a word's share of the Thai National Corpus.
"""

import math
from functools import cache, lru_cache

from pythainlp.corpus import tnc

from thai_text import dictionary

# A sign in no word is as unlikely as the rarest word twice over.
UNKNOWN_SIGN = 20.0
LONGEST_WORD = 24
_MARKS = "ัิีึืฺุู็่้๊๋์ํ๎"


@cache
def word_costs() -> dict[str, float]:
    """Return the cost of each word of two letters or more. One letter alone is hardly a word."""
    counts = dict(tnc.unigram_word_freqs())
    words = [word for word in dictionary.all_words() if len(word) > 1 and word[0] not in _MARKS]
    total = sum(counts.get(word, 0) + 1 for word in words)
    return {word: math.log(total / (counts.get(word, 0) + 1)) for word in words}


@cache
def beginnings() -> frozenset[str]:
    """Return every beginning of a word, words of the greatest length that is looked at at most."""
    return frozenset(
        word[:length]
        for word in word_costs()
        if len(word) <= LONGEST_WORD
        for length in range(1, len(word) + 1)
    )


@lru_cache(maxsize=20_000)
def run_cost(run: str) -> float:
    """Return how unlikely Thai letters and spaces are: the least sum of their words' costs."""
    costs = word_costs()
    best = [0.0]
    for end in range(1, len(run) + 1):
        least = best[end - 1] + (0.0 if run[end - 1] == " " else UNKNOWN_SIGN)
        for start in range(max(0, end - LONGEST_WORD), end - 1):
            cost = costs.get(run[start:end])
            if cost is not None and best[start] + cost < least:
                least = best[start] + cost
        best.append(least)
    return best[-1]
