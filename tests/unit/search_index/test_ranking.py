"""Literal order, and a page of it."""

from search_index.engines import rebuild_index
from search_index.entry import Entry
from search_index.finding import find
from search_index.query import parse
from search_index.ranking import Candidate, rerank


def order(typed, *entries):
    return [c.entry.id for c in rerank(parse(typed), [Candidate(entry, 1.0) for entry in entries])]


def entry(name, **fields):
    return Entry(name, "bill", f"/{name}", **{"title": "ร่าง", **fields})


def test_short_names_come_before_titles_headings_and_texts():
    by_field = [
        entry("text", text="ว่าด้วยสหกรณ์การเกษตร"),
        entry("heading", heading="หมวดสหกรณ์การเกษตร"),
        entry("title", title="ร่างสหกรณ์การเกษตร"),
        entry("short", short="พ.ร.บ. สหกรณ์การเกษตร"),
        entry("none", text="สหกรณ์ของผู้ทำการเกษตร"),
    ]
    assert order("สหกรณ์การเกษตร", *by_field) == ["short", "title", "heading", "text", "none"]


def test_the_thing_itself_comes_before_what_only_names_it():
    act = entry("act", title="พระราชบัญญัติสหกรณ์")
    change = entry("change", title="พระราชบัญญัติสหกรณ์ (ฉบับที่ ๓)")
    assert order("พระราชบัญญัติสหกรณ์", change, act) == ["act", "change"]
    assert order("พ.ร.บ.สหกรณ์", change, act) == ["act", "change"]


def test_a_section_is_found_by_its_number_and_not_by_a_longer_one():
    sections = [entry(f"s{number}", heading=f"มาตรา {number}") for number in ("๑๒๓", "๑๒", "๑")]
    assert order("มาตรา 12", *sections)[0] == "s๑๒"
    assert order("มาตรา ๑", *sections)[0] == "s๑"


def test_words_that_stand_together_come_before_words_apart():
    apart = entry("apart", text="กฎหมายที่ต้องกลั่นกรอง")
    together = entry("together", text="การกลั่นกรองกฎหมาย")
    assert order("กลั่นกรอง กฎหมาย", apart, together) == ["together", "apart"]


def test_between_equals_the_score_decides_then_the_date():
    first, second = entry("a", title="สหกรณ์", date="2020-01-01"), entry("b", title="สหกรณ์")
    later = entry("c", title="สหกรณ์", date="2024-01-01")
    ranked = rerank(
        parse("สหกรณ์"), [Candidate(first, 1.0), Candidate(second, 2.0), Candidate(later, 1.0)]
    )
    assert [candidate.entry.id for candidate in ranked] == ["b", "c", "a"]


def test_no_candidates_have_no_order():
    assert rerank(parse("สหกรณ์"), []) == []


def numbered(count):
    return {f"e{n}": entry(f"e{n}", title=f"สหกรณ์ที่ {n}") for n in range(count)}


def test_pages_show_every_entry_once_beyond_the_reordered_ones(tmp_path):
    entries = numbered(130)
    engine = rebuild_index("tantivy", tmp_path, entries.values())
    asked = []

    def fetch(ids):
        asked.append(len(ids))
        return {key: entries[key] for key in ids}

    pages = [find(engine, parse("สหกรณ์"), fetch, page=page, per_page=25) for page in range(1, 8)]
    shown = [entry.id for page in pages for entry in page.entries]
    assert sorted(shown) == sorted(entries)
    assert [len(page.entries) for page in pages] == [25, 25, 25, 25, 25, 5, 0]
    assert max(asked) <= 75
    assert {page.results.total for page in pages} == {130}


def test_entries_that_are_gone_from_their_source_are_passed_over(tmp_path):
    entries = numbered(3)
    engine = rebuild_index("tantivy", tmp_path, entries.values())
    found = find(engine, parse("สหกรณ์"), lambda _: {"e1": entries["e1"]})
    assert [entry.id for entry in found.entries] == ["e1"]


def test_a_document_comes_before_its_sections_that_bear_its_title_and_they_by_their_own_words():
    title = "พระราชบัญญัติลิขสิทธิ์ พ.ศ. ๒๕๓๗"
    parent = {"parent": "law"}
    law = entry("law", title=title)
    first = entry("law/1", title=title, heading="มาตรา ๑", text="ลิขสิทธิ์", facets=parent)
    spoken = entry("law/9", title=title, heading="มาตรา ๙ ผู้สร้างสรรค์", facets=parent)
    assert order("ลิขสิทธิ์", first, spoken, law)[0] == "law"
    assert order("ผู้สร้างสรรค์ ลิขสิทธิ์", law, first, spoken)[0] == "law/9"


def test_a_section_asked_for_by_its_number_comes_before_what_speaks_of_it():
    parent = {"parent": "law"}
    asked = entry("law/256", title="รัฐธรรมนูญ", heading="มาตรา ๒๕๖", facets=parent)
    longer = entry("law/256/1", title="รัฐธรรมนูญ", heading="มาตรา ๒๕๖/๑", facets=parent)
    change = entry("change", title="ร่างรัฐธรรมนูญ แก้ไขเพิ่มเติม (แก้ไขมาตรา ๒๕๖)")
    for typed in ("มาตรา 256 รัฐธรรมนูญ", "รธน. ม. ๒๕๖"):
        assert order(typed, change, longer, asked)[0] == "law/256"


def test_the_name_that_begins_with_what_was_typed_comes_first():
    organic = entry("organic", title="พระราชบัญญัติประกอบรัฐธรรมนูญว่าด้วยพรรคการเมือง")
    constitution = entry("constitution", title="รัฐธรรมนูญแห่งราชอาณาจักรไทย")
    assert order("รัฐธรรมนูญ", organic, constitution)[0] == "constitution"
