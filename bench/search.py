"""How fast search answers and how much it finds, on real texts.

`python bench/search.py [--data DIR] [--only N]`: builds indexes of 1,000 and 10,000 entries in
Whoosh and of 30,000 in tantivy from a folder of public records, and prints times in milliseconds.
"""

import argparse
import gzip
import json
import random
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# A script finds only its own folder; the libraries lie one above, so they are imported after this.
sys.path.insert(0, str(ROOT))

from search_index.engines import SearchEngine, rebuild_index  # noqa: E402
from search_index.entry import Entry  # noqa: E402
from search_index.finding import find  # noqa: E402
from search_index.passages import passage  # noqa: E402
from search_index.query import parse  # noqa: E402
from thai_text import dictionary, words  # noqa: E402
from thai_text.clean import clean  # noqa: E402

QUERIES = 100
SIZES = ((1_000, "whoosh"), (10_000, "whoosh"), (30_000, "tantivy"))
Row = dict[str, str]
Asked = tuple[str, str]


def main() -> None:
    """Read the arguments, build, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    arguments.add_argument("--only", type=int, help="only the index of so many entries")
    asked = arguments.parse_args()
    if not asked.data.is_dir():
        print(f"search: no data in {asked.data}, nothing measured")
        return
    for size, name in SIZES:
        if asked.only in (None, size):
            measure(list(islice(entries(asked.data), size)), name)


def entries(folder: Path) -> Iterator[Entry]:
    """Bills, then news, sections of laws and cabinet items in turn: names, long and short texts."""
    yield from map(bill, rows(folder / "bills.jsonl"))
    news = map(news_item, rows(folder / "gov_news.jsonl.gz"))
    sections = map(section, rows(folder / "law_sections.jsonl.gz"))
    yield from chain.from_iterable(zip(news, sections, strict=False))


def rows(path: Path) -> Iterator[Row]:
    """The objects of a file of JSON lines, packed or not."""
    opens = gzip.open if path.suffix == ".gz" else open
    with opens(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def bill(row: Row) -> Entry:
    """A bill: a name only."""
    return Entry(row["id"], "bill", f"/bills/{row['id']}", clean(row["title"]))


def news_item(row: Row) -> Entry:
    """A piece of news stands for a document: 2,600 characters."""
    facets = {"year": row["date"][:4]}
    text, title = clean(row["text"]), clean(row["title"])
    return Entry(row["id"], "document", f"/documents/{row['id']}", title, text=text, facets=facets)


def section(row: Row) -> Entry:
    """A section of a law; sections of one law share its id as their parent."""
    return Entry(
        f"{row['law_id']}-{row['section']}-{zlib.crc32(row['text'].encode())}",
        "section",
        f"/documents/{row['law_id']}#s{row['section']}",
        clean(row["law_title"]),
        heading=f"มาตรา {row['section']}",
        text=clean(row["text"]),
        facets={"year": str(row["year_be"]), "parent": row["law_id"]},
    )


def measure(texts: list[Entry], name: str) -> None:
    """Build one index and print what it does."""
    known = {entry.id: entry for entry in texts}
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        engine = rebuild_index(name, Path(folder), known.values())
        took = time.perf_counter() - began
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        characters = sum(len(entry.text) for entry in texts) // len(texts)
        print(
            f"\n{name}, {engine.count():,} entries of {characters} characters: "
            f"built in {took:.0f} s ({len(known) / took:.0f}/s), {size / 1e6:.0f} MB"
        )
        for kind, make in KINDS.items():
            report(kind, queries(texts, make), engine, known)
        update(engine, texts)
        engine.close()


def queries(texts: list[Entry], make: Callable[[random.Random, str], str]) -> list[Asked]:
    """The same queries at every run, each with the entry from whose text it was drawn."""
    # Chance for choosing samples, the same at every run; nothing secret hangs on it.
    chance = random.Random(2560)  # noqa: S311
    long = [entry for entry in texts if len(entry.text) > 100]
    sources = (chance.choice(long) for _ in range(20 * QUERIES))
    made = ((make(chance, source.text), source.id) for source in sources)
    return list(islice((asked for asked in made if asked[0]), QUERIES))


def thai_words(text: str) -> list[str]:
    """The Thai words of a text, without those of one or two letters."""
    return [word for word in words.words(text) if len(word) > 2 and word[0] >= "ก"]


def one_word(chance: random.Random, text: str) -> str:
    """A word of the text."""
    return chance.choice(thai_words(text) or [""])


def several_words(chance: random.Random, text: str) -> str:
    """Two to four words of the text, wherever they stand, with spaces."""
    found = thai_words(text)
    return " ".join(chance.sample(found, min(len(found), chance.randint(2, 4))))


def piece(chance: random.Random, text: str) -> str:
    """Twelve to thirty Thai letters as they stand, cut between clusters and not between words."""
    runs = [run for run in words.fold(text).split() if len(run) > 40 and run.isalpha() is False]
    if not runs:
        return ""
    clusters = dictionary.cut_clusters(chance.choice(runs))
    start = chance.randrange(max(1, len(clusters) - 12))
    found = "".join(clusters[start : start + chance.randint(6, 12)])
    return found if all("ก" <= letter <= "๎" for letter in found) else ""


def phrase(chance: random.Random, text: str) -> str:
    """The same in quotes."""
    found = piece(chance, text)
    return f'"{found}"' if found else ""


def inside(chance: random.Random, text: str) -> str:
    """A dictionary word inside a compound of the text."""
    return chance.choice(
        [sub for word in thai_words(text) for sub in dictionary.sub_words(word)] or [""]
    )


KINDS = {
    "a word": one_word,
    "2-4 words": several_words,
    "unspaced piece": piece,
    "phrase": phrase,
    "word in compound": inside,
}


def report(kind: str, asked: list[Asked], engine: SearchEngine, known: dict[str, Entry]) -> None:
    """Times of the engine alone and of a page with passages; how many found their own text."""
    alone: list[float] = []
    whole: list[float] = []
    found = 0
    for typed, source in asked:
        query = parse(typed)
        began = time.perf_counter()
        engine.search(query, {})
        between = time.perf_counter()
        page = find(engine, query, lambda ids: {key: known[key] for key in ids})
        for entry in page.entries:
            passage(entry.text, query)
        ended = time.perf_counter()
        alone.append((between - began) * 1000)
        whole.append((ended - between) * 1000)
        found += any(hit.id == source for hit in engine.search(query, {}, 1, len(known)).hits)
    print(
        f"  {kind:17} engine p50 {at(alone, 0.5):6.1f} p95 {at(alone, 0.95):6.1f} ms"
        f"   page p50 {at(whole, 0.5):6.1f} p95 {at(whole, 0.95):6.1f} ms"
        f"   own text found by {found} of {len(asked)}"
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
    print(f"  one entry changed and found: p50 {at(times, 0.5):.0f} p95 {at(times, 0.95):.0f} ms")


if __name__ == "__main__":
    main()
