"""Styles of a DOCX: which paragraphs are headings, and which stand in a list."""

from __future__ import annotations

import re

from lxml import etree

from office_files.word_xml import attribute, child, tag, values

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEEPEST_HEADING = 6
_BODY_LEVEL = 9
_MOST_ANCESTORS = 12


class Styles:
    """The styles part; works without one."""

    def __init__(self, part: etree._Element | None) -> None:
        found = part.iterchildren(tag("style")) if part is not None else ()
        self._styles = {attribute(style, "styleId"): style for style in found}

    def heading_level(self, paragraph: etree._Element, style: str) -> int:
        """The heading level of a paragraph from 1 to 6, 0 for one that is no heading."""
        own = values(paragraph, "pPr", "outlineLvl")
        if own.isdigit():
            return _level(int(own))
        for ancestor in self._line(style):
            name = values(ancestor, "name")
            if name.lower() == "title":
                return 1
            if found := _HEADING.fullmatch(name):
                return min(int(found[1]), _DEEPEST_HEADING)
            outline = values(ancestor, "pPr", "outlineLvl")
            if outline.isdigit():
                return _level(int(outline))
        return 0

    def list_place(self, paragraph: etree._Element, style: str) -> tuple[str, int]:
        """The list that a paragraph is in and how deep, ("", 0) for one in no list."""
        for owner in (paragraph, *self._line(style)):
            numbering = child(child(owner, "pPr"), "numPr")
            if numbering is not None:
                level = values(numbering, "ilvl")
                return values(numbering, "numId"), min(int(level), 8) if level.isdigit() else 0
        return "", 0

    def _line(self, style: str) -> list[etree._Element]:
        """A style and those that it is based on, nearest first."""
        line: list[etree._Element] = []
        while style in self._styles and len(line) < _MOST_ANCESTORS:
            line.append(self._styles[style])
            style = values(self._styles[style], "basedOn")
        return line


def _level(outline: int) -> int:
    return min(outline + 1, _DEEPEST_HEADING) if outline < _BODY_LEVEL else 0
