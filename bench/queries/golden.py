"""Questions with their right answers, and how well an engine answers them.

`golden.tsv` holds them: what sort of question, what is typed, the ids of all right answers. They
were written from the titles, numbers and English names of the public records, answers by hand.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from search_index.engines import SearchEngine
from search_index.entry import Entry
from search_index.finding import find
from search_index.query import parse
from search_index.slips import in_other_layout, spelt_otherwise
from search_index.spelling import Vocabulary, vocabulary_words

FIRST_PAGE = 10
_FILE = Path(__file__).with_name("golden.tsv")


@dataclass(frozen=True)
class Question:
    """What is typed, and the ids of everything that it should find."""

    kind: str
    typed: str
    answers: frozenset[str]


@dataclass(frozen=True)
class Score:
    """Shares of 1: right answers found at all, and on the first page; and the mean of one divided
    by the place of the first right answer."""

    count: int
    recall: float
    recall_at_10: float
    reciprocal_rank: float
    missed: tuple[str, ...]


def questions() -> list[Question]:
    """All questions of the file."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Question(r["class"], r["typed"], frozenset(r["answers"].split())) for r in rows]


def vocabulary_of(entries: Iterable[Entry]) -> Vocabulary:
    """The words by which a misspelling is mended, with in how many entries each stands."""
    counts: dict[str, int] = {}
    for entry in entries:
        for word in vocabulary_words((entry.short, entry.title, entry.heading, entry.text)):
            counts[word] = counts.get(word, 0) + 1
    return Vocabulary(counts)


class Asker:
    """Asks an engine as the page does: words that find nothing are tried as they may be meant."""

    def __init__(
        self, engine: SearchEngine, entries: Iterable[Entry], vocabulary: Vocabulary
    ) -> None:
        self._engine = engine
        self._entries = {entry.id: entry for entry in entries}
        self._vocabulary = vocabulary

    def scores(self, asked: Sequence[Question]) -> dict[str, Score]:
        """How well each sort of question is answered, and all of them together."""
        kinds = dict.fromkeys(question.kind for question in asked)
        told = {question: self._answered(question.typed) for question in asked}
        found = {kind: _score(told, [q for q in asked if q.kind == kind]) for kind in kinds}
        return {**found, "all": _score(told, asked)}

    def _answered(self, typed: str) -> tuple[list[str], frozenset[str]]:
        """The ids of the first page in order, and of everything that is found."""
        spelt = spelt_otherwise(typed, self._vocabulary)
        for meant in (typed, in_other_layout(typed), spelt and spelt.words):
            page = self._first_page(meant) if meant else []
            if page and meant:
                everything = self._engine.search(parse(meant), {}, 1, len(self._entries)).hits
                return page, frozenset(hit.id for hit in everything)
        return [], frozenset()

    def _first_page(self, typed: str) -> list[str]:
        found = find(self._engine, parse(typed), self._fetch, per_page=FIRST_PAGE)
        return [entry.id for entry in found.entries]

    def _fetch(self, ids: Sequence[str]) -> Mapping[str, Entry]:
        return {one: self._entries[one] for one in ids}


def _score(
    told: Mapping[Question, tuple[list[str], frozenset[str]]], asked: Sequence[Question]
) -> Score:
    recall = first = rank = 0.0
    missed: list[str] = []
    for question in asked:
        page, everything = told[question]
        right = question.answers
        recall += len(right & everything) / len(right)
        first += len(right.intersection(page)) / len(right)
        rank += next((1 / place for place, one in enumerate(page, 1) if one in right), 0.0)
        if not right.issubset(page):
            missed.append(question.typed)
    count = len(asked)
    return Score(count, recall / count, first / count, rank / count, tuple(missed))
