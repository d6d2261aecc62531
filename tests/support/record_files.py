"""Files of records written by a test, or lent from another folder, and imported."""

import json
from pathlib import Path
from typing import Any

from webapp.shared.importing import Report, import_folder


def give(folder: Path, name: str, rows: Any) -> Report:
    """Write one file of records and import its folder."""
    if name.endswith(".jsonl"):
        text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    else:
        text = json.dumps(rows, ensure_ascii=False)
    (folder / name).write_text(text, encoding="utf-8")
    return next(report for report in import_folder(folder, quiet=True) if report.name == name)


def reasons(report: Report) -> list[str]:
    """Why rows were refused."""
    return [why for _line, why in report.refused]


def link_all(folder: Path, source: Path, *names: str) -> None:
    """Lend files of one folder to another, compressed or not."""
    for name in names:
        found = next(f for f in (source / name, source / f"{name}.gz") if f.exists())
        (folder / found.name).symlink_to(found)
