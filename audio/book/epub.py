"""A book in EPUB 3 with media overlays: text and sound in step, for telephones and computers.

Source: EPUB 3.3 and EPUB Accessibility 1.1 (W3C, 2023).
"""

from dataclasses import dataclass, field
from typing import BinaryIO

from audio.book import wording
from audio.book.contents import Contents
from audio.book.packing import Package
from audio.book.pages import Page, pages_of
from audio.book.rendering import environment, render, sound_name

_FOLDER = "EPUB/"


@dataclass
class _Node:
    """An entry of the table of contents with those below it."""

    title: str
    href: str
    level: int
    below: list["_Node"] = field(default_factory=list)


def write_epub(file: BinaryIO, contents: Contents) -> None:
    """Write the book to an open file."""
    lang = contents.document.lang
    words = {
        "publisher": wording.in_language(wording.PUBLISHER, lang),
        "contents": wording.in_language(wording.CONTENTS, lang),
        "landmarks": wording.in_language(wording.LANDMARKS, lang),
        "title_page": wording.in_language(wording.TITLE_PAGE, lang),
        "text": wording.in_language(wording.TEXT, lang),
        "summary": wording.in_language(wording.SUMMARY, lang),
    }
    with Package(file) as package:
        # Programs tell an EPUB by these bytes at this place.
        package.text("mimetype", "application/epub+zip", compressed=False)
        package.text("META-INF/container.xml", render("epub/container.xml"))
        package.text(f"{_FOLDER}style.css", render("style.css"))
        pages = _texts(package, contents)
        for number, track in enumerate(contents.tracks, 1):
            package.copy(_FOLDER + sound_name(number), track.path)
        body_begins = pages[1].number if len(pages) > 1 else None
        nodes = _tree(pages)
        package.text(
            f"{_FOLDER}nav.xhtml",
            render("epub/nav.xhtml", lang=lang, words=words, nodes=nodes, body_begins=body_begins),
        )
        package.text(
            f"{_FOLDER}package.opf",
            render(
                "epub/package.opf",
                lang=lang,
                title=contents.document.title,
                identifier=contents.identifier,
                made=contents.made.isoformat(),
                narrator=wording.narrator(contents),
                seconds=sum(page.seconds for page in pages),
                pages=pages,
                track_count=len(contents.tracks),
                words=words,
            ),
        )


def _texts(package: Package, contents: Contents) -> list[Page]:
    """Write the pages and their times; return the pages without their markup."""
    names = environment().filters
    pages = []
    about = {"lang": contents.document.lang, "credit": wording.readers(contents)}
    for page in pages_of(contents):
        text = render("epub/page.xhtml", page=page, **about)
        package.text(_FOLDER + names["text"](page.number), text)
        package.text(_FOLDER + names["overlay"](page.number), render("epub/page.smil", page=page))
        pages.append(page.without_body())
    return pages


def _tree(pages: list[Page]) -> list[_Node]:
    top: list[_Node] = []
    path: list[_Node] = []
    name = environment().filters["text"]
    for page in pages:
        for place in page.places:
            node = _Node(place.title, f"{name(page.number)}#{place.id}", place.level)
            while path and path[-1].level >= node.level:
                path.pop()
            (path[-1].below if path else top).append(node)
            path.append(node)
    return top
