"""How much memory a book of many hours takes to make, beside a short one.

`python -m bench.long_book [HOURS]`: makes a law of about HOURS (10 without it) and one of a
twentieth of that, each in a process of its own, as MP3 and as EPUB, and prints the most memory that
each took. The default voice's dictionary alone takes some 390 MB.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from audio.book import LETTERS_A_SECOND, make_book
from audio.engines import DEFAULT, engine
from bench.voice import PARAGRAPHS
from thai_text.outline import Block, Document

_SECTIONS_A_CHAPTER = 20
_HOURS = 10.0


def document(hours: float) -> Document:
    """A made-up law that plays about so many hours."""
    text = " ".join(PARAGRAPHS)
    count = max(1, round(hours * 3600 * LETTERS_A_SECOND / len(text)))
    sections = [Block(f"s{n}", "section", str(n), text=text) for n in range(1, count + 1)]
    chapters = (
        Block(
            f"c{at}", "chapter", f"หมวด {at}", blocks=tuple(sections[at : at + _SECTIONS_A_CHAPTER])
        )
        for at in range(0, count, _SECTIONS_A_CHAPTER)
    )
    return Document("ประมวลกฎหมายสำหรับวัดหน่วยความจำ", "th", tuple(chapters))


def measure(hours: float) -> None:
    """Make the books of `hours` in this process and print what it took."""
    law = document(hours)
    voice = engine(DEFAULT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for format in ("mp3", "epub"):
            start = time.perf_counter()
            book = make_book(law, folder / format, format, voice, tracks=folder / "tracks")
            seconds = time.perf_counter() - start
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{format}: {book.duration_seconds / 3600:.1f} hours, {len(book.tracks)} tracks,"
                f" {book.bytes / 1e6:.0f} MB in {seconds:.0f} s; at most {most:.0f} MB of memory"
            )


def main() -> None:
    """Measure a short and a long law, each in a process of its own."""
    if sys.argv[1:2] == ["one"]:
        measure(float(sys.argv[2]))
        return
    hours = float(sys.argv[1]) if len(sys.argv) > 1 else _HOURS
    for part in (hours / 20, hours):
        subprocess.run([sys.executable, "-m", "bench.long_book", "one", str(part)], check=True)


if __name__ == "__main__":
    main()
