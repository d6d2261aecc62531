"""How well and how fast Thai laws are read into outlines, on a whole collection.

`python bench/outline.py [--data DIR]`: parses every law of `laws_full.jsonl.gz` and compares the
number of its sections with the one that its publisher states.
"""

import argparse
import gzip
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# A script finds only its own folder; the libraries lie one above, so they are imported after this.
sys.path.insert(0, str(ROOT))

from thai_text.clean import clean  # noqa: E402
from thai_text.outline import count_numbers, parse  # noqa: E402

SLOWEST = 3
WORST = 5


@dataclass(frozen=True)
class Law:
    """One law as it was read: its title, characters, seconds of the processor, and sections stated
    and found.

    `stated` is 0 where the publisher states no number.
    """

    title: str
    characters: int
    seconds: float
    stated: int
    found: int

    @property
    def off_by(self) -> int:
        return abs(self.found - self.stated) if self.stated else 0


def main() -> None:
    """Read the arguments, parse, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    file = arguments.parse_args().data / "laws_full.jsonl.gz"
    if not file.is_file():
        print(f"outline: no {file}, nothing measured")
        return
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        report([read(json.loads(line)) for line in lines])


def read(row: dict[str, str]) -> Law:
    """Clean and parse one law as the importer does; only that is timed."""
    began = time.process_time()
    title = clean(row["title"])
    document = parse(clean(row["text"]), title)
    took = time.process_time() - began
    stated = int(row["n_sections"] or 0)
    return Law(title, len(row["text"]), took, stated, count_numbers(document))


def report(laws: list[Law]) -> None:
    """Print how many laws, how far the numbers agree, and the time."""
    stated = [law for law in laws if law.stated]
    agreed = [law for law in stated if not law.off_by]
    seconds = sum(law.seconds for law in laws)
    characters = sum(law.characters for law in laws)
    print(f"laws parsed       {len(laws):,}, {characters / 1e6:.1f} million characters")
    print(
        f"sections found    {sum(law.found for law in stated):,} where "
        f"{sum(law.stated for law in stated):,} are stated, in {len(stated):,} laws"
    )
    print(
        f"numbers agree     in {len(agreed):,} of {len(stated):,} laws "
        f"({100 * len(agreed) / max(1, len(stated)):.1f} %)"
    )
    speed = characters / max(seconds, 1e-9) / 1e6
    print(f"processor seconds {seconds:.1f} ({speed:.2f} million characters a second)")
    for law in sorted(laws, key=lambda law: -law.seconds)[:SLOWEST]:
        print(f"  slowest: {law.seconds * 1000:.0f} ms, {law.characters:,} characters: {law.title}")
    for law in sorted(stated, key=lambda law: -law.off_by)[:WORST]:
        if law.off_by:
            print(f"  furthest off: {law.found} found, {law.stated} stated: {law.title}")


if __name__ == "__main__":
    main()
