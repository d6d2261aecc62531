"""What is found of a bill and of a document. Plain Python."""

from collections.abc import Iterable, Iterator

from search_index.entry import PARENT, Entry
from thai_text.outline import Block, label

# A document without sections is one entry; a hit far inside it is still found and shown.
LONGEST_TEXT = 200_000


def words_of(block: Block) -> str:
    """All words of a block and of what is below it, without its own number and heading."""
    parts = [block.text, *(" ".join(row) for row in block.rows)]
    parts += [
        " ".join(w for w in (inner.number, inner.heading, words_of(inner)) if w)
        for inner in block.blocks
    ]
    return "\n".join(part for part in parts if part)


def document_entries(
    public_id: str,
    title: str,
    lang: str,
    facets: dict[str, str],
    date: str | None,
    blocks: Iterable[Block],
) -> Iterator[Entry]:
    """A document, and each of its sections by itself so that a passage says where it stands.

    `blocks` are the document's headings (without what stands below them) and sections in order.
    """
    loose: list[str] = []
    for block in blocks:
        if block.kind != "section":
            loose.append(" ".join(w for w in (block.number, block.heading, words_of(block)) if w))
            continue
        heading = " ".join(w for w in (label(block, lang), block.heading) if w)
        yield Entry(
            id=f"{public_id}/{block.id}",
            kind="section",
            url=f"/documents/{public_id}/s/{block.id}",
            title=title,
            heading=heading or block.text[:80],
            text=words_of(block)[:LONGEST_TEXT],
            lang=lang,
            facets={**facets, PARENT: public_id},
            date=date,
        )
    yield Entry(
        id=public_id,
        kind="document",
        url=f"/documents/{public_id}",
        title=title,
        text="\n".join(part for part in loose if part)[:LONGEST_TEXT],
        lang=lang,
        facets=facets,
        date=date,
    )
