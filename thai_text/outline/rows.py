"""Rows of simple tables: cells between bars or tabs."""

from __future__ import annotations

import re

_RULE = re.compile(r":?-{1,}:?\Z")


def read_row(line: str) -> tuple[str, ...] | None:
    """The cells of a line such as "| a | b |" or "a<tab>b"; None for a line that is no row."""
    if line.startswith("|") and line.endswith("|") and len(line) > 2:
        cells = line[1:-1].split("|")
    elif "\t" in line:
        cells = line.split("\t")
    else:
        return None
    return tuple(" ".join(cell.split()) for cell in cells)


def is_rule(row: tuple[str, ...]) -> bool:
    """Whether a row is only the line between a table's heads and its body ("|---|---|")."""
    return all(_RULE.match(cell) for cell in row)
