"""A Document: its JSON contract, its anchors, its order."""

import json

import pytest

from thai_text.outline import Block, Document, canonical_json, content_hash


def made() -> Document:
    items = (Block("s1-i1", "item", "(1)", text="ก"), Block("s1-i2", "item", "(2)", text="ข"))
    table = Block("s2-t1", "table", rows=(("ปี", "บาท"), ("๑", "๒")))
    chapter = Block(
        "c1",
        "chapter",
        "หมวด 1",
        "บททั่วไป",
        blocks=(
            Block("s1", "section", "1", text="ข้อความ", blocks=items),
            Block("s2", "section", "12/1", text="ข้อความ", blocks=(table,)),
        ),
    )
    return Document("พระราชบัญญัติตัวอย่าง", "th", (Block("p1", "paragraph", text="โดยที่"), chapter))


def test_a_document_comes_back_from_its_json_equal():
    assert Document.from_json(json.loads(json.dumps(made().to_json()))) == made()


def test_every_block_in_the_json_has_every_key():
    block = made().to_json()["blocks"][0]
    assert set(block) == {"id", "kind", "number", "heading", "text", "rows", "blocks"}


def test_the_walk_gives_each_block_with_its_depth_in_reading_order():
    walked = [(depth, block.id) for depth, block in made().walk()]
    assert walked[:4] == [(0, "p1"), (0, "c1"), (1, "s1"), (2, "s1-i1")]


def test_a_block_is_found_by_its_anchor():
    assert made().find("s1-i2") == Block("s1-i2", "item", "(2)", text="ข")
    assert made().find("s99") is None


def test_neighbours_are_sections_and_none_at_the_ends():
    document = made()
    before, after = document.neighbours("s1-i2")
    assert before is None
    assert after is document.find("s2")
    assert document.neighbours("s2") == (document.find("s1"), None)
    assert document.neighbours("p1") == (None, None)
    assert document.neighbours("nowhere") == (None, None)


def test_the_plain_text_names_chapters_and_sections_in_thai_digits():
    lines = made().plain_text().splitlines()
    assert lines[:4] == ["พระราชบัญญัติตัวอย่าง", "โดยที่", "หมวด ๑ บททั่วไป", "มาตรา ๑ ข้อความ"]
    assert lines[4:] == ["(๑) ก", "(๒) ข", "มาตรา ๑๒/๑ ข้อความ", "ปี | บาท", "๑ | ๒"]


def test_an_english_section_is_called_so():
    document = Document("Act", "en", (Block("s3", "section", "3", text="Short title."),))
    assert document.label(document.blocks[0]) == "Section 3"


def test_the_canonical_bytes_are_sorted_compact_and_composed():
    decomposed = Document("Cafe\u0301", "en")
    assert canonical_json(decomposed) == '{"blocks":[],"lang":"en","title":"Café","v":1}'.encode()


def test_the_hash_is_the_same_for_the_same_content_and_differs_by_one_letter():
    assert content_hash(made()) == content_hash(made())
    assert content_hash(Document("ก")) != content_hash(Document("ข"))
    assert len(content_hash(made())) == 64


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"v": 2}, "version 2"),
        ({"v": True}, "version True"),
        ({"title": 3}, "'title' must be text"),
        ({"blocks": {}}, "'blocks' must be a list"),
        ({"blocks": ["x"]}, "must be a JSON object"),
        ({"blocks": [{"kind": "item"}]}, "'id' is missing"),
        ({"blocks": [{"id": "A b", "kind": "item"}]}, "not an anchor"),
        ({"blocks": [{"id": "a", "kind": "song"}]}, "kind must be one of"),
        ({"blocks": [{"id": "a", "kind": []}]}, "kind must be one of"),
        ({"blocks": [{"id": "a", "kind": "item"}, {"id": "a", "kind": "item"}]}, "stands twice"),
        ({"blocks": [{"id": "a", "kind": "table", "rows": [[1]]}]}, "lists of text"),
        ({"blocks": [{"id": "a", "kind": "item", "colour": "red"}]}, "unknown key 'colour'"),
    ],
)
def test_json_of_another_version_or_shape_is_refused_in_a_sentence(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        Document.from_json({**made().to_json(), **change})


def test_what_is_no_object_is_refused():
    with pytest.raises(ValueError, match="must be a JSON object"):
        Document.from_json([])


def test_json_without_blocks_is_refused():
    with pytest.raises(ValueError, match="'blocks' is missing"):
        Document.from_json({"v": 1, "title": "ก", "lang": "th"})


def test_blocks_nested_without_end_are_refused():
    block: dict = {"id": "a0", "kind": "item", "blocks": []}
    for depth in range(1, 500):
        block = {"id": f"a{depth}", "kind": "item", "blocks": [block]}
    with pytest.raises(ValueError, match="nested more than"):
        Document.from_json({"v": 1, "title": "", "lang": "th", "blocks": [block]})
