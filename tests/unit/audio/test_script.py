"""What is said of a Document."""

import pytest

from audio.script import passages
from thai_text.outline import Block, Document


@pytest.mark.parametrize(("lang", "blank"), [("th", "เว้นว่าง"), ("en", "left blank")])
def test_an_empty_cell_is_said_to_be_empty(lang, blank):
    rows = (("A", "B", ""), ("1", "", "x"), ("2",), ("", "3", ""))
    document = Document("T", lang, (Block("c1", "chapter", "1", "C", rows=rows),))
    lines = [line for passage in passages(document) for line in passage.lines if line.row]
    assert [line.spoken for line in lines] == [
        f"A 1, B {blank}, x", f"A 2, B {blank}", f"A {blank}, B 3",
    ]  # fmt: skip
    assert [line.text for line in lines] == ["1 |  | x", "2", " | 3 | "]
