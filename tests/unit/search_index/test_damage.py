"""What happens to an index in files: broken, taken away, or held by another writer."""

import gc
import json
import shutil
import threading
import time

import pytest

from search_index import analysis
from search_index.engines import open_engine, rebuild_index
from search_index.engines.shelf import Shelf
from search_index.entry import Entry
from search_index.errors import IndexDamaged, IndexUnusable
from search_index.query import parse
from tests.unit.search_index.conftest import ENTRIES

pytestmark = pytest.mark.parametrize("name", ["whoosh", "tantivy"])


def total(engine, typed="กฎหมาย"):
    return engine.search(parse(typed), {}).total


def index_files(folder):
    return [path for path in folder.rglob("index-*/*") if path.is_file() and path.stat().st_size]


def test_a_second_writer_waits_for_the_first(engine, name, tmp_path):
    waited = []

    def add():
        began = time.monotonic()
        engine.add([Entry("n", "news", "/n", "กฎหมายใหม่")])
        waited.append(time.monotonic() - began)

    with Shelf(tmp_path, name).writing():
        second = threading.Thread(target=add)
        second.start()
        second.join(0.5)
        assert second.is_alive()
        assert total(engine) == 4
    second.join(30)
    assert waited[0] >= 0.5
    assert total(engine) == 5


@pytest.mark.parametrize("written", ["", "{", "[]", '"x"', "{}", '{"folder": 5, "version": null}'])
def test_a_broken_pointer_is_damage(name, tmp_path, written):
    rebuild_index(name, tmp_path, ENTRIES).close()
    (tmp_path / name / "current.json").write_text(written)
    with pytest.raises(IndexDamaged):
        open_engine(name, tmp_path)


def test_a_pointer_to_nowhere_is_damage(name, tmp_path):
    rebuild_index(name, tmp_path, ENTRIES).close()
    said = {"folder": "index-gone", "version": analysis.version()}
    (tmp_path / name / "current.json").write_text(json.dumps(said))
    with pytest.raises(IndexDamaged):
        open_engine(name, tmp_path)


# Whoosh leaves to the garbage collector what it had opened when it met the damage.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("harm", ["emptied", "halved", "overwritten", "removed"])
def test_a_broken_file_is_found_at_opening_and_a_rebuild_mends_it(name, tmp_path, harm):
    rebuild_index(name, tmp_path, ENTRIES).close()
    pristine = tmp_path / "pristine"
    shutil.copytree(tmp_path / name, pristine)
    for path in index_files(tmp_path / name):
        if path.name == ".managed.json" and harm == "removed":
            continue  # tantivy makes it anew
        spoil(path, harm)
        with pytest.raises(IndexUnusable):
            open_engine(name, tmp_path)
        gc.collect()
        shutil.rmtree(tmp_path / name)
        shutil.copytree(pristine, tmp_path / name)
    for path in index_files(tmp_path / name):
        spoil(path, harm)
    engine = rebuild_index(name, tmp_path, ENTRIES)
    assert total(engine) == 4
    engine.close()


def spoil(path, harm):
    content = path.read_bytes()
    if harm == "removed":
        path.unlink()
    else:
        spoiled = {
            "emptied": b"",
            "halved": content[: len(content) // 2],
            "overwritten": b"\xff" * len(content),
        }
        path.write_bytes(spoiled[harm])


def test_what_a_killed_writer_had_begun_is_no_damage(name, tmp_path):
    rebuild_index(name, tmp_path, ENTRIES).close()
    folder = next((tmp_path / name).glob("index-*"))
    for begun in ("0123456789abcdef0123456789abcdef.idx", "MAIN_0123456789abcdef.seg"):
        (folder / begun).write_bytes(b"")
    engine = open_engine(name, tmp_path)
    assert total(engine) == 4
    engine.add([Entry("n", "news", "/n", "กฎหมายใหม่")])
    assert total(engine) == 5
    engine.close()


def test_an_index_that_another_process_changes_while_it_is_opened_is_opened_anew(name, tmp_path):
    rebuild_index(name, tmp_path, ENTRIES).close()
    tried = []

    def opens(place):
        tried.append(place)
        if len(tried) < 4:
            # A commit takes a file away between two looks.
            (place.path / f"file-{len(tried)}").touch()
            raise IndexDamaged(f"a file of {place.path} is gone")
        return place

    assert Shelf(tmp_path, name).opened(opens) == tried[0]
    assert len(tried) == 4


def test_an_index_whose_folder_vanishes_is_damaged_not_wrong(engine, tmp_path):
    assert total(engine) == 4
    shutil.rmtree(tmp_path)
    with pytest.raises(IndexUnusable):
        total(engine)


def test_an_index_taken_away_by_a_rebuild_while_it_is_opened_is_opened_anew(name, tmp_path):
    rebuild_index(name, tmp_path, ENTRIES).close()
    tried = []

    def opens(place):
        tried.append(place)
        if len(tried) == 1:
            rebuild_index(name, tmp_path, ENTRIES[:1]).close()
            raise IndexDamaged(f"{place.path} is gone")
        return place

    place = Shelf(tmp_path, name).opened(opens)
    assert place == tried[1] != tried[0]
    assert place.path.is_dir()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_writer_that_meets_damage_says_so(engine, name, tmp_path):
    for path in index_files(tmp_path / name):
        if path.suffix in {".toc", ".json"}:
            spoil(path, "halved")
    with pytest.raises(IndexDamaged):
        engine.add([ENTRIES[0]])
    gc.collect()
