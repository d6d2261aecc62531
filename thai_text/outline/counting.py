"""How many sections a law has, counted as the publishers of Thai laws count them."""

from __future__ import annotations

import re

from thai_text.outline.document import Document

_NUMBER = re.compile(r"[0-9]+(?:/[0-9]+)?")


def count_numbers(document: Document) -> int:
    """The number of different section numbers (มาตรา) in the whole document.

    A section put in with a Pali ordinal (9 ทวิ) counts with the one before it (9), one put in with
    a slash (9/1) by itself; a number that an amending or enacting Act uses again counts once.
    """
    numbers = (_NUMBER.match(section.number) for section in document.sections())
    return len({found.group() for found in numbers if found})
