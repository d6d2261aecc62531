"""What became of a page's raw text, word by word, for the eye and as pairs to be read out."""

from collections.abc import Iterator
from dataclasses import dataclass

from thai_text.changes import changed_spans

# A page that is damaged all over is not told word by word.
MOST = 200


@dataclass(frozen=True)
class PageChanges:
    """`raw` and `clean` as runs of `(text, changed)`; `pairs` of what was and what became of it."""

    raw: list[tuple[str, bool]]
    pairs: list[tuple[str, str]]
    more: int


def page_changes(raw: str, text: str) -> PageChanges:
    """The words of a page that its clean text has otherwise.

    Line ends and runs of spaces are no change: paragraphs were put together from lines.
    """
    before, after = " ".join(raw.split()), " ".join(text.split())
    spans, pairs = [], []
    for span in changed_spans(before, after):
        was, became = before[span.start : span.end], after[span.clean_start : span.clean_end]
        if _letters(was) != _letters(became):
            spans.append((span.start, span.end))
            pairs.append((was.strip(), became.strip()))
    runs = list(_runs(before, spans))
    return PageChanges(runs, pairs[:MOST], max(0, len(pairs) - MOST))


def _letters(text: str) -> str:
    return "".join(text.split())


def _runs(text: str, marked: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    place = 0
    for start, end in marked:
        if start > place:
            yield text[place:start], False
        if end > start:
            yield text[start:end], True
        place = end
    if place < len(text):
        yield text[place:], False
