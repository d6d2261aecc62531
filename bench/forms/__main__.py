"""Every sample document and every small law in every form, all checkers, the figures.

`python -m bench.forms [--only NAME …] [--folder DIR] [--again]`: fails on any finding. What was
found right is noted in DIR and not done again until the document or the way a form is made changes.
Without the data folder beside the checkout only the sample documents are made.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from audio.book import form_key
from audio.engines import DEFAULT, engine
from bench.forms.documents import DATA, ROOT, laws, sample_documents
from bench.forms.making import make_and_check
from braille import BRAILLE_VERSION
from tests.support import epub
from thai_text.outline import Document

_PROCESSES = 2
_checkers: list[epub.EpubCheckers] = []


def main() -> int:
    """Make and check; return 0 where nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.forms")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="sample files or ids of laws")
    parser.add_argument("--folder", type=Path, default=ROOT / "instance/forms-check")
    parser.add_argument("--again", action="store_true", help="also what was found right before")
    options = parser.parse_args()
    if (reason := epub.missing()) is not None:
        print(reason, file=sys.stderr)
        return 1
    if options.again:
        shutil.rmtree(options.folder, ignore_errors=True)
    options.folder.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    results = list(_results(_documents(options.only), options.folder))
    _print_figures(results, time.perf_counter() - start)
    return 1 if any(result["findings"] for result in results) else 0


def _documents(only: list[str] | None) -> list[tuple[str, Document]]:
    found = list(sample_documents())
    if DATA.exists():
        found += laws()
    else:
        print(f"{DATA} is not there: only the sample documents are made.")
    if only:
        found = [one for one in found if one[0] in only]
    # The longest first: at the end no process works alone for long.
    return sorted(found, key=lambda one: len(one[1].plain_text()), reverse=True)


def _results(documents: list[tuple[str, Document]], folder: Path) -> Iterator[dict[str, Any]]:
    waiting = []
    for name, document in documents:
        note = _note(folder, document)
        kept = json.loads(note.read_text(encoding="utf-8")) if note.exists() else {"findings": [""]}
        if kept["findings"]:
            waiting.append((name, document))
        else:
            yield kept
    if not waiting:
        return
    print(f"{len(waiting)} documents to make, {len(documents) - len(waiting)} found right before")
    with ProcessPoolExecutor(_PROCESSES, initializer=_start_checkers) as pool:
        work = [pool.submit(_make, name, document, folder) for name, document in waiting]
        for done, future in enumerate(as_completed(work), 1):
            result = future.result()
            print(f"{done}/{len(work)} {result['name']}: {result['minutes']:.0f} min of sound")
            for finding in result["findings"]:
                print(f"    {finding}")
            sys.stdout.flush()
            yield result


def _note(folder: Path, document: Document) -> Path:
    voice = engine(DEFAULT)
    key = form_key(document, voice, voice.voice, 1.0, "epub")
    return folder / f"{key[:32]}-braille{BRAILLE_VERSION}.json"


def _start_checkers() -> None:
    _checkers.append(epub.EpubCheckers().__enter__())


def _make(name: str, document: Document, folder: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=folder) as work:
        try:
            result = make_and_check(document, Path(work), _checkers[0]).to_json()
        except Exception:  # A form that breaks is a finding; the others are made all the same.
            last = traceback.format_exc().strip().splitlines()[-3:]
            result = {"minutes": 0.0, "checking_seconds": 0.0, "forms": {}, "findings": last}
            # It may have been a checker that broke.
            _checkers.pop().__exit__(None, None, None)
            _start_checkers()
    result["name"] = name
    note = _note(folder, document)
    note.write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    return result


def _print_figures(results: list[dict[str, Any]], seconds: float) -> None:
    minutes = sum(result["minutes"] for result in results)
    findings = [finding for result in results for finding in result["findings"]]
    print(
        f"\n{len(results)} documents, {minutes:,.0f} minutes of sound, {seconds:,.0f} s this time"
    )
    print(f"{'form':14} {'files':>6} {'seconds of work':>16} {'MB':>10}")
    names = list(dict.fromkeys(name for result in results for name in result["forms"]))
    for name in names:
        made = [result["forms"][name] for result in results if name in result["forms"]]
        work, size = sum(one[0] for one in made), sum(one[1] for one in made)
        print(f"{name:14} {len(made):6} {work:16,.1f} {size / 1e6:10,.2f}")
    checking = sum(result["checking_seconds"] for result in results)
    print(f"{'all checkers':14} {'':6} {checking:16,.1f}")
    print(f"findings: {len(findings)}")


if __name__ == "__main__":
    sys.exit(main())
