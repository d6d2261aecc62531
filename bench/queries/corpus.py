"""The entries over which the golden questions are asked: bills, laws and their sections.

Read from the folder of public records, and named and shaped as the site's own entries are.
"""

import gzip
import json
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

from search_index.entry import PARENT, Entry
from thai_text.numbers import THAI_DIGITS

CONSTITUTION = "constitution"
# A bill's nicknames and English names are the project's own: the records have none.
SAMPLE = Path(__file__).resolve().parents[2] / "sample"
# The longest part of a law that one entry holds; what lies behind is in its sections.
_LONGEST = 3_000


def golden_entries(data: Path, with_sections: Container[str] | None = None) -> list[Entry]:
    """All entries, from the records in the folder `data`.

    `with_sections` are the laws whose sections are entries too; without it all laws'.
    """
    others = [*_bills(data), *_drafts(data), *_committees(data), *_constitution(data)]
    return [*others, *_laws(data, with_sections)]


def _bills(data: Path) -> Iterator[Entry]:
    named = {row["id"]: row for row in _lines(SAMPLE / "bills.jsonl")}
    for row in _lines(data / "bills.jsonl"):
        ours = named.get(row["id"], {})
        titles = "\n".join(title["title"] for title in ours.get("titles", ()))
        yield Entry(
            row["id"],
            "bill",
            f"/bills/{row['id']}",
            row["title"],
            short=ours.get("nickname", ""),
            text=f"{titles}\n{row['proposer_name']}",
            date=row["last_event_on"],
        )
        if "title_en" in ours:
            key = f"{row['id']}/en"
            yield Entry(key, "bill", f"/bills/{key}", ours["title_en"], lang="en")


def _drafts(data: Path) -> Iterator[Entry]:
    for row in _lines(data / "cabinet_bills.jsonl"):
        yield Entry(row["id"], "document", f"/documents/{row['id']}", row["title"])


def _committees(data: Path) -> Iterator[Entry]:
    rows = json.loads((data / "senate_committees.json").read_text(encoding="utf-8"))
    for row in rows["committees"]:
        key = f"committee-{row['no']}"
        yield Entry(key, "committee", f"/{key}", row["name"], text=" ".join(row["keywords"]))


def _constitution(data: Path) -> Iterator[Entry]:
    whole = json.loads((data / "constitution_2560.json").read_text(encoding="utf-8"))
    yield Entry(CONSTITUTION, "document", f"/{CONSTITUTION}", whole["title"])
    for row in whole["sections"]:
        text = "\n".join(row["paras"])
        yield _section(CONSTITUTION, whole["title"], str(row["no"]), text)


def _laws(data: Path, with_sections: Container[str] | None) -> Iterator[Entry]:
    sections = _sections(data)
    for row in _lines(data / "laws_small.jsonl"):
        title = row["title"].replace("\n", " ")
        yield Entry(
            row["id"], "document", f"/documents/{row['id']}", title, text=row["text"][:_LONGEST]
        )
        if with_sections is not None and row["id"] not in with_sections:
            continue
        for number, text in sections.get(row["id"], {}).items():
            yield _section(row["id"], title, number, text)


def _sections(data: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    with gzip.open(data / "law_sections.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            # Of a number that comes twice, in transitional rules, the first is meant.
            found.setdefault(row["law_id"], {}).setdefault(row["section"], row["text"])
    return found


def _section(law: str, title: str, number: str, text: str) -> Entry:
    key = f"{law}/{number}"
    heading = f"มาตรา {number.translate(THAI_DIGITS)}"
    facets = {PARENT: law}
    return Entry(key, "section", f"/{key}", title, heading=heading, text=text, facets=facets)


def _lines(file: Path) -> Iterator[Any]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
