"""A book in DAISY 2.02: full text and full sound in step, as players for the blind read it.

Source: DAISY 2.02 Specification (DAISY Consortium, 2001).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from audio.book.contents import Contents
from audio.book.markup import Place
from audio.book.packing import Package
from audio.book.pages import pages_of
from audio.book.rendering import render, sound_name
from audio.book.wording import GENERATOR, PUBLISHER, in_language, narrator, readers

_NCC, _MASTER, _STYLE = "ncc.html", "master.smil", "style.css"
_KILOBYTE = 1024


@dataclass(frozen=True)
class _Section:
    """A heading with the file of its times, the page of its text, and what has played before."""

    place: Place
    smil: str
    page: str
    elapsed: float


def write_daisy(file: BinaryIO, contents: Contents) -> None:
    """Write the book to an open file as a ZIP of what a DAISY folder holds."""
    about = {
        "lang": contents.document.lang,
        "title": contents.document.title,
        "identifier": contents.identifier,
        "generator": GENERATOR,
    }
    with Package(file) as package:
        sections: list[_Section] = []
        for section in _texts(package, contents):
            package.text(section.smil, render("daisy/section.smil", section=section, **about))
            sections.append(section)
        for number, track in enumerate(contents.tracks, 1):
            package.copy(sound_name(number), track.path)
        package.text(_STYLE, render(_STYLE))
        seconds = sum(section.place.seconds for section in sections)
        package.text(
            _MASTER, render("daisy/master.smil", sections=sections, seconds=seconds, **about)
        )
        metadata = _metadata(contents, sections, package)
        package.text(_NCC, render("daisy/ncc.html", sections=sections, metadata=metadata, **about))


def _texts(package: Package, contents: Contents) -> Iterator[_Section]:
    elapsed = 0.0
    number = 0
    about = {"lang": contents.document.lang, "credit": readers(contents)}
    for page in pages_of(contents):
        name = f"text{page.number:03}.html"
        package.text(name, render("daisy/text.html", page=page, **about))
        for place in page.places:
            number += 1
            yield _Section(place, f"s{number:04}.smil", name, elapsed)
            elapsed += place.seconds


def _metadata(
    contents: Contents, sections: list[_Section], package: Package
) -> list[tuple[str, str]]:
    lang = contents.document.lang
    publisher = in_language(PUBLISHER, lang)
    made = contents.made.isoformat()
    seconds = round(sum(section.place.seconds for section in sections))
    return [
        ("dc:title", contents.document.title),
        ("dc:creator", publisher),
        ("dc:date", made),
        ("dc:format", "Daisy 2.02"),
        ("dc:identifier", contents.identifier),
        ("dc:language", lang),
        ("dc:publisher", publisher),
        ("dc:type", "Text"),
        ("ncc:charset", "utf-8"),
        ("ncc:depth", str(max(section.place.level for section in sections))),
        ("ncc:files", str(package.files + 1)),
        ("ncc:footnotes", "0"),
        ("ncc:generator", GENERATOR),
        ("ncc:kByteSize", str(package.bytes // _KILOBYTE + 1)),
        ("ncc:maxPageNormal", "0"),
        ("ncc:multimediaType", "audioFullText"),
        ("ncc:narrator", narrator(contents)),
        ("ncc:pageFront", "0"),
        ("ncc:pageNormal", "0"),
        ("ncc:pageSpecial", "0"),
        ("ncc:prodNotes", "0"),
        ("ncc:producedDate", made),
        ("ncc:producer", publisher),
        ("ncc:setInfo", "1 of 1"),
        ("ncc:sidebars", "0"),
        ("ncc:tocItems", str(len(sections))),
        ("ncc:totalTime", f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"),
    ]
