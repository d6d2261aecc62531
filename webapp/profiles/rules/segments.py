"""Finding groups of people with like habits, and telling whether there really are any.

k-means (Lloyd 1957) on shares of habits; k by the best mean silhouette (Rousseeuw 1987), of which
below 0.25 is no substantial structure (Kaufman and Rousseeuw 1990, table 4); stability by the
adjusted Rand index (Hubert and Arabie 1985) between what is found in all people and in samples of
them drawn with replacement, and from other starts; and the silhouette must be better than that of
the same people with each family of habits shuffled among them. The reasons stand in decision 0017.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from webapp.profiles.rules.traits import family_of
from webapp.shared.disclosure import FEWEST

FEWEST_PEOPLE = 50
MOST_GROUPS = 8
# A segment is at least a tenth of all: fewer are no group that a service is made for.
LEAST_OF_ALL = 0.1
# Of more people than this a sample is looked at; so many are compared for the silhouette.
MOST_PEOPLE, MOST_COMPARED = 20_000, 2_000
LEAST_SILHOUETTE, LEAST_STABILITY = 0.25, 0.8
SAMPLES, STARTS = 20, 5
# Better than each of 19 shuffled: one in twenty would be so by chance.
SHUFFLES = 19
# A trait is told where at least half of a segment have it, a quarter more than of all people.
LEAST_SHARE, LEAST_LIFT, MOST_TOLD = 0.5, 1.25, 4
Rows = NDArray[np.float64]


class Verdict(StrEnum):
    """What may be said of the segments that were looked for."""

    FOUND = "found"
    TOO_FEW = "too_few"
    NO_STRUCTURE = "no_structure"
    UNSTABLE = "unstable"


class Amount(StrEnum):
    """A share in words: no exact figure tells of the one person who is different."""

    NEARLY_ALL = "nearly_all"
    MOST = "most"
    HALF = "half"


@dataclass(frozen=True)
class Segment:
    """People of like habits: how many, as a multiple of five below, and what they do more often
    than others, what differs most first."""

    people: int
    traits: tuple[tuple[str, Amount], ...]


@dataclass(frozen=True)
class Finding:
    """What was found. `silhouette` is -1 to 1, `stability` about 0 (chance) to 1 (always the same).

    `segments` is empty unless the verdict is FOUND: what is not stable is not shown.
    """

    verdict: Verdict
    people: int
    silhouette: float = 0.0
    stability: float = 0.0
    segments: tuple[Segment, ...] = ()


def find_segments(people: Sequence[frozenset[str]], seed: int = 1) -> Finding:
    """Segments of people by their traits; the same people and seed give the same segments."""
    shown = rounded(len(people))
    if len(people) < FEWEST_PEOPLE:
        return Finding(Verdict.TOO_FEW, shown)
    draw = np.random.default_rng(seed)
    if len(people) > MOST_PEOPLE:
        people = [people[place] for place in draw.choice(len(people), MOST_PEOPLE, replace=False)]
    rows = as_rows(people)
    best = max(_candidates(rows, seed), key=lambda one: one[0], default=None)
    if best is None or best[0] < LEAST_SILHOUETTE:
        return Finding(Verdict.NO_STRUCTURE, shown, best[0] if best else 0.0)
    silhouette, labels = best
    stability = stability_of(rows, labels, draw)
    if stability < LEAST_STABILITY:
        return Finding(Verdict.UNSTABLE, shown, silhouette, stability)
    if not goes_together(people, labels, silhouette, draw):
        return Finding(Verdict.NO_STRUCTURE, shown, silhouette, stability)
    segments = tuple(describe(people, labels))
    return Finding(Verdict.FOUND, shown, silhouette, stability, segments)


def rounded(people: int) -> int:
    """A number of people as it is shown: the multiple of five below, so that two findings do not
    differ by one person who came or left."""
    return people // FEWEST * FEWEST


def as_rows(people: Sequence[frozenset[str]]) -> Rows:
    """One row a person: of each family the share of each trait, so that each family weighs one.

    A family of which nothing is known of a person is as of the mean of all: it divides nobody.
    """
    columns = {trait: place for place, trait in enumerate(_traits(people))}
    rows = np.zeros((len(people), len(columns)))
    for row, traits in zip(rows, people, strict=True):
        sizes = Counter(family_of(trait) for trait in traits)
        for trait in traits:
            row[columns[trait]] = 1 / sizes[family_of(trait)]
    for places in _families(people):
        of_family = rows[:, places]
        known = of_family.any(axis=1)
        of_family[~known] = of_family[known].mean(axis=0)
        rows[:, places] = of_family
    return rows


def _traits(people: Sequence[frozenset[str]]) -> list[str]:
    return sorted(set().union(*people))


def _families(people: Sequence[frozenset[str]]) -> list[list[int]]:
    """The columns of each family."""
    places: dict[str, list[int]] = {}
    for place, trait in enumerate(_traits(people)):
        places.setdefault(family_of(trait), []).append(place)
    return list(places.values())


def goes_together(
    people: Sequence[frozenset[str]],
    labels: NDArray[np.int32],
    silhouette: float,
    draw: np.random.Generator,
) -> bool:
    """Whether habits of different families go together more than by chance.

    Independent habits make neat groups too, one for each combination; shuffled they do so as well.
    """
    rows, families = as_rows(people), _families(people)
    groups = int(labels.max()) + 1
    for _ in range(SHUFFLES):
        for places in families:
            rows[:, places] = rows[draw.permutation(len(rows))][:, places]
        found = _fitted(rows, groups, int(draw.integers(2**31)), starts=2).labels_
        if _silhouette(rows, found, 1) >= silhouette - 1e-9:
            return False
    return True


def _candidates(rows: Rows, seed: int) -> Iterator[tuple[float, NDArray[np.int32]]]:
    """Each number of groups with its mean silhouette; none with a group of fewer than five people,
    or of less than a tenth of all."""
    fewest = max(FEWEST, LEAST_OF_ALL * len(rows))
    different = len(np.unique(rows, axis=0))
    for groups in range(2, min(MOST_GROUPS, different) + 1):
        labels = _fitted(rows, groups, seed).labels_
        if np.bincount(labels, minlength=groups).min() >= fewest:
            yield _silhouette(rows, labels, seed), labels


def _fitted(rows: Rows, groups: int, seed: int, starts: int = 5) -> Any:
    # Asked for late: only the worker that looks pays for its start.
    return (
        import_module("sklearn.cluster").KMeans(groups, n_init=starts, random_state=seed).fit(rows)
    )


def _silhouette(rows: Rows, labels: NDArray[np.int32], seed: int) -> float:
    size = min(MOST_COMPARED, len(rows))
    score = import_module("sklearn.metrics").silhouette_score
    return float(score(rows, labels, sample_size=size, random_state=seed))


def _likeness(one: NDArray[np.int32], other: NDArray[np.int32]) -> float:
    return float(import_module("sklearn.metrics").adjusted_rand_score(one, other))


def stability_of(rows: Rows, labels: NDArray[np.int32], draw: np.random.Generator) -> float:
    """How alike the groups come out again: the lower mean index, of samples and of other starts."""
    groups = int(labels.max()) + 1
    samples = []
    for _ in range(SAMPLES):
        drawn = rows[draw.integers(len(rows), size=len(rows))]
        if len(np.unique(drawn, axis=0)) < groups:
            samples.append(0.0)
            continue
        found = _fitted(drawn, groups, int(draw.integers(2**31)), starts=3).predict(rows)
        samples.append(_likeness(labels, found))
    starts = [
        _likeness(labels, _fitted(rows, groups, int(draw.integers(2**31))).labels_)
        for _ in range(STARTS)
    ]
    return min(float(np.mean(samples)), float(np.mean(starts)))


def describe(people: Sequence[frozenset[str]], labels: NDArray[np.int32]) -> Iterator[Segment]:
    """The segments in words' keys, the largest first."""
    overall = _shares(people)
    for group, _size in Counter(labels.tolist()).most_common():
        inside = [traits for traits, label in zip(people, labels, strict=True) if label == group]
        yield Segment(rounded(len(inside)), tuple(_told(_shares(inside), overall, len(inside))))


def _told(
    inside: Mapping[str, float], overall: Mapping[str, float], size: int
) -> Iterator[tuple[str, Amount]]:
    lifted = [
        trait
        for trait, share in inside.items()
        if share >= LEAST_SHARE
        and share >= LEAST_LIFT * overall[trait]
        and round(share * size) >= FEWEST
    ]
    for trait in sorted(lifted, key=lambda one: (overall[one] - inside[one], one))[:MOST_TOLD]:
        yield trait, amount_of(inside[trait])


def amount_of(share: float) -> Amount:
    """A share of at least half in words."""
    if share >= 0.9:
        return Amount.NEARLY_ALL
    return Amount.MOST if share >= 0.6 else Amount.HALF


def _shares(people: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(trait for traits in people for trait in traits)
    return {trait: count / len(people) for trait, count in counts.items()}
