"""The documents that are made in every form: the sample's, and the small laws of a data folder."""

import json
from collections.abc import Iterator
from pathlib import Path

from thai_text.outline import Document, parse, parse_markup
from webapp.documents.records import own_rows

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared/data"


def sample_documents() -> Iterator[tuple[str, Document]]:
    """Name and Document of each file of `sample/documents`."""
    for _, row in own_rows(ROOT / "sample/documents"):
        if isinstance(row, str):
            raise ValueError(row)
        yield row["id"], parse_markup(row["text"], row["title"], row["lang"])


def laws(data: Path = DATA) -> Iterator[tuple[str, Document]]:
    """Id and Document of each law of `laws_small.jsonl` in `data`."""
    with (data / "laws_small.jsonl").open(encoding="utf-8") as file:
        for line in file:
            law = json.loads(line)
            yield law["id"], parse(law["text"], law["title"])
