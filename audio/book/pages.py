"""A book's text in pages of XHTML."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from audio.book.contents import Contents
from audio.book.markup import PassageWriter, Place
from audio.script import Passage, passages
from audio.tracks import Track

DEEPEST = 6
# Letters on a page: reading systems lay a page out at once, and old ones are slow at it.
_PAGE_LETTERS = 30_000


@dataclass
class Page:
    """A page of the text: its number from 1, its headings in order and its markup."""

    number: int
    places: list[Place] = field(default_factory=list)
    body: Markup = Markup()
    letters: int = 0

    @property
    def title(self) -> str:
        """The words of its first heading."""
        return self.places[0].title

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return sum(place.seconds for place in self.places)

    def without_body(self) -> "Page":
        """Return the page without its markup: a long book's is not kept in memory."""
        return replace(self, body=Markup())


def pages_of(contents: Contents) -> Iterator[Page]:
    """Yield the book page by page: the title page first, then as many passages as a page holds."""
    numbered = _numbered(contents.tracks)
    level = 0
    page = Page(1)
    for passage in passages(contents.document, people=contents.people):
        if page.places and _is_full(page, passage):
            yield page
            page = Page(page.number + 1)
        # Never a level skipped, whatever the depth at which a part begins (WCAG 2.2 SC 1.3.1).
        level = min(passage.depth + 1, level + 1, DEEPEST)
        place, markup = PassageWriter(
            passage, level, contents.document.lang, numbered[passage.id]
        ).written()
        page.places.append(place)
        page.body += markup
        page.letters += passage.letters
    yield page


def _is_full(page: Page, passage: Passage) -> bool:
    is_title_page = page.number == 1
    chapter_ends = passage.depth == 0 and page.letters > _PAGE_LETTERS // 3
    return is_title_page or chapter_ends or page.letters + passage.letters > _PAGE_LETTERS


def _numbered(tracks: Iterable[Track]) -> dict[str, list[tuple[int, Track]]]:
    by_passage: dict[str, list[tuple[int, Track]]] = defaultdict(list)
    for number, track in enumerate(tracks, 1):
        by_passage[track.id].append((number, track))
    return by_passage
