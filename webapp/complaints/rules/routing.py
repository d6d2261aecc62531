"""To whom a message goes by what it is about: a small linear classifier over Thai words.

A text is seen as its words and as neighbouring pairs of character clusters, so that a misspelt word
still has much in common with the right one. Applying a model needs no more than numpy; making one
is in `training`.
"""

import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thai_text.words import cluster_bigrams, words

# What marks a pair of clusters among the features, where words have none.
PAIR = "+"
# Of so many characters of a message the features are taken; what it is about is said by then.
MOST_READ = 4_000
# So many words at most are named as the reason, each pulling towards the topic.
MOST_WORDS = 4
# A word that stands in more than one example in thirty tells nothing: ขอ, ไม่, the.
_TELLING = 1 + float(np.log(30))
Vector = NDArray[np.float32]


@dataclass(frozen=True)
class Proposal:
    """A topic proposed for a text: how likely it is, 0 to 1, and the words that speak for it."""

    topic: str
    share: float
    words: tuple[str, ...]


def features(text: str) -> list[str]:
    """What the classifier sees of a text: its words, and pairs of clusters marked with a plus."""
    read = text[:MOST_READ]
    return [*words(read), *(PAIR + pair for pair in cluster_bigrams(read))]


@dataclass(frozen=True)
class RoutingModel:
    """A trained classifier: the topics, the features, and what each feature weighs for each topic.

    `weights` has a row a topic and a column a feature; `idf` a number a feature.
    """

    topics: tuple[str, ...]
    places: Mapping[str, int]
    idf: Vector
    weights: Vector
    biases: Vector

    def propose(self, text: str, most: int = 3) -> list[Proposal]:
        """The topics that fit a text best, the likeliest first; none for a text without a feature
        that is known."""
        places, values = self._vector(text)
        if not places:
            return []
        pulls = self.weights[:, places] * values
        shares = _softmax(pulls.sum(axis=1) + self.biases)
        best = np.argsort(-shares, kind="stable")[:most]
        return [
            Proposal(self.topics[one], float(shares[one]), self._reasons(places, pulls[one], text))
            for one in best
        ]

    def _vector(self, text: str) -> tuple[list[int], Vector]:
        """The known features of a text and their values: 1 + log of the count, times idf, of
        length one together."""
        counts = Counter(self.places[one] for one in features(text) if one in self.places)
        places = sorted(counts)
        values = np.array([1 + np.log(counts[place]) for place in places], dtype=np.float32)
        values = values * self.idf[places]
        length = float(np.sqrt((values**2).sum()))
        return places, values / length if length else values

    def _reasons(self, places: list[int], pulls: Vector, text: str) -> tuple[str, ...]:
        """The words of the text that pull most towards a topic, the strongest first."""
        pull_at = dict(zip(places, pulls.tolist(), strict=True))
        said = dict.fromkeys(words(text[:MOST_READ]))
        # Of few examples the rarest words tell all the same.
        telling = min(_TELLING, float(self.idf.max()) - 1)
        pulling = {
            word: pull_at[self.places[word]]
            for word in said
            if self.places.get(word) in pull_at and self.idf[self.places[word]] > telling
        }
        strongest = sorted(pulling, key=lambda word: -pulling[word])
        return tuple(word for word in strongest if pulling[word] > 0)[:MOST_WORDS]

    def to_bytes(self) -> bytes:
        """The model as it is kept; `from_bytes` reads it."""
        kept = io.BytesIO()
        names = sorted(self.places, key=self.places.__getitem__)
        np.savez_compressed(
            kept,
            topics=np.array(self.topics),
            names=np.array(names),
            idf=self.idf,
            weights=self.weights,
            biases=self.biases,
        )
        return kept.getvalue()


def from_bytes(kept: bytes) -> RoutingModel:
    """A model as `to_bytes` gave it. Raises `ValueError` for what is none."""
    # No pickles: what is read can be nothing but arrays.
    with np.load(io.BytesIO(kept), allow_pickle=False) as arrays:
        return RoutingModel(
            topics=tuple(arrays["topics"].tolist()),
            places={name: place for place, name in enumerate(arrays["names"].tolist())},
            idf=arrays["idf"],
            weights=arrays["weights"],
            biases=arrays["biases"],
        )


def _softmax(scores: Vector) -> Vector:
    raised: Vector = np.exp(scores - scores.max())
    shares: Vector = raised / raised.sum()
    return shares
