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
    places = _places(raw)
    before = "".join(raw[place] if not raw[place].isspace() else " " for place in places)
    after = " ".join(text.split())
    marked: list[tuple[int, int]] = []
    pairs: list[tuple[str, str]] = []
    for span in changed_spans(before, after):
        was, became = before[span.start : span.end], after[span.clean_start : span.clean_end]
        if _letters(was) != _letters(became):
            if was:
                marked.append((places[span.start], places[span.end - 1] + 1))
            pairs.append((was.strip(), became.strip()))
    return PageChanges(list(_runs(raw, marked)), pairs[:MOST], max(0, len(pairs) - MOST))


def _places(raw: str) -> list[int]:
    """The places of the signs that count: of each run of white space only the first."""
    trimmed = raw.rstrip()
    return [
        place
        for place in range(len(trimmed) - len(trimmed.lstrip()), len(trimmed))
        if not (raw[place].isspace() and raw[place - 1].isspace())
    ]


def _letters(text: str) -> str:
    return "".join(text.split())


def only_order(was: str, became: str) -> bool:
    """Whether the same signs were only put in another order, which neither eye nor ear tells."""
    return sorted(_letters(was)) == sorted(_letters(became))


def _runs(text: str, marked: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    place = 0
    for start, end in marked:
        if start > place:
            yield text[place:start], False
        yield text[start:end], True
        place = end
    if place < len(text):
        yield text[place:], False
