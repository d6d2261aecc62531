"""What is found of a bill and of a document. Plain Python."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from search_index.entry import PARENT, Entry
from thai_text.outline import Block, label

# Another after every change of what entries are made of: what is kept of older ones is made anew.
RULES = 2


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
    facets: Mapping[str, str | Sequence[str]],
    date: str | None,
    blocks: Iterable[Block],
    published: str | None = None,
) -> Iterator[Entry]:
    """A document, and each of its sections by itself so that a passage says where it stands.

    `blocks` are the document's headings (without what stands below them) and sections in order.
    """
    loose: list[str] = []
    sections: list[tuple[Block, list[str]]] = []
    for block in blocks:
        whole = " ".join(w for w in (block.number, block.heading, words_of(block)) if w)
        if block.kind == "section":
            sections.append((block, [words_of(block)]))
        elif sections and block.id.startswith(f"{sections[-1][0].id}-"):
            # A piece of a section that is too large for one page.
            sections[-1][1].append(whole)
        else:
            loose.append(whole)
    for block, texts in sections:
        heading = " ".join(w for w in (label(block, lang), block.heading) if w)
        yield Entry(
            id=f"{public_id}/{block.id}",
            kind="section",
            url=f"/documents/{public_id}/s/{block.id}",
            title=title,
            heading=heading or block.text[:80],
            text="\n".join(text for text in texts if text),
            lang=lang,
            facets={**facets, PARENT: public_id},
            date=date,
            published=published,
        )
    yield Entry(
        id=public_id,
        kind="document",
        url=f"/documents/{public_id}",
        title=title,
        text="\n".join(part for part in loose if part),
        lang=lang,
        facets=facets,
        date=date,
        published=published,
    )
