"""Entries and queries as terms, the same for every engine, which only has to compare strings.

An entry has two fields. `terms` holds its words and the words inside compounds; what stands in a
name counts as often as its weight says. `grams` holds neighbouring character clusters, so that a
piece of text is found which does not end where a word ends. Beside them stands the entry's run of
clusters, in which an engine without positions looks whether pairs stand in order.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain

from search_index.entry import CAME, PARENT, Entry
from search_index.order import own_day, published_day
from search_index.query import Part, Query
from search_index.runs import pairs_in, run_of
from thai_text import dictionary
from thai_text import words as thai

# How often a word counts by where it stands (BM25F: weights are applied before saturation).
SHORT_WEIGHT, TITLE_WEIGHT, HEADING_WEIGHT, TEXT_WEIGHT = 6, 5, 2, 1
# A piece of text met as it stands tells more than its words, which may stand apart.
GRAM_BOOST = 2.0
# A year in the other era or an unsure abbreviation in full tells less than what was typed.
OTHER_FORM_BOOST = 0.5
# Stands between fields, so that no phrase reaches from one into the next; two, as an engine may
# compare every other pair only.
_GAP = ("|", "|")
_GAP_IN_RUN = "|"
# Facets to filter by, never to count.
_UNCOUNTED = (PARENT, CAME)
# Two clusters by themselves stand in too many words: มาก in มากรุงเทพ.
_FEWEST_GRAMS = 2
# Left out of a query that also says something else: they stand in nearly every text.
STOP_WORDS = frozenset(
    resources.files("search_index").joinpath("stop_words.txt").read_text(encoding="utf-8").split()
)


@dataclass(frozen=True)
class Fields:
    """An entry as an engine stores it: space-separated terms, and facets as "name=value".

    `facets` are all that one can filter by, `counted` those of them that results are counted by;
    `day` and `published` are what one can sort by (see `search_index.order`).
    """

    id: str
    terms: str
    grams: str
    run: bytes
    facets: tuple[str, ...]
    counted: tuple[str, ...]
    day: int
    published: int


@dataclass(frozen=True)
class Way:
    """How an entry may meet a part of a query.

    Either by all `words`, each in one of its forms, the typed form first; or by all `grams`. An
    exact way is met only by the grams in unbroken order, that is by its `run` within the entry's.
    """

    words: tuple[tuple[str, ...], ...]
    grams: tuple[str, ...]
    exact: bool = False
    run: bytes = b""

    def is_in(self, entry_run: bytes) -> bool:
        """An entry's run holds all pairs, in their order where the way is exact."""
        if self.exact:
            return self.run in entry_run
        return all(pair in entry_run for pair in pairs_in(self.run))


@dataclass(frozen=True)
class Clauses:
    """A query for an engine: all groups, each met in one of its ways, and none of `unwanted`."""

    wanted: tuple[tuple[Way, ...], ...]
    unwanted: tuple[Way, ...]


def fields(entry: Entry) -> Fields:
    """What is stored of an entry."""
    weighted = (
        (entry.short, SHORT_WEIGHT),
        (entry.title, TEXT_WEIGHT if entry.is_part else TITLE_WEIGHT),
        (entry.heading, HEADING_WEIGHT),
        (entry.text, TEXT_WEIGHT),
    )
    terms: list[str] = []
    grams: list[str] = []
    clusters: list[str] = []
    for text, weight in weighted:
        if text:
            terms.extend(thai.index_terms(text) * weight)
            found = thai.clusters(text)
            grams.extend([*thai.pairs(found), *_GAP])
            clusters.extend([*found, _GAP_IN_RUN])
    values = {**entry.facets, "kind": entry.kind, "lang": entry.lang}
    facets = {name: _facets(name, value) for name, value in values.items()}
    return Fields(
        entry.id,
        " ".join(terms),
        " ".join(grams),
        run_of(clusters),
        tuple(chain.from_iterable(facets.values())),
        tuple(chain.from_iterable(facets[name] for name in facets if name not in _UNCOUNTED)),
        own_day(entry),
        published_day(entry),
    )


def facet(name: str, value: str) -> str:
    """A facet and its value as one term."""
    return f"{name}={value}"


def _facets(name: str, value: str | Sequence[str]) -> list[str]:
    several = [value] if isinstance(value, str) else value
    return [facet(name, one) for one in several if one]


def clauses(query: Query) -> Clauses:
    """What an engine looks for; parts that hold no word are left out."""
    groups = [ways for group in query.wanted if (ways := _ways(group))]
    telling = [ways for ways in groups if not all(map(_is_stop_word, ways))]
    return Clauses(tuple(telling or groups), _ways(query.unwanted))


@cache
def version() -> str:
    """Changes with every rule that decides how an entry is cut and stored."""
    package = resources.files("search_index")
    own = [package.joinpath(name) for name in ("analysis.py", "order.py", "runs.py")]
    sources = [*own, *_sources(package.joinpath("engines"))]
    rules = [path.read_text(encoding="utf-8") for path in sources]
    return hashlib.sha256("\0".join([thai.analyser_version(), *rules]).encode()).hexdigest()[:16]


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir():
            yield from _sources(path)
        elif path.name.endswith(".py"):
            yield path


def _ways(parts: tuple[Part, ...]) -> tuple[Way, ...]:
    return tuple(way for part in parts if (way := _way(part)))


def _way(part: Part) -> Way | None:
    terms = list(dict.fromkeys(thai.words(part.text)))
    telling = [term for term in terms if term not in STOP_WORDS] or terms
    clusters = thai.clusters(part.text)
    grams = tuple(thai.pairs(clusters))
    if not terms:
        return None
    forms = tuple((term, *thai.other_forms(term)) for term in telling)
    if part.is_phrase and grams:
        return Way(forms, grams, exact=True, run=run_of(clusters))
    # A known word is found inside compounds by the index's sub-words, faster and surer.
    is_known = len(terms) == 1 and dictionary.knows(terms[0])
    needed = () if is_known or len(grams) < _FEWEST_GRAMS else grams
    return Way(forms, needed, run=run_of(clusters))


def _is_stop_word(way: Way) -> bool:
    return not way.exact and all(forms[0] in STOP_WORDS for forms in way.words)
