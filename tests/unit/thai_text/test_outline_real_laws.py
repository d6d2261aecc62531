"""Every law of the shared collection: it parses, comes back from JSON, and has its sections."""

import gzip
import json
from pathlib import Path

import pytest

from thai_text.outline import Document, canonical_json, count_numbers, parse

LAWS = Path(__file__).parents[3] / "../shared/data/laws_full.jsonl.gz"
pytestmark = pytest.mark.skipif(not LAWS.exists(), reason="the shared collection of laws is absent")


@pytest.fixture(scope="module")
def read_laws():
    with gzip.open(LAWS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["n_sections"], parse(row["text"], row["title"])) for row in rows]


def test_nearly_every_law_has_as_many_sections_as_its_publisher_counts(read_laws):
    stated = [(number, document) for number, document in read_laws if number]
    agreed = [document for number, document in stated if count_numbers(document) == number]
    assert len(stated) > 600
    assert len(agreed) / len(stated) >= 0.97


def test_every_law_comes_back_from_its_json_with_unique_anchors(read_laws):
    for _, document in read_laws:
        assert Document.from_json(json.loads(canonical_json(document))) == document


def test_no_law_loses_its_text(read_laws):
    for _, document in read_laws:
        assert document.sections() or len(document.blocks) > 3
