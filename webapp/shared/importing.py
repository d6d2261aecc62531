"""Reading files of public records: line by line, in batches, nothing swallowed.

A feature says which files it can take (`IMPORTERS` in its `records.py`); `flask import DIR` reads
those that DIR holds. docs/import-formats.md describes every format.
"""

import gzip
import json
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from types import ModuleType
from typing import Any, Literal

import click
from blinker import Signal
from flask import Flask, current_app
from tqdm import tqdm

from webapp.extensions import db
from webapp.shared.transaction import transaction

BATCH = 200
# A transaction keeps other writers waiting: a citizen must not wait for an import.
MOST_SECONDS = 0.5
Outcome = Literal["new", "changed", "unchanged"]
Row = dict[str, Any]
Lines = Iterator[tuple[int, Row | str]]

import_finished = Signal("files: the names of the files read")

# What a folder of public data may hold beside records, and why it is left alone.
NOT_FOR_IMPORT = {
    "laws_small.jsonl": "a part of laws_full.jsonl",
    "law_sections.jsonl": "the text of laws_full.jsonl again, a row a section",
    "callcentre_truevoice.jsonl": "training material, not public records",
    "short_wisesight.jsonl": "training material, not public records",
    "dirty_thai_samples.jsonl": "test material, not public records",
    "thai_braille_pairs.jsonl": "test material for braille",
    "thai_braille_signs.tsv": "the signs of the braille code",
    "README.md": "a description of the folder",
}


class RowRefused(Exception):
    """A row cannot be taken; the message says why in words that its sender understands."""


def read_json_lines(file: Path) -> Lines:
    """Each line's number and row, or the number and a reason where the line is broken."""
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                yield number, f"not valid JSON: {error}"
                continue
            yield number, row if isinstance(row, dict) else "not a JSON object"


@dataclass(frozen=True)
class RecordFile:
    """One kind of file: its name, how one row is taken, and how the rows are read."""

    name: str
    take: Callable[[Row], Outcome]
    rows: Callable[[Path], Lines] = read_json_lines


@dataclass
class Report:
    """What became of one file's rows."""

    name: str
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The report in words, one line a refused row."""
        head = (
            f"{self.name}: read {self.read}, new {self.new}, changed {self.changed}, "
            f"unchanged {self.unchanged}, refused {len(self.refused)}"
        )
        return [head, *(f"  line {number}: {reason}" for number, reason in self.refused)]


def import_file(kind: RecordFile, file: Path, quiet: bool = False) -> Report:
    """Take every row of `file`; a refused row is reported and the rest goes on."""
    report = Report(file.name)
    batch: list[tuple[int, Row]] = []
    for number, row in tqdm(kind.rows(file), desc=file.name, unit=" rows", disable=quiet):
        report.read += 1
        if isinstance(row, str):
            report.refused.append((number, row))
            continue
        batch.append((number, row))
        if len(batch) == BATCH:
            _take_batch(kind, batch, report)
            batch = []
    _take_batch(kind, batch, report)
    return report


def _take_batch(kind: RecordFile, batch: list[tuple[int, Row]], report: Report) -> None:
    waiting = deque(batch)
    while waiting:
        with transaction():
            until = monotonic() + MOST_SECONDS
            while waiting and monotonic() < until:
                _take(kind, *waiting.popleft(), report)


def _take(kind: RecordFile, number: int, row: Row, report: Report) -> None:
    try:
        # A savepoint a row: what one row wrote before it was refused is undone alone.
        with db.session.begin_nested():
            outcome = kind.take(row)
    except RowRefused as refusal:
        report.refused.append((number, str(refusal)))
    else:
        setattr(report, outcome, getattr(report, outcome) + 1)


def import_folder(folder: Path, quiet: bool = False) -> list[Report]:
    """Take every file of `folder` that some feature knows, in the features' order."""
    reports = []
    for kind in current_app.extensions["importers"]:
        file = next(
            (f for f in (folder / kind.name, folder / f"{kind.name}.gz") if f.exists()), None
        )
        if file is not None:
            reports.append(import_file(kind, file, quiet))
    if any(report.new or report.changed for report in reports):
        with transaction():
            import_finished.send("importing", files=[report.name for report in reports])
    return reports


def left_alone(folder: Path) -> list[tuple[str, str]]:
    """The files of `folder` that are not imported, each with the reason."""
    known = {kind.name for kind in current_app.extensions["importers"]}
    names = sorted(f.name.removesuffix(".gz") for f in folder.iterdir() if f.is_file())
    unknown = "no feature knows this file"
    return [(name, NOT_FOR_IMPORT.get(name, unknown)) for name in names if name not in known]


@click.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def import_command(folder: Path) -> None:
    """Import every file of public records in FOLDER; twice does no harm."""
    for report in import_folder(folder):
        click.echo("\n".join(report.lines()))
    for name, reason in left_alone(folder):
        click.echo(f"{name}: not for import ({reason})")


@click.command("seed")
def seed_command() -> None:
    """Fill the database with the project's own sample data; twice does no harm."""
    sample = Path(current_app.root_path).parent / "sample"
    for report in import_folder(sample, quiet=True):
        click.echo("\n".join(report.lines()))


def init_app(app: Flask, modules: list[ModuleType]) -> None:
    """Collect what every feature can import, in the order of the table of contents."""
    app.extensions["importers"] = [kind for module in modules for kind in module.IMPORTERS]
    app.cli.add_command(import_command)
    app.cli.add_command(seed_command)
