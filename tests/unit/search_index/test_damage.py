"""What happens to an index: other processes, killed writers, broken files, other rules."""

import gc
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from search_index import analysis
from search_index.engines import open_engine, rebuild_index
from search_index.engines.shelf import Shelf
from search_index.entry import Entry
from search_index.errors import IndexDamaged, IndexMissing, IndexOutdated, IndexUnusable
from search_index.query import parse
from tests.unit.search_index.conftest import ENTRIES

ROOT = Path(__file__).parents[3]

WRITE = """
import sys
from pathlib import Path
from search_index.engines import open_engine
from search_index.entry import Entry
engine = open_engine(sys.argv[1], Path(sys.argv[2]))
{work}
"""


def in_another_process(name, folder, work):
    script = WRITE.format(work=work)
    command = [sys.executable, "-c", script, name, str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


def done_in_another_process(name, folder, work):
    with in_another_process(name, folder, work) as writer:
        return writer.wait(60) == 0


def total(engine, typed="กฎหมาย"):
    return engine.search(parse(typed), {}).total


def index_files(folder):
    return [path for path in folder.rglob("index-*/*") if path.is_file() and path.stat().st_size]


def test_what_another_process_writes_is_found_at_the_next_search(engine, name, tmp_path):
    assert total(engine) == 4
    work = 'engine.add([Entry("n", "news", "/n", "กฎหมายใหม่")]); engine.remove(["d-1"])'
    assert done_in_another_process(name, tmp_path, work)
    assert total(engine) == 4
    assert total(engine, "กฎหมายใหม่") == 1
    assert total(engine, "กลั่นกรอง") == 1


def test_a_rebuild_by_another_process_is_found_at_the_next_search(engine, name, tmp_path):
    assert total(engine) == 4
    work = 'engine.rebuild([Entry("n", "news", "/n", "กฎหมายใหม่")])'
    assert done_in_another_process(name, tmp_path, work)
    assert total(engine) == engine.count() == 1


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


def test_many_writers_at_once_lose_nothing(engine):
    def add(number):
        engine.add([Entry(f"n-{number}", "news", "/n", "กฎหมายใหม่")])

    threads = [threading.Thread(target=add, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert total(engine, "กฎหมายใหม่") == 6


def test_many_readers_at_once_get_the_same_answer(engine):
    answers = []

    def ask():
        for typed in ("กฎหมาย", '"กลั่นกรองกฎหมาย"', "วุฒิสภา -ขาว") * 5:
            answers.append((typed, tuple(engine.search(parse(typed), {}).hits)))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 6 * 15
    assert len({typed for typed, _ in answers}) == len(set(answers)) == 3


@pytest.mark.parametrize("after", [0.0, 0.1, 0.3])
def test_a_killed_writer_loses_nothing_that_was_committed(name, tmp_path, after):
    rebuild_index(name, tmp_path, ENTRIES).close()
    work = """
for number in range(10_000):
    engine.add([Entry(f"n-{number}", "news", "/n", "กฎหมายใหม่"), Entry("same", "news", "/n", "ร่าง")])
    print(number, flush=True)
"""
    writer = in_another_process(name, tmp_path, work)
    said = [writer.stdout.readline()]
    time.sleep(after)
    os.kill(writer.pid, signal.SIGKILL)
    said += writer.stdout.readlines()
    writer.wait(10)
    writer.stdout.close()
    written = len([line for line in said if line.endswith(b"\n")])
    engine = open_engine(name, tmp_path)
    assert total(engine, "กฎหมายใหม่") in (written, written + 1)
    engine.add([Entry(f"n-{written}", "news", "/n", "กฎหมายใหม่")])
    assert total(engine, "กฎหมายใหม่") == written + 1
    engine.close()


def test_a_killed_rebuild_leaves_the_index_in_force_and_is_swept_by_the_next(name, tmp_path):
    rebuild_index(name, tmp_path, ENTRIES).close()
    work = """
def slowly():
    yield Entry("n", "news", "/n", "กฎหมายใหม่")
    print("begun", flush=True)
    import time; time.sleep(60)
engine.rebuild(slowly())
"""
    writer = in_another_process(name, tmp_path, work)
    assert writer.stdout.readline() == b"begun\n"
    writer.kill()
    writer.wait(10)
    writer.stdout.close()
    engine = open_engine(name, tmp_path)
    assert engine.count() == len(ENTRIES)
    engine.rebuild(ENTRIES[:2])
    assert engine.count() == 2
    assert len(list(tmp_path.glob("*/index-*"))) == 1
    engine.close()


def test_a_folder_without_an_index_is_told(name, tmp_path):
    with pytest.raises(IndexMissing):
        open_engine(name, tmp_path)


def test_an_index_cut_by_other_rules_is_outdated(name, tmp_path, monkeypatch):
    rebuild_index(name, tmp_path, ENTRIES).close()
    monkeypatch.setattr(analysis, "version", lambda: "another")
    with pytest.raises(IndexOutdated):
        open_engine(name, tmp_path)
    engine = rebuild_index(name, tmp_path, ENTRIES)
    assert engine.version() == "another"
    engine.close()


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
