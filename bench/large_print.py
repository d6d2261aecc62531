"""How long large print takes, and how much memory, for a text of each of several lengths.

Needs ../shared/data. Each text is set in a process of its own, as memory is that of a process.
Usage: `python bench/large_print.py [CHARACTERS…]` (default: 10000 70000).
"""

import gzip
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# A script finds only its own folder; the libraries lie one above, so they are imported after this.
sys.path[0] = str(ROOT)

from thai_text.clean import clean  # noqa: E402
from thai_text.outline import parse  # noqa: E402
from webapp.listening.large_print import make_pdf  # noqa: E402
from webapp.shared.printing import unavailable  # noqa: E402

LAWS = ROOT / "../shared/data/laws_full.jsonl.gz"


def measure(law: dict) -> None:
    """Set one law and say what it took."""
    document = parse(clean(law["text"]), clean(law["title"]))
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        pages = make_pdf(document, Path(folder) / "large.pdf")
        seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(law['text']):9,} characters: {pages} pages, {seconds:.0f} s, {memory} MB at most")


def main() -> None:
    """Measure the law nearest to each length."""
    if missing := unavailable():
        print(f"Large print cannot be made here: {missing} is missing.")
        return
    with gzip.open(LAWS, "rt", encoding="utf-8") as lines:
        laws = [json.loads(line) for line in lines]
    for wanted in map(int, sys.argv[1:] or ("10000", "70000")):
        law = min(laws, key=lambda law: abs(len(law["text"]) - wanted))
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(law,))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
