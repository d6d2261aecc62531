"""What other processes do to an index: write at once, build anew, and are killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from search_index import analysis
from search_index.engines import open_engine, rebuild_index
from search_index.entry import Entry
from search_index.errors import IndexMissing, IndexOutdated
from search_index.query import parse
from tests.unit.search_index.conftest import ENTRIES

ROOT = Path(__file__).parents[3]

WRITE = """
import sys
from pathlib import Path
from search_index.engines import open_engine
from search_index.entry import Entry
name, place = sys.argv[1:]
engine = open_engine(name, place if name == "postgresql" else Path(place))
{work}
engine.close()
"""


def in_another_process(name, place, work, **more):
    script = WRITE.format(work=work)
    command = [sys.executable, "-c", script, name, str(place)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, **more)


def done_in_another_process(name, place, work):
    with in_another_process(name, place, work) as writer:
        return writer.wait(60) == 0


def total(engine, typed="กฎหมาย"):
    return engine.search(parse(typed), {}).total


def test_what_another_process_writes_is_found_at_the_next_search(engine, name, place):
    assert total(engine) == 4
    work = 'engine.add([Entry("n", "news", "/n", "กฎหมายใหม่")]); engine.remove(["d-1"])'
    assert done_in_another_process(name, place, work)
    assert total(engine) == 4
    assert total(engine, "กฎหมายใหม่") == 1
    assert total(engine, "กลั่นกรอง") == 1


def test_a_rebuild_by_another_process_is_found_at_the_next_search(engine, name, place):
    assert total(engine) == 4
    work = 'engine.rebuild([Entry("n", "news", "/n", "กฎหมายใหม่")])'
    assert done_in_another_process(name, place, work)
    assert total(engine) == engine.count() == 1


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
def test_a_killed_writer_loses_nothing_that_was_committed(name, place, after):
    rebuild_index(name, place, ENTRIES).close()
    work = """
for number in range(10_000):
    engine.add([Entry(f"n-{number}", "news", "/n", "กฎหมายใหม่"), Entry("same", "news", "/n", "ร่าง")])
    print(number, flush=True)
"""
    writer = in_another_process(name, place, work)
    said = [writer.stdout.readline()]
    time.sleep(after)
    os.kill(writer.pid, signal.SIGKILL)
    said += writer.stdout.readlines()
    writer.wait(10)
    writer.stdout.close()
    written = len([line for line in said if line.endswith(b"\n")])
    engine = open_engine(name, place)
    assert total(engine, "กฎหมายใหม่") in (written, written + 1)
    engine.add([Entry(f"n-{written}", "news", "/n", "กฎหมายใหม่")])
    assert total(engine, "กฎหมายใหม่") == written + 1
    engine.close()


def test_a_killed_rebuild_leaves_the_index_in_force_and_is_swept_by_the_next(name, place):
    rebuild_index(name, place, ENTRIES).close()
    work = """
def slowly():
    yield Entry("n", "news", "/n", "กฎหมายใหม่")
    print("begun", flush=True)
    import time; time.sleep(60)
engine.rebuild(slowly())
"""
    writer = in_another_process(name, place, work)
    assert writer.stdout.readline() == b"begun\n"
    writer.kill()
    writer.wait(10)
    writer.stdout.close()
    engine = open_engine(name, place)
    assert engine.count() == len(ENTRIES)
    engine.rebuild(ENTRIES[:2])
    assert engine.count() == 2
    engine.close()
    if name != "postgresql":
        (only,) = place.rglob("index-*")
        assert only.name in (place / name / "current.json").read_text()


# The last file of a commit is the table of contents: written under another name, then renamed.
@pytest.mark.parametrize("dies_at", ["whoosh.index.TOC.write", "FileStorage.rename_file"])
def test_what_a_whoosh_killed_in_its_commit_leaves_is_gone_after_the_next_commit(tmp_path, dies_at):
    rebuild_index("whoosh", tmp_path, ENTRIES).close()
    (folder,) = tmp_path.rglob("index-*")
    before = set(folder.rglob("*"))
    work = f"""
import os, signal, whoosh.index
from whoosh.filedb.filestore import FileStorage
{dies_at} = lambda *_all, **_more: os.kill(os.getpid(), signal.SIGKILL)
engine.add([Entry("n", "news", "/n", "กฎหมายใหม่")])
"""
    assert not done_in_another_process("whoosh", tmp_path, work)
    orphans = set(folder.rglob("*")) - before
    assert orphans

    engine = open_engine("whoosh", tmp_path)
    engine.add([Entry("m", "news", "/m", "กฎหมายใหม่")])

    assert not orphans & set(folder.rglob("*"))
    assert total(engine, "กฎหมายใหม่") == 1
    engine.close()


def test_an_index_is_changed_while_another_is_built_beside_it(engine, name, place):
    work = """
def slowly():
    yield Entry("n", "news", "/n", "กฎหมายใหม่")
    print("begun", flush=True)
    sys.stdin.readline()
engine.rebuild(slowly())
"""
    with in_another_process(name, place, work, stdin=subprocess.PIPE) as builder:
        assert builder.stdout.readline() == b"begun\n"
        engine.remove(["d-1"])
        engine.add([Entry("m", "news", "/m", "กฎหมายเก่า")])
        assert total(engine, "กฎหมายเก่า") == 1
        assert total(engine) == 4
        builder.stdin.write(b"\n")
        builder.stdin.close()
        assert builder.wait(60) == 0
    assert engine.count() == 1


def test_what_an_index_is_to_be_asked_without_is_neither_found_nor_counted(engine):
    results = engine.search(parse("กฎหมาย"), {}, without=["d-1", "b-2", "x"])
    assert {hit.id for hit in results.hits} == {"d-1-s12", "d-3"}
    assert results.total == 2
    assert results.facets["kind"] == {"document": 1, "section": 1}
    assert engine.search(parse('"กลั่นกรองกฎหมาย"'), {}, without=["d-1"]).total == 0


def test_a_place_without_an_index_is_told(name, place):
    with pytest.raises(IndexMissing):
        open_engine(name, place)


def test_an_index_cut_by_other_rules_is_outdated(name, place, monkeypatch):
    rebuild_index(name, place, ENTRIES).close()
    monkeypatch.setattr(analysis, "version", lambda: "another")
    with pytest.raises(IndexOutdated):
        open_engine(name, place)
    engine = rebuild_index(name, place, ENTRIES)
    assert engine.version() == "another"
    engine.close()
