"""Looking through texts without an index finds what an index of them would."""

import pytest

from search_index.engines import rebuild_index
from search_index.entry import Entry
from search_index.query import parse
from search_index.scanning import scan

ENTRIES = [
    Entry("lift", "x", "", "ลิฟต์ตึกกลางเสีย", text="ขึ้นไปประชุมเรื่องสหกรณ์ไม่ได้"),
    Entry("toilet", "x", "", "ป้ายหน้าห้องน้ำ", short="ห้องน้ำ", heading="ชั้นสาม", text="ขออักษรเบรลล์"),
    Entry("senate", "x", "", "สมาชิกวุฒิสภา", text="ประชุมปี ๒๕๖๐ ตาม พ.ร.บ.สหกรณ์"),
    Entry("english", "x", "", "Committee of the Senate", text="The lift is broken", lang="en"),
]
ASKED = {
    "ลิฟต์": ["lift"],
    "ประชุม สหกรณ์": ["lift", "senate"],
    "สหกรณ์ ประชุม": ["lift", "senate"],
    "ประชุม -ลิฟต์": ["senate"],
    "เบรลล์ OR lift": ["toilet", "english"],
    '"ขึ้นไปประชุม"': ["lift"],
    '"ประชุมขึ้นไป"': [],
    "วุฒิสภา": ["senate"],
    "ชั้นสาม": ["toilet"],
    "2560": ["senate"],
    "พระราชบัญญัติสหกรณ์": ["senate"],
    "ยีราฟ": [],
    "-ลิฟต์": [],
    "": [],
}


@pytest.mark.parametrize(("typed", "found"), ASKED.items())
def test_the_entries_that_meet_a_query_are_found_in_their_order(typed, found):
    assert [entry.id for entry in scan(parse(typed), ENTRIES)] == found


def test_an_index_of_the_same_texts_finds_the_same(tmp_path):
    engine = rebuild_index("tantivy", tmp_path / "index", ENTRIES)
    for typed, found in ASKED.items():
        hits = {hit.id for hit in engine.search(parse(typed), {}).hits}
        assert hits == set(found), typed
    engine.close()


def test_texts_are_read_one_by_one_and_only_as_far_as_they_are_wanted():
    read = []

    def entries():
        for entry in ENTRIES:
            read.append(entry.id)
            yield entry

    assert next(scan(parse("ลิฟต์"), entries())).id == "lift"
    assert read == ["lift"]
