"""Chapters in an MP3: ID3 frames CHAP and CTOC, which players and podcast programs show as a list.

Source: ID3v2 Chapter Frame Addendum 1.0 (id3.org). Written as ID3v2.3, which old players read too.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from mutagen.id3 import CHAP, CTOC, ID3, TALB, TIT2, TLAN, TRCK, CTOCFlags

from audio.anchors import element_id

# A table of contents counts its entries in one byte.
_MOST_ENTRIES = 255
_NO_OFFSET = 0xFFFFFFFF
_LANGUAGES = {"th": "tha", "en": "eng"}  # ISO 639-2, as TLAN asks
_UTF16 = 1


@dataclass(frozen=True)
class Chapter:
    """A place in a book: the Document's anchor, its name, its start and end in seconds."""

    id: str
    title: str
    start: float
    end: float


def book_tags(title: str, lang: str, chapters: Sequence[Chapter]) -> bytes:
    """Return the tag that stands before an MP3's sound: title, language (`th`, `en`), chapters."""
    tags = _tags(title, lang)
    for chapter in chapters:
        tags.add(_frame(chapter))
    groups = [chapters[at : at + _MOST_ENTRIES] for at in range(0, len(chapters), _MOST_ENTRIES)]
    if len(groups) == 1:
        tags.add(_contents("toc", title, [element_id(one.id) for one in chapters], top=True))
    else:
        # More places than one table may hold: a table of tables, each named by its first and last.
        names = [f"toc{number}" for number in range(1, len(groups) + 1)]
        tags.add(_contents("toc", title, names, top=True))
        for name, group in zip(names, groups, strict=True):
            heading = f"{group[0].title} – {group[-1].title}"
            tags.add(_contents(name, heading, [element_id(one.id) for one in group], top=False))
    return _written(tags)


def section_tags(title: str, book: str, lang: str, place: tuple[int, int]) -> bytes:
    """Return the tag of one section's MP3: its title, its book, its number and how many there are.

    `lang` is the language of the book (`th`, `en`).
    """
    tags = _tags(title, lang)
    tags.add(TALB(encoding=_UTF16, text=[book]))
    tags.add(TRCK(encoding=_UTF16, text=["/".join(map(str, place))]))
    return _written(tags)


def _tags(title: str, lang: str) -> ID3:
    tags = ID3()
    tags.add(TIT2(encoding=_UTF16, text=[title]))
    tags.add(TLAN(encoding=_UTF16, text=[_LANGUAGES.get(lang, "und")]))
    return tags


def _written(tags: ID3) -> bytes:
    file = io.BytesIO()
    tags.save(file, v1=0, v2_version=3, padding=lambda _info: 0)
    return file.getvalue()


def _frame(chapter: Chapter) -> CHAP:
    return CHAP(
        element_id=element_id(chapter.id),
        start_time=round(chapter.start * 1000),
        end_time=round(chapter.end * 1000),
        start_offset=_NO_OFFSET,
        end_offset=_NO_OFFSET,
        sub_frames=[TIT2(encoding=_UTF16, text=[chapter.title])],
    )


def _contents(name: str, title: str, entries: list[str], *, top: bool) -> CTOC:
    flags = CTOCFlags.ORDERED | (CTOCFlags.TOP_LEVEL if top else 0)
    return CTOC(
        element_id=name,
        flags=flags,
        child_element_ids=entries,
        sub_frames=[TIT2(encoding=_UTF16, text=[title])],
    )
