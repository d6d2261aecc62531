"""Every sample document and every small law in every form, all checkers, the figures.

`python -m bench.forms [--only NAME …] [--folder DIR] [--again]`: fails on any finding. What each
changed in a made-up older text of it is made in every form too. What was found right is noted in
DIR and not done again until the document, the code that makes forms of its group, or the code that
checks them changes. Without the data folder beside the checkout only the sample documents are made.
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

from bench.forms.documents import COMPARED, DATA, ROOT, comparisons, laws, sample_documents
from bench.forms.making import Figures, make_and_check
from bench.forms.notes import GROUPS, note
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
    found += list(comparisons(found))
    # The longest first: at the end no process works alone for long.
    return sorted(found, key=lambda one: len(one[1].plain_text()), reverse=True)


def _results(documents: list[tuple[str, Document]], folder: Path) -> Iterator[dict[str, Any]]:
    """The figures of each document and group, those first that are known from before."""
    waiting: list[tuple[str, Document, str]] = []
    for name, document in documents:
        for group in GROUPS:
            kept = _kept(note(folder, document, group))
            if kept is None:
                waiting.append((name, document, group))
            else:
                yield {**kept, "name": name}
    if not waiting:
        return
    known = len(documents) * len(GROUPS) - len(waiting)
    print(f"{len(waiting)} groups of forms to make, {known} found right before")
    with ProcessPoolExecutor(_PROCESSES, initializer=_start_checkers) as pool:
        work = [pool.submit(_make, *one, folder) for one in waiting]
        for done, future in enumerate(as_completed(work), 1):
            result = future.result()
            print(f"{done}/{len(work)} {result['name']}, {result['group']}")
            for finding in result["findings"]:
                print(f"    {finding}")
            sys.stdout.flush()
            yield result


def _kept(note: Path) -> dict[str, Any] | None:
    """What was noted where nothing was found."""
    kept: dict[str, Any] = json.loads(note.read_text("utf-8")) if note.exists() else {}
    return kept if kept and not kept["findings"] else None


def _start_checkers() -> None:
    _checkers.append(epub.EpubCheckers().__enter__())


def _make(name: str, document: Document, group: str, folder: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=folder) as work:
        try:
            figures = make_and_check(group, document, Path(work), _checkers[0].findings)
        except Exception:  # A form that breaks is a finding; the others are made all the same.
            figures = Figures(findings=traceback.format_exc().strip().splitlines()[-3:])
            # It may have been a checker that broke.
            _checkers.pop().__exit__(None, None, None)
            _start_checkers()
    result = {**figures.to_json(), "name": name, "group": group}
    written = json.dumps(result, ensure_ascii=False)
    note(folder, document, group).write_text(written, encoding="utf-8")
    return result


def _print_figures(results: list[dict[str, Any]], seconds: float) -> None:
    minutes = sum(result["minutes"] for result in results)
    findings = [finding for result in results for finding in result["findings"]]
    compared = {result["name"] for result in results if result["name"].endswith(COMPARED)}
    documents = {result["name"] for result in results} - compared
    print(
        f"\n{len(documents)} documents, {len(compared)} comparisons, {minutes:,.0f} minutes of "
        f"sound, {seconds:,.0f} s this time"
    )
    print(f"{'form':16} {'files':>6} {'seconds of work':>16} {'MB':>10}")
    for name in dict.fromkeys(name for result in results for name in result["forms"]):
        made = [result["forms"][name] for result in results if name in result["forms"]]
        files, work, size = (sum(one[at] for one in made) for at in range(3))
        print(f"{name:16} {files:6} {work:16,.1f} {size / 1e6:10,.2f}")
    checking = sum(result["checking_seconds"] for result in results)
    print(f"{'all checkers':16} {'':6} {checking:16,.1f}")
    print(f"findings: {len(findings)}")


if __name__ == "__main__":
    sys.exit(main())
