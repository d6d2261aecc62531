"""What every engine promises: the same entries, whichever answers."""

from dataclasses import replace

import pytest

from search_index import analysis
from search_index.engines import choose, open_engine, rebuild_index
from search_index.entry import Entry
from search_index.order import Order
from search_index.query import parse
from tests.unit.search_index.conftest import ENTRIES


def found(engine, typed, **filters):
    return {hit.id for hit in engine.search(parse(typed), filters, per_page=50).hits}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("สหกรณ์", {"b-1"}),
        # digits and eras
        ("2565", {"b-1", "d-2"}),
        ("๒๕๖๕", {"b-1", "d-2"}),
        ("2022", {"b-1", "d-2"}),
        ("ปี 2565", {"b-1", "d-2"}),
        ("สหกรณ์ ปี 65", {"b-1"}),
        ("สหกรณ์ปี๖๕", {"b-1"}),
        ("สหกรณ์ ปี 66", set()),
        ("มาตรา 12", {"d-1-s12"}),
        ("มาตรา ๑๒", {"d-1-s12"}),
        # abbreviations
        ("พ.ร.บ.", {"b-1"}),
        ("พระราชบัญญัติ", {"b-1"}),
        ("พรบสหกรณ์", {"b-1"}),
        ("สว", {"d-1", "d-1-s12"}),
        ("กม.", {"b-2", "d-1", "d-1-s12", "d-3"}),
        # a word inside a compound
        ("วุฒิสภา", {"d-1", "d-1-s12"}),
        # words that differ by a tone
        ("ขาว", {"d-1-s12"}),
        ("ข่าว", {"d-1"}),
        ("ข้าว", {"b-2"}),
        ("ข่า", set()),
        # a piece that ends inside words
        ("ที่กลั่นกร", {"d-1"}),
        ('"รองกฎหมาย"', {"d-1"}),
        # all words, without those that say nothing
        ("กลั่นกรอง กฎหมาย", {"d-1", "d-3"}),
        ("กฎหมายเกี่ยวกับวุฒิสภา", {"d-1", "d-1-s12"}),
        ("ของ", {"d-1-s12", "d-3"}),
        # phrases, exclusion, alternatives
        ('"กลั่นกรองกฎหมาย"', {"d-1"}),
        ('"กฎหมายกลั่นกรอง"', set()),
        ("“กลั่นกรองกฎหมาย”", {"d-1"}),
        ("คู่มือ -ขาว", {"d-1"}),
        ('กฎหมาย -"กลั่นกรองกฎหมาย"', {"b-2", "d-1-s12", "d-3"}),
        ("คู่มือ NOT ขาว", {"d-1"}),
        ('กฎหมาย AND NOT "กลั่นกรองกฎหมาย"', {"b-2", "d-1-s12", "d-3"}),
        ("กลั่นกรอง AND กฎหมาย", {"d-1", "d-3"}),
        ("-กฎหมาย", set()),
        ("NOT กฎหมาย", set()),
        ("สหกรณ์ OR ข้าว", {"b-1", "b-2"}),
        ('"กลั่นกรองกฎหมาย" OR ข้าว ร่าง', {"b-2"}),
        # English in its forms
        ("committee", {"d-2"}),
        ("SENATES reporting", {"d-2"}),
        ('"report to the Senate"', {"d-2"}),
        ('"Senate report"', set()),
        # no wildcard, no prefix, no field
        ("สห*", set()),
        ("committ*", set()),
        ("id:b-1", set()),
        # nothing asked
        ("", set()),
        ("ๆ", set()),
        ("!?", set()),
    ],
)
def test_a_query_finds_these_and_no_others(engine, typed, ids):
    assert found(engine, typed) == ids


def test_a_phrase_does_not_reach_from_the_title_into_the_text(engine):
    assert found(engine, '"คู่มือสมาชิกวุฒิสภา"') == {"d-1", "d-1-s12"}
    assert found(engine, '"วุฒิสภา สมาชิก"') == set()


def test_the_name_weighs_more_than_the_text(engine):
    engine.add(
        [
            Entry("named", "document", "/n", "สหกรณ์การเกษตร", text="ว่าด้วยการจัดตั้ง"),
            Entry("mentioned", "document", "/m", "ว่าด้วยการจัดตั้ง", text="สหกรณ์การเกษตร"),
        ]
    )
    order = [hit.id for hit in engine.search(parse("สหกรณ์การเกษตร"), {}).hits]
    assert order.index("named") < order.index("mentioned")


def test_filters_narrow_and_facets_count(engine):
    results = engine.search(parse("กฎหมาย"), {})
    assert results.total == 4
    assert results.facets["kind"] == {"document": 2, "bill": 1, "section": 1}
    assert results.facets["year"] == {"2565": 2, "2566": 1, "2567": 1}
    narrowed = engine.search(parse("กฎหมาย"), {"kind": "document", "year": "2565"})
    assert [hit.id for hit in narrowed.hits] == ["d-1"]
    assert narrowed.facets["year"] == {"2565": 1}


def test_a_section_is_found_by_its_document_but_not_counted_by_it(engine):
    assert found(engine, "คู่มือ", parent="d-1") == {"d-1-s12"}
    assert "parent" not in engine.search(parse("คู่มือ"), {}).facets


def test_a_filter_that_nothing_has_finds_nothing(engine):
    results = engine.search(parse("กฎหมาย"), {"kind": "vote"})
    assert (results.hits, results.total, results.facets) == ([], 0, {})


def test_pages_hold_every_hit_once(engine):
    engine.add(replace(ENTRIES[1], id=f"b-{number}") for number in range(10, 33))
    pages = [engine.search(parse("ข้าว"), {}, page=page, per_page=10) for page in (1, 2, 3, 4)]
    ids = [hit.id for page in pages for hit in page.hits]
    assert [len(page.hits) for page in pages] == [10, 10, 4, 0]
    assert {page.total for page in pages} == {24}
    assert len(set(ids)) == 24


def test_what_a_phrase_finds_is_counted_paged_and_filtered_like_all_else(engine):
    def news(number, year):
        text = "ปลูกป่าชายเลนไว้กันคลื่น" + " แล้ว" * number
        kind = "news" if number % 2 else "document"
        return Entry(f"p-{number}", kind, "/p", "ข่าว", text=text, facets={"year": year})

    phrase = parse('"ป่าชายเลนไว้กัน"')
    engine.add(news(number, str(2560 + number % 3)) for number in range(30))
    engine.remove(["p-0", "p-1"])
    pages = [engine.search(phrase, {}, page, 10) for page in (1, 2, 3, 4)]
    ids = [hit.id for page in pages for hit in page.hits]
    assert sorted(ids) == sorted(f"p-{number}" for number in range(2, 30))
    assert {page.total for page in pages} == {28}
    assert pages[0].facets["kind"] == {"document": 14, "news": 14}
    assert pages[3].facets["year"] == {"2562": 10, "2560": 9, "2561": 9}
    narrowed = engine.search(phrase, {"year": "2562", "kind": "news"}, without=["p-5"])
    assert (narrowed.total, narrowed.facets["year"]) == (4, {"2562": 4})
    engine.add([news(2, "2570")])
    assert engine.search(phrase, {}).facets["year"]["2570"] == 1


def test_the_last_words_of_a_very_long_entry_are_found_and_it_is_one_entry(engine):
    # As long as the longest section of the public records was found to.
    text = "บัญชีสินค้าขาเข้า\n" * 12_000 + "เครื่องวัดแผ่นดินไหวใต้ทะเล"
    assert len(text) > 200_000
    engine.add([Entry("x", "section", "/x", "พิกัด", text=text, facets={"parent": "d-9"})])
    for typed in ("แผ่นดินไหว", '"วัดแผ่นดินไหวใต้ทะเล"', "บัญชี แผ่นดินไหว", "สินค้าขาเข้า"):
        results = engine.search(parse(typed), {"parent": "d-9"})
        assert ([hit.id for hit in results.hits], results.total) == (["x"], 1), typed
        assert results.facets["kind"] == {"section": 1}
    engine.remove(["x"])
    assert found(engine, "แผ่นดินไหว") == found(engine, "สินค้าขาเข้า") == set()
    assert engine.count() == len(ENTRIES)


def dated(number, day, published=None):
    text = "ปลาทู " * (1 + number % 3)
    return Entry(f"n-{number}", "news", "/n", "ข่าว", text=text, date=day, published=published)


def in_order(engine, order, pages, per_page):
    asked = [engine.search(parse("ปลาทู"), {}, page, per_page, order=order) for page in pages]
    assert {found.total for found in asked} == {engine.search(parse("ปลาทู"), {}).total}
    return [hit.id for found in asked for hit in found.hits]


def test_the_newest_is_the_newest_of_all_that_is_found(engine):
    days = [f"20{year}-0{month}-15" for year in range(10, 26) for month in range(1, 10)]
    engine.add(dated(number, day) for number, day in enumerate(reversed(days)) if number % 2)
    engine.add(dated(number, day) for number, day in enumerate(reversed(days)) if not number % 2)
    engine.add([dated(900, None), dated(901, "1932-12-10")])
    wanted = [f"n-{number}" for number in [*range(len(days)), 901, 900]]
    assert in_order(engine, Order.DAY, range(1, 16), 10) == wanted
    assert in_order(engine, Order.DAY, [16], 10) == []


def test_what_was_published_last_comes_first_and_of_one_day_the_newest(engine):
    engine.add(
        [
            dated(1, "2017-04-06", "2026-03-02T05:00:00+00:00"),
            dated(2, "2025-01-01", "2026-03-02T01:00:00+00:00"),
            dated(3, "2026-03-01"),
            dated(4, None, "2026-03-05T00:00:00+00:00"),
            dated(5, None),
        ]
    )
    assert in_order(engine, Order.PUBLISHED, [1], 10) == ["n-4", "n-2", "n-1", "n-3", "n-5"]
    engine.remove(["n-4"])
    assert in_order(engine, Order.PUBLISHED, [1], 2) == ["n-2", "n-1"]


def test_an_entry_may_have_several_values_of_a_facet(engine):
    engine.add([Entry("x", "document", "/x", "การคลัง", facets={"form": ("sound", "braille")})])
    engine.add([Entry("y", "document", "/y", "การคลัง", facets={"form": ("braille",)})])
    assert engine.search(parse("การคลัง"), {}).facets["form"] == {"braille": 2, "sound": 1}
    assert found(engine, "การคลัง", form="sound") == {"x"}
    assert found(engine, "การคลัง", form="braille") == {"x", "y"}


def test_facet_values_may_hold_spaces_commas_and_signs(engine):
    value = "กมธ. การเงิน, การคลัง = ธนาคาร"
    engine.add([Entry("x", "bill", "/x", "การคลัง", facets={"committee": value})])
    assert found(engine, "การคลัง", committee=value) == {"x"}
    assert engine.search(parse("การคลัง"), {}).facets["committee"] == {value: 1}


def test_removed_entries_are_gone(engine):
    engine.remove(["d-1", "b-9"])
    assert found(engine, "วุฒิสภา") == {"d-1-s12"}
    assert engine.count() == len(ENTRIES) - 1


def test_removing_and_adding_nothing_changes_nothing(engine):
    engine.remove([])
    engine.add([])
    assert engine.count() == len(ENTRIES)


def test_an_entry_added_again_takes_the_place_of_the_first(engine):
    engine.add([replace(ENTRIES[1], title="ร่างกฎหมายว่าด้วยปลา")])
    assert found(engine, "ข้าว") == set()
    assert found(engine, "ปลา") == {"b-2"}
    assert engine.count() == len(ENTRIES)


def test_of_two_entries_of_one_id_in_one_batch_the_last_stays(engine):
    first, last = (Entry("x", "bill", "/x", title) for title in ("ร่างแรก", "ร่างหลัง"))
    engine.add([first, last])
    assert found(engine, "ร่างหลัง") == {"x"}
    assert found(engine, "ร่างแรก") == set()


def test_what_was_removed_stays_gone_after_every_kind_of_refresh(engine):
    # In Whoosh's forks a refreshed searcher brings removed entries back and doubles others.
    found(engine, "กฎหมาย")
    engine.remove(["d-3"])
    engine.add([replace(ENTRIES[1], text="กฎหมายปลา")])
    assert found(engine, "กฎหมาย") == {"b-2", "d-1", "d-1-s12"}
    for number in range(12):
        engine.add([Entry(f"n-{number}", "news", "/n", "กฎหมายใหม่")])
        results = engine.search(parse("กฎหมาย"), {}, per_page=50)
        ids = [hit.id for hit in results.hits]
        assert len(ids) == len(set(ids)) == results.total == 4 + number
        assert "d-3" not in ids


def test_rebuilding_replaces_everything(engine):
    engine.rebuild([Entry("only", "bill", "/only", "ร่างเดียว")])
    assert engine.count() == 1
    assert found(engine, "กฎหมาย") == set()
    assert found(engine, "ร่าง") == {"only"}


def test_a_rebuild_that_fails_leaves_the_index_as_it_was(engine):
    with pytest.raises(ValueError, match="b-1"):
        engine.rebuild([ENTRIES[0], ENTRIES[0]])
    assert engine.count() == len(ENTRIES)


def test_an_addition_that_fails_adds_nothing_and_frees_the_writer(engine):
    with pytest.raises(TypeError):
        engine.add([Entry("x", "bill", "/x", "ร่าง"), Entry("y", "bill", "/y", None, text=5)])
    engine.add([Entry("z", "bill", "/z", "ร่าง")])
    assert engine.count() == len(ENTRIES) + 1


def test_an_index_is_found_again(engine, name, place):
    again = open_engine(name, place)
    assert again.count() == len(ENTRIES)
    assert again.version() == analysis.version()
    again.close()


def test_an_empty_index_finds_nothing(name, place):
    engine = rebuild_index(name, place, [])
    assert engine.count() == 0
    assert engine.search(parse("กฎหมาย"), {}).total == 0
    engine.add(ENTRIES)
    assert engine.count() == len(ENTRIES)
    engine.close()


def test_whoosh_serves_ten_thousand_entries_and_tantivy_more():
    assert choose(0) == choose(10_000) == "whoosh"
    assert choose(10_001) == "tantivy"


def test_an_unknown_engine_is_named(tmp_path):
    with pytest.raises(ValueError, match="sphinx"):
        open_engine("sphinx", tmp_path)
