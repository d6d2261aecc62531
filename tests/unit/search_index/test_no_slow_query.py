"""No query makes an engine look at more than it says: no wildcard and no prefix is opened into the
words that fit it, and Whoosh looks for no clusters in a row."""

import re
from itertools import chain, islice, product

import pytest
from whoosh.query import Term
from whoosh.searching import Searcher

from search_index import analysis
from search_index.engines import rebuild_index
from search_index.engines.postgresql import conditions
from search_index.engines.tantivy import TantivyEngine, reader
from search_index.engines.whoosh import files
from search_index.entry import Entry
from search_index.query import LONGEST, parse
from tests.unit.search_index.conftest import ENTRIES

# So many words begin alike: who opens one beginning looks at all of them.
WORDS = ["zq" + "".join(letters) for letters in islice(product("bcdfghjklm", repeat=4), 5_000)]
MANY = [
    Entry(f"n-{start}", "news", "/n", " ".join(WORDS[start : start + 50]))
    for start in range(0, len(WORDS), 50)
]
LONG = [
    "zq* " * 50,
    "zq*" * 66,
    "*" * LONGEST,
    "?" * LONGEST,
    "zq? *zq ?q* " * 16,
    " OR ".join(["zq*"] * 28),
    "-zq* NOT zq* ก",
    '"' + "zq* " * 49 + '"',
    "zq~9 " * 40,
    "[zq TO zr] " * 18,
    "/zq.*/ " * 28,
    "terms:zq* id:* " * 13,
    "ก*" * 100,
]
PHRASES = ['"กลั่นกรองกฎหมายและเสนอข่าวแก่ประชาชน"', '"สมาชิกวุฒิสภา" -"กฎหมายที่ต้องกลั่นกรอง"', '"กา"']


def asked(typed):
    """Every term and pair that a query says, once each."""
    clauses = analysis.clauses(parse(typed))
    ways = [*chain.from_iterable(clauses.wanted), *clauses.unwanted]
    return {one for way in ways for one in chain(*way.words, way.grams)}


@pytest.fixture
def leaves(monkeypatch):
    """All that Whoosh is asked, down to its single looks into the index."""
    seen = []
    for name in ("search", "docs_for_query"):
        well = getattr(Searcher, name)

        def noting(self, query, *more, well=well, **named):
            seen.extend(query.leaves())
            return well(self, query, *more, **named)

        monkeypatch.setattr(Searcher, name, noting)
    return seen


@pytest.fixture
def many(name, place):
    """An index with thousands of words that begin alike."""
    opened = rebuild_index(name, place, MANY)
    yield opened
    opened.close()


def test_a_beginning_finds_none_of_the_thousands_of_words_that_begin_so(many):
    assert many.search(parse(WORDS[7]), {}).total == 1
    for typed in LONG:
        assert many.search(parse(typed), {}).total == 0, typed


@pytest.mark.parametrize("typed", LONG + PHRASES)
def test_whoosh_looks_up_only_what_was_typed_and_each_by_itself(tmp_path, leaves, typed):
    engine = rebuild_index("whoosh", tmp_path, [*ENTRIES, *MANY[:2]])
    engine.search(parse(typed), {})
    engine.close()
    assert {type(leaf) for leaf in leaves} <= {Term}
    assert {leaf.text for leaf in leaves} <= asked(typed)


def test_a_phrase_is_found_in_whoosh_without_positions(tmp_path, leaves):
    engine = rebuild_index("whoosh", tmp_path, ENTRIES)
    assert [hit.id for hit in engine.search(parse('"กลั่นกรองกฎหมาย"'), {}).hits] == ["d-1"]
    engine.close()
    assert leaves
    for name in ("terms", "grams"):
        assert not files.schema()[name].supports("positions")


@pytest.mark.parametrize("typed", LONG + PHRASES)
def test_tantivy_is_asked_for_terms_and_rows_of_them_alone(tmp_path, typed):
    rebuild_index("tantivy", tmp_path, MANY[:2]).close()
    engine = TantivyEngine(tmp_path)
    clauses = analysis.clauses(parse(typed))
    kinds = set(re.findall(r"\b[A-Z]\w*Query\b", repr(engine._reader().tree(clauses, {}, ()))))
    engine.close()
    assert kinds <= {"BooleanQuery", "BoostQuery", "TermQuery", "PhraseQuery", "EmptyQuery"}


@pytest.mark.parametrize(
    ("occurrences", "places"),
    [
        ([1, 1], [0, 1]),
        ([1, 9, 1], [0, 2]),
        ([9, 1, 9, 8, 2, 9], [0, 1, 3, 5]),
        ([9, 5, 1, 9, 2, 9, 9], [0, 2, 4, 6]),
        ([3, 9, 2, 1, 8, 2], [0, 2, 3, 5]),
    ],
)
def test_of_a_phrase_tantivy_reads_the_rarest_pair_and_no_more_than_is_needed(occurrences, places):
    assert reader.places_of(occurrences) == places


def test_tantivy_looks_for_a_phrase_once_also_to_count_it(tmp_path, monkeypatch):
    engine = rebuild_index("tantivy", tmp_path, ENTRIES)
    monkeypatch.setattr(reader.Reader, "_facets", lambda *_: pytest.fail("asked a second time"))
    assert engine.search(parse('"กลั่นกรองกฎหมาย"'), {}).facets["kind"] == {"document": 1}
    engine.close()


@pytest.mark.parametrize("typed", LONG + PHRASES)
def test_postgresql_compares_keys_alone(typed):
    clauses = analysis.clauses(parse(typed))
    asks = conditions.matching(clauses, {}, ()).as_string(None)
    assert not re.search(r"LIKE|SIMILAR|~|\bstarts_with\b", asks, re.IGNORECASE)
    keys = ",".join(re.findall(r"'\{([-\d,]*)\}'::bigint", asks)).split(",")
    assert len(set(keys)) <= max(1, len(asked(typed)))


@pytest.mark.parametrize("typed", LONG)
def test_however_long_a_query_is_it_asks_for_little(typed):
    assert len(asked(typed * 1_000)) <= LONGEST
    assert sum(len(group) for group in parse(typed * 1_000).wanted) <= 24
