"""Questions of every sort are answered right by every engine, on the public records.

The sections of the laws that are asked about are entries too; `python -m bench.golden` asks over
the sections of all.
"""

import pytest

from bench.queries.corpus import golden_entries
from bench.queries.golden import Asker, questions, vocabulary_of
from search_index.engines import rebuild_index
from tests.support.public_data import ABSENT, SHARED_DATA

pytestmark = pytest.mark.skipif(not SHARED_DATA.is_dir(), reason=ABSENT)

# Of what is asked, so much is to be found at all: words as they stand, pieces cut anywhere, words
# inside compounds, words that no dictionary has.
LEAST = {"title": 0.99, "piece": 0.97, "compound": 1.0, "unknown": 0.99}
LEAST_AT_10, LEAST_RANK = 0.97, 0.85


@pytest.fixture(scope="module")
def entries():
    answers = {answer for question in questions() for answer in question.answers}
    return golden_entries(SHARED_DATA, {a.partition("/")[0] for a in answers if "/" in a})


@pytest.fixture(scope="module")
def vocabulary(entries):
    return vocabulary_of(entries)


def test_there_are_enough_questions_of_every_sort():
    kinds = [question.kind for question in questions()]
    assert len(kinds) >= 250
    assert min(map(kinds.count, set(kinds))) >= 25
    assert len({question.typed for question in questions()}) == len(kinds)


def test_every_answer_is_an_entry(entries):
    known = {entry.id for entry in entries}
    assert {answer for one in questions() for answer in one.answers} <= known


def test_what_is_asked_is_found_and_stands_first(name, place, entries, vocabulary):
    engine = rebuild_index(name, place, entries)
    scores = Asker(engine, entries, vocabulary).scores(questions())
    engine.close()
    for kind, least in LEAST.items():
        assert scores[kind].recall >= least, (kind, scores[kind].missed)
    assert scores["all"].recall_at_10 >= LEAST_AT_10, scores["all"].missed
    assert scores["all"].reciprocal_rank >= LEAST_RANK
