"""How fast search answers and how much it finds: each engine beside SQLite FTS5, in one run.

`python bench/search.py [--data DIR] [--only N]`: indexes of 10,000 documents and of all 21,995
(laws, cabinet items, news). Every query is asked of every engine in turn, so that the ratios hold
on a noisy machine; the faster of two answers counts, as other work interrupts. The texts are cut
once for all engines. FTS5's trigrams find any piece of three letters, without knowing Thai.
"""

import argparse
import gzip
import json
import pickle
import sqlite3
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import psycopg

ROOT = Path(__file__).resolve().parents[1]
# A script finds only its own folder; the libraries lie one above, so they are imported after this.
sys.path.insert(0, str(ROOT))

from bench.queries import KINDS, Asked, draw  # noqa: E402
from search_index import analysis  # noqa: E402
from search_index.engines import Place, SearchEngine, rebuild_index  # noqa: E402
from search_index.entry import Entry  # noqa: E402
from search_index.finding import find  # noqa: E402
from search_index.passages import passage  # noqa: E402
from search_index.query import Query, parse  # noqa: E402
from tests.support.postgres import private_postgres  # noqa: E402

QUERIES = 100
ROUNDS = 2
SIZES = (10_000, 21_995)
RERANKED = 60
Row = dict[str, str]
Got = TypeVar("Got")


@dataclass
class Measured:
    """One engine's index, and the times of each kind of query in milliseconds."""

    name: str
    search: Callable[[str], set[str]]
    engine: SearchEngine | None = None
    alone: dict[str, list[float]] = field(default_factory=dict)
    page: dict[str, list[float]] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)


def main() -> None:
    """Read the arguments, build, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    arguments.add_argument("--only", type=int, help="only the indexes of so many documents")
    asked = arguments.parse_args()
    if not asked.data.is_dir():
        print(f"search: no data in {asked.data}, nothing measured")
        return
    texts = list(documents(asked.data))
    sizes = [asked.only] if asked.only else SIZES
    cut_once(evenly(texts, max(sizes)))
    for size in sizes:
        compare(evenly(texts, size))


def evenly(texts: list[Entry], size: int) -> list[Entry]:
    """So many of the texts: every other one and so on, so that all kinds are there in any size."""
    return [texts[at * len(texts) // size] for at in range(size)]


def cut_once(texts: list[Entry]) -> None:
    """Cut the texts into terms and keep those for every engine; print how long that took."""
    began = time.perf_counter()
    kept = {text.id: zlib.compress(pickle.dumps(analysis.fields(text)), 1) for text in texts}
    took = time.perf_counter() - began
    print(f"{len(texts):,} documents cut in {took:.0f} s ({len(texts) / took:.0f}/s)", flush=True)
    # What is kept was pickled here, a line above.
    analysis.fields = lambda entry: pickle.loads(zlib.decompress(kept[entry.id]))  # noqa: S301


def documents(folder: Path) -> Iterator[Entry]:
    """Whole laws, cabinet items and news."""
    kinds = {"laws_full": "law", "cabinet_items": "item", "gov_news": "news"}
    for file, kind in kinds.items():
        with gzip.open(folder / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                row: Row = json.loads(line)
                date = row.get("date") or row.get("meeting_date")
                year = str(int(date[:4]) + 543 if date else row["year_be"])
                yield Entry(
                    f"{kind}-{number}",
                    "document",
                    f"/documents/{kind}-{number}",
                    row["title"],
                    text=row["text"],
                    facets={"document_kind": kind, **({"year": year} if year != "None" else {})},
                )


def compare(texts: list[Entry]) -> None:
    """Build every engine's index of the texts, ask all of them the same, print what they did."""
    characters = sum(len(entry.text) for entry in texts) // len(texts)
    print(f"\n{len(texts):,} documents of {characters:,} characters")
    known = {entry.id: entry for entry in texts}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(private_postgres()).replace("+psycopg", "")
        places: dict[str, Place] = {
            "whoosh": folder,
            "tantivy": folder,
            "postgresql": database,
        }
        built = [build(name, place, texts) for name, place in places.items()]
        built.append(build_trigrams(folder / "fts5.db", texts))
        for kind in KINDS:
            for asked in draw(texts, kind, QUERIES):
                for one in built:
                    ask(one, kind, asked, known)
        for one in built:
            report(one)
            if one.engine:
                update(one.engine, texts)
                one.engine.close()


def build(name: str, place: Place, texts: list[Entry]) -> Measured:
    """Build an engine's index; print how long that took and how large it is."""
    began = time.perf_counter()
    engine = rebuild_index(name, place, texts)
    took = time.perf_counter() - began
    rate = len(texts) / took
    print(f"  {name}: built in {took:.0f} s ({rate:.0f}/s), {size_of(name, place)}", flush=True)
    return Measured(name, lambda typed: {hit.id for hit in top(engine, typed)}, engine)


def top(engine: SearchEngine, typed: str) -> list:
    """What a page asks an engine for: the 60 that are put in literal order."""
    return engine.search(parse(typed), {}, 1, RERANKED).hits


def size_of(name: str, place: Place) -> str:
    """The index in megabytes."""
    if isinstance(place, Path):
        size = sum(path.stat().st_size for path in (place / name).rglob("*") if path.is_file())
    else:
        with psycopg.connect(place) as connection:
            row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        size = row[0] if row else 0
    return f"{size / 1e6:.0f} MB"


def build_trigrams(file: Path, texts: list[Entry]) -> Measured:
    """The same texts in SQLite's own full-text search, three letters at a time."""
    began = time.perf_counter()
    connection = sqlite3.connect(file)
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, title, body, tokenize=trigram)"
    )
    rows = ((entry.id, entry.title, entry.text) for entry in texts)
    connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
    connection.execute("INSERT INTO t(t) VALUES ('optimize')")
    connection.commit()
    took = time.perf_counter() - began
    print(f"  fts5: built in {took:.0f} s, {file.stat().st_size / 1e6:.0f} MB")

    def search(typed: str) -> set[str]:
        words = typed.strip('"') if typed.startswith('"') else typed
        parts = [words] if typed.startswith('"') else words.split()
        query = " AND ".join(f'"{part}"' for part in parts)
        connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (query,)).fetchone()
        found = connection.execute(
            "SELECT id FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?", (query, RERANKED)
        )
        return {row[0] for row in found}

    return Measured("fts5", search)


def ask(one: Measured, kind: str, asked: Asked, known: dict[str, Entry]) -> None:
    """One query: the engine alone, and a page of it with literal order and passages."""
    typed, source = asked
    took, hits = fastest(lambda: one.search(typed))
    one.alone.setdefault(kind, []).append(took)
    if one.engine:
        engine, query = one.engine, parse(typed)
        took, _ = fastest(lambda: show(engine, query, known))
        one.page.setdefault(kind, []).append(took)
        hits = {hit.id for hit in engine.search(query, {}, 1, len(known)).hits}
    one.found[kind] = one.found.get(kind, 0) + (source in hits)


def show(engine: SearchEngine, query: Query, known: dict[str, Entry]) -> None:
    """What a page does with a query, but for the database."""
    page = find(engine, query, lambda ids: {key: known[key] for key in ids})
    for entry in page.entries:
        passage(entry.text, query)


def fastest(asks: Callable[[], Got]) -> tuple[float, Got]:
    """The milliseconds of the fastest round, and what came of it."""
    rounds = [timed(asks) for _ in range(ROUNDS)]
    return min(rounds, key=lambda one: one[0])


def timed(asks: Callable[[], Got]) -> tuple[float, Got]:
    """How many milliseconds it took, and what came of it."""
    began = time.perf_counter()
    got = asks()
    return (time.perf_counter() - began) * 1000, got


def report(one: Measured) -> None:
    """Print the times of each kind of query."""
    print(f"  {one.name}")
    for kind, alone in one.alone.items():
        page = one.page.get(kind)
        whole = f"   page p50 {at(page, 0.5):6.1f} p95 {at(page, 0.95):6.1f} ms" if page else ""
        print(
            f"    {kind:17} engine p50 {at(alone, 0.5):6.1f} p95 {at(alone, 0.95):6.1f} ms{whole}"
            f"   own text found by {one.found[kind]} of {len(alone)}",
            flush=True,
        )


def at(times: list[float], share: float) -> float:
    """The time within which a share of all were done."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def update(engine: SearchEngine, texts: list[Entry]) -> None:
    """One entry changed, and the next search after it."""
    times: list[float] = []
    for entry in texts[:: max(1, len(texts) // 20)]:
        began = time.perf_counter()
        engine.add([entry])
        engine.search(parse("กฎหมาย"), {})
        times.append((time.perf_counter() - began) * 1000)
    print(f"    one entry changed and found: p50 {at(times, 0.5):.0f} p95 {at(times, 0.95):.0f} ms")


if __name__ == "__main__":
    main()
