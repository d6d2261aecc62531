"""What trends are of, and which words are one subject. Plain Python."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

# Different people must have said a word, or it is somebody's and no subject.
FEWEST_PEOPLE = 5
# So many words at most are set beside their season, those in most needs; one that stood in more
# than a fifth of the needs before is no subject but a word that everybody uses.
MOST_WORDS, TOO_COMMON, COMMON_FROM = 400, 0.2, 25
# Words of one subject stand in the same needs: in so many of the rarer one's.
SAME_SUBJECT = 0.6
# So many words make a subject at most; it is named by the longest, which say most.
MOST_TOGETHER, MOST_NAMED = 12, 4


class Way(StrEnum):
    """What a trend is of."""

    # Aspect of need, subject of needs by their words, topic of messages.
    ASPECT = "aspect"
    WORDS = "words"
    TOPIC = "topic"


@dataclass(frozen=True)
class Subject:
    """One aspect, topic or word: how often it was heard by week."""

    way: Way
    key: str
    weekly: Mapping[int, int]


def is_common(before: int, needs: int) -> bool:
    """Whether a word that stood in `before` of `needs` needs of the weeks before is no subject."""
    return needs >= COMMON_FROM and before > TOO_COMMON * needs


def together(
    ranked: Sequence[int], standing_in: Mapping[int, Collection[int]]
) -> Iterator[tuple[int, ...]]:
    """Words as subjects: each with the less telling ones that stand in the same needs.

    `ranked`: the words, the most telling first; `standing_in`: the needs that each is in.
    """
    left = list(ranked)
    while left:
        leader, *rest = left
        own = set(standing_in[leader])
        near = [word for word in rest if _share(own, set(standing_in[word])) >= SAME_SUBJECT]
        yield leader, *near[: MOST_TOGETHER - 1]
        left = [word for word in rest if word not in near]


def _share(one: Collection[int], other: Collection[int]) -> float:
    fewer = min(len(one), len(other))
    return len(set(one) & set(other)) / fewer if fewer else 0.0


def name_of(words: Iterable[str]) -> str:
    """A subject named by its longest words; "" where none of them says anything."""
    telling = {word for word in words if len(word) > 1 and not word.isdigit()}
    named: list[str] = []
    for word in sorted(telling, key=lambda word: (-len(word), word)):
        # A word inside one that is named already says no more.
        if not any(word in longer for longer in named):
            named.append(word)
    return " ".join(named[:MOST_NAMED])
