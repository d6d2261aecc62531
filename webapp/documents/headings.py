"""Heading levels of a page: never one skipped, whatever the depth at which the page begins."""

from collections.abc import Iterable
from typing import NamedTuple

from thai_text.outline import label
from webapp.documents.rules import Unit

DEEPEST = 6


class LevelledUnit(NamedTuple):
    """A unit with the level of its heading (0 for one without a heading) and its number's words."""

    unit: Unit
    level: int
    label: str


def with_levels(units: Iterable[Unit], top: int, lang: str) -> list[LevelledUnit]:
    """Give each heading its level, from `top` on (WCAG 2.2 SC 1.3.1)."""
    result = []
    last = top - 1
    for unit in units:
        if unit.block.kind not in ("chapter", "section"):
            result.append(LevelledUnit(unit, 0, label(unit.block, lang)))
            continue
        last = min(top + unit.depth, last + 1, DEEPEST)
        result.append(LevelledUnit(unit, last, label(unit.block, lang)))
    return result
