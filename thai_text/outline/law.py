"""Plain text of a law into a Document: one pass over its lines."""

from __future__ import annotations

import unicodedata

from thai_text.numbers import ARABIC_DIGITS
from thai_text.outline import instruments
from thai_text.outline.document import Document
from thai_text.outline.english import parse_english
from thai_text.outline.footnotes import split_notes, take_marks
from thai_text.outline.node import freeze
from thai_text.outline.reader import LawReader


def parse(text: str, title: str = "", lang: str = "th") -> Document:
    """A law's plain text, a line a paragraph, as a Document of chapters, sections and items.

    Without a title, the centred title at the head of a Thai law gives it. Any text parses: what
    is not recognised is a paragraph. `lang` "en" reads "Chapter 3", "Section 12"; else Thai.
    """
    raw = [line.strip() for line in unicodedata.normalize("NFC", text).splitlines()]
    lines = [line for line in raw if line]
    if lang == "en":
        return Document(title, lang, freeze(parse_english(lines)))
    body, notes = split_notes(lines)
    count = instruments.title_lines(body, 0)
    found = instruments.join_title([take_marks(line, notes)[0] for line in body[:count]])
    reader = LawReader(body, notes)
    reader.read(count if not title or _same_title(title, found) else 0)
    blocks = freeze(reader.builder.root, enacting=reader.code is not None)
    return Document(title or found, lang, blocks)


def _same_title(given: str, found: str) -> bool:
    """Whether the file's own centred title says no more than the title that was given."""
    plain_given, plain_found = (
        "".join(name.split()).translate(ARABIC_DIGITS) for name in (given, found)
    )
    return plain_given.startswith(plain_found)
