"""What people type, and what attackers do."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search_index import analysis
from search_index.engines import rebuild_index
from search_index.entry import Entry
from search_index.finding import find
from search_index.passages import passage
from search_index.query import LONGEST, Part, Query, parse
from search_index.ranking import Candidate, rerank
from tests.unit.search_index.conftest import ENTRIES

HOSTILE = [
    "",
    " ",
    "((((",
    "))))",
    "()",
    '"',
    '""',
    '"""',
    '"กฎหมาย',
    'กฎหมาย"',
    '-"',
    "-",
    "--",
    "---กฎหมาย",
    "*",
    "กา*",
    "?",
    "~กฎหมาย~5",
    "กฎหมาย^99",
    "[TO",
    "[ก TO ฮ]",
    "{กฎหมาย}",
    "OR",
    "OR OR OR",
    "กฎหมาย OR",
    "AND NOT",
    "id:d-1",
    "terms:*",
    "😀",
    "👩‍👩‍👧‍👦",
    "\x00\x01\x02",
    "\ud800",
    "กฎหมาย" * 1_000,
    "ก" * 5_000,
    "-ก " * 1_700,
    "\u0e48\u0e49\u0e31",
    "'; DROP TABLE bills; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "\\",
    "%s %d {0}",
    "ｗｉｄｅ",
]


@pytest.fixture(scope="module", params=["whoosh", "tantivy"])
def engine(request, tmp_path_factory):
    opened = rebuild_index(request.param, tmp_path_factory.mktemp("index"), ENTRIES)
    yield opened
    opened.close()


def wanted(typed):
    return [[(part.text, part.is_phrase) for part in group] for group in parse(typed).wanted]


def test_words_are_wanted_all():
    assert wanted("กฎหมาย  สหกรณ์") == [[("กฎหมาย", False)], [("สหกรณ์", False)]]


@pytest.mark.parametrize("typed", ['"กฎหมาย สหกรณ์"', "“กฎหมาย สหกรณ์”", "«กฎหมาย สหกรณ์»"])
def test_quotes_of_every_kind_make_a_phrase(typed):
    assert wanted(typed) == [[("กฎหมาย สหกรณ์", True)]]


@pytest.mark.parametrize("typed", ["กฎหมาย -สหกรณ์", "-สหกรณ์ กฎหมาย", "กฎหมาย −สหกรณ์"])
def test_a_minus_before_a_word_excludes_it(typed):
    query = parse(typed)
    assert query.wanted == ((Part("กฎหมาย"),),)
    assert query.unwanted == (Part("สหกรณ์"),)


def test_a_phrase_can_be_excluded():
    assert parse('ก -"ข ค"').unwanted == (Part("ข ค", is_phrase=True),)


def test_a_minus_inside_a_word_is_a_part_of_it():
    assert wanted("COVID-19") == [[("COVID-19", False)]]


def test_or_joins_its_neighbours_alone():
    assert wanted("ก OR ข OR ค ง") == [
        [("ก", False), ("ข", False), ("ค", False)],
        [("ง", False)],
    ]


def test_or_in_small_letters_is_a_word():
    assert wanted("yes or no") == [[("yes", False)], [("or", False)], [("no", False)]]


@pytest.mark.parametrize("typed", ["ก NOT ข", "ก AND NOT ข", "NOT ข ก", "ก NOT -ข", "ก OR NOT ข"])
def test_not_excludes_what_comes_after_it(typed):
    assert parse(typed) == Query(typed, ((Part("ก"),),), (Part("ข"),))


def test_not_excludes_the_next_part_alone():
    query = parse('ก NOT "ข ค" ง NOT')
    assert query.wanted == ((Part("ก"),), (Part("ง"),))
    assert query.unwanted == (Part("ข ค", is_phrase=True),)


def test_and_is_no_word_of_its_own():
    assert wanted("ก AND ข OR ค") == [[("ก", False)], [("ข", False), ("ค", False)]]


def test_not_and_and_in_small_letters_are_words():
    assert wanted("not and") == [[("not", False)], [("and", False)]]


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("งบประมาณ ปี 66", [["งบประมาณ"], ["66", "2566"]]),
        ("งบประมาณ ปี ๒๕๖๖", [["งบประมาณ"], ["2566"]]),
        ("งบปี๖๖", [["งบ"], ["66", "2566"]]),
        ("ปี2566", [["2566"]]),
        ("ปีงบประมาณ 66", [["ปีงบประมาณ"], ["66", "2566"]]),
        ("สหกรณ์ พ.ศ.2560", [["สหกรณ์"], ["2560"]]),
        ("12 ม.ค. 67", [["12"], ["ม.ค."], ["67", "2567"]]),
        ("12มกราคม67", [["12"], ["มกราคม"], ["67", "2567"]]),
        ("ปี 66,000", [["ปี"], ["66,000"]]),
        ("มาตรา 66", [["มาตรา"], ["66"]]),
        ("ปี 12", [["ปี"], ["12"]]),
        ("ปีละ 66", [["ปีละ"], ["66"]]),
        ('"ปี" 66', [["ปี"], ["66"]]),
        ('"ปี 66"', [["ปี 66"]]),
        ("ก -ปี 66", [["ก"], ["66"]]),
    ],
)
def test_a_year_is_meant_in_full_and_what_says_that_it_is_one_is_left_out(typed, groups):
    assert [[part.text for part in group] for group in parse(typed).wanted] == groups


def test_only_exclusion_asks_for_nothing():
    assert parse("-กฎหมาย").is_empty
    assert not parse("กฎหมาย").is_empty


def test_what_was_typed_is_kept_up_to_its_longest():
    assert parse("  กฎหมาย ").typed == "กฎหมาย"
    assert parse("ก" * 5_000).typed == "ก" * LONGEST


def test_equal_queries_are_one_key():
    assert len({parse("กฎหมาย"), parse("กฎหมาย ")}) == 1


def test_words_that_say_nothing_are_left_out_unless_they_are_all():
    def words(typed):
        clauses = analysis.clauses(parse(typed))
        return [forms[0] for group in clauses.wanted for way in group for forms in way.words]

    assert words("รายงาน ของ วุฒิสภา") == ["รายงาน", "วุฒิสภา"]
    assert words("ของ") == ["ของ"]
    assert words("the law of the Senate") == words("law senate")


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_input_gets_an_answer_in_time(engine, typed):
    by_id = {entry.id: entry for entry in ENTRIES}
    began = time.perf_counter()
    query = parse(typed)
    found = find(engine, query, lambda ids: {key: by_id[key] for key in ids})
    for entry in found.entries:
        assert passage(entry.title, query)
    assert time.perf_counter() - began < 1
    assert len(found.entries) <= len(ENTRIES)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_string_is_a_query_and_a_text(typed):
    query = parse(typed)
    assert isinstance(query, Query)
    assert isinstance(analysis.clauses(query), analysis.Clauses)
    assert rerank(query, [Candidate(Entry("x", "bill", "/x", typed), 1.0)])
    assert bool(passage(typed, query)) == bool(typed)


@settings(deadline=None)
@given(
    st.text(alphabet='กขาว่ "-OR๒2().*', max_size=60), st.text(alphabet="กขาว่ ๒2.\n", max_size=90)
)
def test_any_query_gives_a_passage_of_any_text(typed, text):
    pieces = passage(text, parse(typed), length=30)
    shown = "".join(piece for piece, _ in pieces).strip("…")
    assert "".join(shown.split()) in "".join(text.split())
    assert len(shown) <= 30 + 120
