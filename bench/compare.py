"""What it costs to compare the longest law with itself after a quarter of its lines changed.

`python -m bench.compare [--data DIR]`: takes the law with the most letters of
`laws_full.jsonl.gz`, puts two words into every fourth of its lines, and prints the seconds, by the
clock and by the processor's time, and the memory of a process that does nothing else.
"""

import argparse
import gzip
import json
import resource
import time
from pathlib import Path

from thai_text.compare import Marking, compare, comparison_document
from thai_text.outline import Document, parse

ROOT = Path(__file__).resolve().parents[1]
_EVERY = 4
_PUT_IN = "ทั้งนี้ ตามระเบียบ"


def longest_law(file: Path) -> tuple[str, str]:
    """The title and the text of the longest law in a file of laws."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        row = max(map(json.loads, lines), key=lambda row: len(row["text"]))
    return row["title"], row["text"]


def changed(text: str) -> str:
    """`text` with two words put behind every fourth of its lines."""
    lines = text.split("\n")
    return "\n".join(
        f"{line} {_PUT_IN}" if at % _EVERY == 0 else line for at, line in enumerate(lines)
    )


def report(old: Document, new: Document, characters: int) -> None:
    """Compare, down to the words, and print what it took."""
    began, worked, before = time.perf_counter(), time.process_time(), _most_memory()
    comparison = compare(old, new)
    words = sum(len(change.runs) for change in comparison.changes)
    spoken = comparison_document(comparison, Marking.ALL)
    print(
        f"compared {characters:,} characters, {len(comparison.changes):,} sections, "
        f"{comparison.counts.changed:,} of them changed, {words:,} runs of words, "
        f"{len(spoken.blocks):,} blocks to hear"
    )
    print(
        f"seconds {time.perf_counter() - began:.1f}, of the processor "
        f"{time.process_time() - worked:.1f}; memory at most {_most_memory():.0f} MB, "
        f"{before:.0f} MB before"
    )


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Read the arguments, take the law, compare it, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    file = arguments.parse_args().data / "laws_full.jsonl.gz"
    if not file.is_file():
        print(f"compare: no {file}, nothing measured")
        return
    title, text = longest_law(file)
    report(parse(text, title), parse(changed(text), title), len(text))


if __name__ == "__main__":
    main()
