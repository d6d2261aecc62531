"""tantivy panics at some damage, and a panic is no `Exception`: nobody outside may meet one."""

import pytest

from search_index.engines import open_engine, rebuild_index
from search_index.engines.tantivy import damage
from search_index.entry import Entry
from search_index.errors import IndexDamaged, IndexUnusable
from search_index.query import parse
from tests.support.broken_index import is_panic, spoil_so_that_it_panics, wrong_bytes
from tests.unit.search_index.conftest import ENTRIES

ASKED = ("กฎหมาย", '"กลั่นกรองกฎหมาย"', "2022")


def met(folder):
    """What one meets who opens the index, searches it and writes to it."""
    try:
        engine = open_engine("tantivy", folder)
        for typed in ASKED:
            engine.search(parse(typed), {"year": "2565"})
            engine.search(parse(typed), {}, 1, 100)
    except IndexUnusable as unusable:
        return unusable
    return None


def test_whatever_byte_is_wrong_one_meets_the_engines_own_error_or_none(tmp_path):
    rebuild_index("tantivy", tmp_path, ENTRIES).close()
    reasons = [met(tmp_path) for _ in wrong_bytes(tmp_path, 11)]
    panics = [one for one in reasons if one and is_panic(one.__cause__)]
    assert len(panics) > 5
    assert all(isinstance(one, IndexDamaged) for one in panics)
    assert met(tmp_path) is None


def test_an_index_that_panics_is_mended_by_building_it_anew(tmp_path):
    rebuild_index("tantivy", tmp_path, ENTRIES).close()
    spoil_so_that_it_panics(tmp_path, ASKED[1])
    with pytest.raises(IndexDamaged):
        open_engine("tantivy", tmp_path).search(parse(ASKED[1]), {})
    engine = rebuild_index("tantivy", tmp_path, ENTRIES)
    assert engine.search(parse(ASKED[1]), {}).total == 1
    engine.close()


def test_a_writer_that_panics_says_that_the_index_is_damaged(tmp_path, monkeypatch):
    rebuild_index("tantivy", tmp_path, ENTRIES).close()
    engine = open_engine("tantivy", tmp_path)
    spoil_so_that_it_panics(tmp_path, ASKED[1])
    with pytest.raises(IndexDamaged) as met_before:
        open_engine("tantivy", tmp_path).search(parse(ASKED[1]), {})

    def panics(*_all):
        raise met_before.value.__cause__

    monkeypatch.setattr("search_index.engines.tantivy.files.put", panics)
    with pytest.raises(IndexDamaged, match="written"):
        engine.add([Entry("n", "news", "/n", "กฎหมายใหม่")])
    engine.close()


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_the_end_of_the_process_is_no_damage(tmp_path, end):
    with pytest.raises(end), damage.told(tmp_path, "read"):
        raise end
