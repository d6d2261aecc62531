"""Styles of a DOCX: which paragraphs are headings, which stand in a list, and what is hidden."""

from __future__ import annotations

import re

from lxml import etree

from office_files.word_xml import attribute, child, is_on, tag, values

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEEPEST_HEADING = 6
_BODY_LEVEL = 9
_MOST_ANCESTORS = 12


class Styles:
    """The styles part; works without one."""

    def __init__(self, part: etree._Element | None) -> None:
        found = list(part.iterchildren(tag("style"))) if part is not None else []
        self._styles = {attribute(style, "styleId"): style for style in found}
        self._usual = next((attribute(style, "styleId") for style in found if _is_usual(style)), "")
        defaults = child(child(part, "docDefaults"), "rPrDefault")
        self._hides_all = is_on(child(child(defaults, "rPr"), "vanish"))

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

    def is_hidden(self, run: etree._Element, style: str) -> bool:
        """Whether a run in a paragraph of that style is hidden, by itself or by a style.

        A paragraph's style and the run's that both hide show it: each turns the other round
        (ISO/IEC 29500-1, 17.7.3).
        """
        own = child(run, "rPr")
        run_style = values(own, "rStyle")
        if (vanish := child(own, "vanish")) is not None:
            return is_on(vanish)
        by_paragraph = is_on(self._told("vanish", None, style or self._usual))
        by_run = is_on(self._told("vanish", None, run_style))
        return by_paragraph != by_run or self._hides_all

    def is_hidden_from_web(self, run: etree._Element) -> bool:
        """Whether a run is on paper and not on a web page."""
        own = child(run, "rPr")
        return is_on(self._told("webHidden", own, values(own, "rStyle")))

    def _told(self, name: str, own: etree._Element | None, style: str) -> etree._Element | None:
        """The nearest word on a property of letters: a run's own, else that of its style."""
        for properties in (own, *(child(ancestor, "rPr") for ancestor in self._line(style))):
            if (found := child(properties, name)) is not None:
                return found
        return None

    def _line(self, style: str) -> list[etree._Element]:
        """A style and those that it is based on, nearest first."""
        line: list[etree._Element] = []
        while style in self._styles and len(line) < _MOST_ANCESTORS:
            line.append(self._styles[style])
            style = values(self._styles[style], "basedOn")
        return line


def _is_usual(style: etree._Element) -> bool:
    """Tell the style of the paragraphs that name none."""
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true")


def _level(outline: int) -> int:
    return min(outline + 1, _DEEPEST_HEADING) if outline < _BODY_LEVEL else 0
