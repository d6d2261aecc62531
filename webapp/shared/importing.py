"""Reading files of public records: line by line, in batches, nothing swallowed.

A feature says which files it can take (`IMPORTERS` in its `records.py`); `flask import DIR` reads
those that DIR holds. docs/import-formats.md describes every format.
"""

import gzip
import json
import logging
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from types import ModuleType
from typing import Any, Literal

import click
import flask_migrate
from blinker import Signal
from flask import Flask, current_app
from sqlalchemy.exc import OperationalError, StatementError
from tqdm import tqdm

from webapp.extensions import db
from webapp.shared.transaction import transaction

BATCH = 200
# A transaction keeps other writers waiting: a citizen must not wait for an import.
MOST_SECONDS = 0.5
Outcome = Literal["new", "changed", "unchanged"]
Row = dict[str, Any]
Lines = Iterator[tuple[int, Row | str]]

# What a file raises that is damaged, not what its name promises, or not there to be read.
UNREADABLE = (OSError, EOFError, zlib.error, ValueError, LookupError, TypeError, AttributeError)
# What a value raises that is not of the type that its field has.
WRONG_TYPE = (TypeError, AttributeError, ValueError, LookupError, ArithmeticError, StatementError)

log = logging.getLogger(__name__)
import_finished = Signal("files: the names of the files read")
_history: ContextVar[bool] = ContextVar("history", default=False)

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
    # Bytes, for one line that is not UTF-8 must not end the reading of the others.
    with opener(file, "rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield number, _read_line(line)


def _read_line(line: bytes) -> Row | str:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return f"not valid UTF-8: {error.reason} at byte {error.start + 1}"
    except (ValueError, RecursionError) as error:
        return f"not valid JSON: {error}"
    return row if isinstance(row, dict) else "not a JSON object"


@contextmanager
def history(is_it: bool = True) -> Iterator[None]:
    """Let what is taken in meanwhile count as records of past years that fill a new site."""
    before = _history.set(is_it)
    try:
        yield
    finally:
        _history.reset(before)


def is_history() -> bool:
    """Whether what is taken in now fills a new site with the past: nobody waits for it as news."""
    return _history.get()


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
    for number, row in tqdm(_rows(kind, file), desc=file.name, unit=" rows", disable=quiet):
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


def _rows(kind: RecordFile, file: Path) -> Lines:
    """The file's rows as its kind reads them; where reading breaks off, a refusal as the last."""
    number = 0
    try:
        for number, row in kind.rows(file):
            yield number, row
    except UNREADABLE as error:
        log.exception("%s cannot be read", file.name)
        yield number + 1, f"cannot be read: {error or type(error).__name__}"


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
    except OperationalError:
        # The database is away: no fault of the row.
        raise
    except WRONG_TYPE as error:
        log.exception("%s line %s: a field has the wrong type", report.name, number)
        report.refused.append((number, f"a field has the wrong type: {_in_words(error)}"))
    else:
        setattr(report, outcome, getattr(report, outcome) + 1)


def _in_words(error: Exception) -> str:
    """What was wrong with a value, without the statement that the database was given."""
    told = error.orig if isinstance(error, StatementError) and error.orig else error
    return f"{type(told).__name__}: {told}"


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
@click.option(
    "--history",
    "is_history",
    is_flag=True,
    help="The first filling with past years: only what happened in the last 14 days is news.",
)
def import_command(folder: Path, is_history: bool) -> None:
    """Import every file of public records in FOLDER; twice does no harm."""
    with history(is_history):
        reports = import_folder(folder)
    for report in reports:
        click.echo("\n".join(report.lines()))
    for name, reason in left_alone(folder):
        click.echo(f"{name}: not for import ({reason})")


@click.command("seed")
@click.option("--upgrade", is_flag=True, help="First bring the tables up to date (db upgrade).")
def seed_command(upgrade: bool) -> None:
    """Fill the database with the project's own sample data; twice does no harm."""
    if upgrade:
        # One start of Python for both: `make run` waits for it.
        flask_migrate.upgrade()
    sample = Path(current_app.root_path).parent / "sample"
    with history():
        reports = import_folder(sample, quiet=True)
    for report in reports:
        click.echo("\n".join(report.lines()))


def init_app(app: Flask, modules: list[ModuleType]) -> None:
    """Collect what every feature can import, in the order of the table of contents."""
    app.extensions["importers"] = [kind for module in modules for kind in module.IMPORTERS]
    app.cli.add_command(import_command)
    app.cli.add_command(seed_command)
