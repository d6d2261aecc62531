"""How a long text is cut into pages, and the levels of its headings."""

from hypothesis import given
from hypothesis import strategies as st

from thai_text.outline import Block, Document
from webapp.documents.headings import with_levels
from webapp.documents.rules import PART_SIZE, parts_of, units_of

blocks = st.recursive(
    st.builds(
        lambda kind, size: Block("", kind, text="ก" * size),
        st.sampled_from(["section", "paragraph"]),
        st.integers(0, 9000),
    ),
    lambda inner: st.builds(
        lambda below: Block("", "chapter", number="หมวด 1", blocks=tuple(below)),
        st.lists(inner, max_size=6),
    ),
    max_leaves=40,
)


@given(st.lists(blocks, max_size=12))
def test_the_pages_together_are_the_document_in_order(tops):
    document = Document("t", "th", tuple(tops))
    parts = parts_of(document)

    assert [unit for part in parts for unit in part.units] == list(units_of(document))
    assert all(part.units for part in parts)


@given(st.lists(blocks, max_size=12))
def test_no_page_is_much_longer_than_asked(tops):
    for part in parts_of(Document("t", "th", tuple(tops)))[:-1]:
        assert part.size <= 2 * PART_SIZE


@given(st.lists(blocks, max_size=12), st.sampled_from([2, 3]))
def test_headings_never_skip_a_level(tops, top):
    last = top - 1
    for unit in with_levels(units_of(Document("t", "th", tuple(tops))), top, "th"):
        if unit.level:
            assert top <= unit.level <= min(last + 1, 6)
            last = unit.level


def test_a_section_too_large_for_a_page_goes_on_on_the_next_with_nothing_lost():
    rows = tuple(Block(f"annex1-p{n}", "paragraph", text="ก" * 600) for n in range(200))
    annex = Block("annex1", "section", heading="บัญชี", blocks=rows)

    parts = parts_of(Document("t", "th", (annex,)))

    assert len(parts) > 3
    assert all(part.size <= 2 * PART_SIZE for part in parts)
    shown = [unit.block.id for part in parts for unit in part.units]
    assert shown == ["annex1", *(row.id for row in rows)]
