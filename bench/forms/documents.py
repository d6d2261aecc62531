"""The documents that are made in every form: the sample's, the small laws of a data folder, and
what each of them changed in an older text of its own."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from thai_text.compare import Marking, compare, comparison_document
from thai_text.outline import Block, Document, parse, parse_markup
from webapp.documents.records import own_rows

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared/data"
COMPARED = " (compared)"
# Of so many blocks one reads otherwise in the older text, and of so many one is missing there.
_CHANGED, _ADDED = 20, 50


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


def comparisons(documents: Iterable[tuple[str, Document]]) -> Iterator[tuple[str, Document]]:
    """Of each document, by its name with COMPARED, what it changed in a made-up older text."""
    for name, document in documents:
        comparison = compare(_older(document), document, "1", "2")
        yield name + COMPARED, comparison_document(comparison, Marking.CHANGES)


def _older(document: Document) -> Document:
    """The document with a word more here and there, without some blocks, with one that went."""
    gone = Block("gone", "section", heading="1", text=document.title)
    return replace(document, blocks=(*_older_blocks(document.blocks, count(1)), gone))


def _older_blocks(blocks: Iterable[Block], numbers: Iterator[int]) -> tuple[Block, ...]:
    older = []
    for block in blocks:
        number = next(numbers)
        if number % _ADDED == 0:
            continue
        text = f"{block.text} {number}" if number % _CHANGED == 1 else block.text
        below = _older_blocks(block.blocks, numbers)
        older.append(replace(block, text=text, blocks=below))
    return tuple(older)
