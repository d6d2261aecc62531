"""Queries drawn from real texts, the same at every run, each with the entry it was drawn from."""

import random
from collections.abc import Callable, Sequence
from itertools import islice

from search_index.entry import Entry
from thai_text import dictionary, words

Asked = tuple[str, str]
_LONG_ENOUGH = 100


def thai_words(text: str) -> list[str]:
    """The Thai words of a text, without those of one or two letters."""
    return [word for word in words.words(text) if len(word) > 2 and word[0] >= "ก"]


def one_word(chance: random.Random, text: str) -> str:
    """A word of the text."""
    return chance.choice(thai_words(text) or [""])


def several_words(chance: random.Random, text: str) -> str:
    """Two to four words of the text, wherever they stand, with spaces."""
    found = thai_words(text)
    return " ".join(chance.sample(found, min(len(found), chance.randint(2, 4))))


def piece(chance: random.Random, text: str) -> str:
    """Twelve to thirty Thai letters as they stand, cut between clusters and not between words."""
    runs = [run for run in words.fold(text).split() if len(run) > 40 and run.isalpha() is False]
    if not runs:
        return ""
    clusters = dictionary.cut_clusters(chance.choice(runs))
    start = chance.randrange(max(1, len(clusters) - 12))
    found = "".join(clusters[start : start + chance.randint(6, 12)])
    return found if all("ก" <= letter <= "๎" for letter in found) else ""


def phrase(chance: random.Random, text: str) -> str:
    """The same in quotes."""
    found = piece(chance, text)
    return f'"{found}"' if found else ""


def inside(chance: random.Random, text: str) -> str:
    """A dictionary word inside a compound of the text."""
    return chance.choice(
        [sub for word in thai_words(text) for sub in dictionary.sub_words(word)] or [""]
    )


KINDS: dict[str, Callable[[random.Random, str], str]] = {
    "a word": one_word,
    "2-4 words": several_words,
    "unspaced piece": piece,
    "phrase": phrase,
    "word in compound": inside,
}


def draw(texts: Sequence[Entry], kind: str, count: int) -> list[Asked]:
    """`count` queries of a kind from `texts`, each with the id of the entry it was drawn from."""
    # Chance for choosing samples, the same at every run; nothing secret hangs on it.
    chance = random.Random(2560)  # noqa: S311
    long = [entry for entry in texts if len(entry.text) > _LONG_ENOUGH]
    sources = (chance.choice(long) for _ in range(20 * count))
    # A piece of a long text stands for it; a whole law would be cut for every word asked.
    made = ((KINDS[kind](chance, _part(chance, source.text)), source.id) for source in sources)
    return list(islice((asked for asked in made if asked[0]), count))


def _part(chance: random.Random, text: str) -> str:
    start = chance.randrange(max(1, len(text) - 3_000))
    return text[start : start + 3_000]
