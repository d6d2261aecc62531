"""Reading blocks back from JSON: what is not of the contract's shape is refused in a sentence."""

from __future__ import annotations

import re
from typing import Any

from thai_text.outline.tree import KINDS, Block

# An anchor goes into URLs and HTML as it is.
ANCHOR = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
DEEPEST = 20
KEYS = {"id", "kind", "number", "heading", "text", "rows", "blocks"}


def text_field(data: dict[str, Any], key: str, where: str, required: bool = False) -> str:
    """The text under a key, empty where absent; ValueError if it is no text or is required."""
    if key not in data and required:
        raise ValueError(f"In {where}, {key!r} is missing.")
    value = data.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"In {where}, {key!r} must be text.")
    return value


def block_list(data: dict[str, Any], where: str, required: bool = False) -> list[Any]:
    """The list under "blocks", empty where absent; ValueError if it is no list or is required."""
    if "blocks" not in data and required:
        raise ValueError(f"In {where}, 'blocks' is missing.")
    value = data.get("blocks", [])
    if not isinstance(value, list):
        raise ValueError(f"In {where}, 'blocks' must be a list.")
    return value


def block_from_json(data: Any, seen: set[str], depth: int) -> Block:
    """A block from JSON data; ids go into `seen`, and one that is there already is refused."""
    if not isinstance(data, dict):
        raise ValueError("Every block must be a JSON object.")
    if depth >= DEEPEST:
        raise ValueError(f"Blocks are nested more than {DEEPEST} deep.")
    anchor = text_field(data, "id", "a block", required=True)
    where = f"block {anchor!r}"
    _check_head(data, anchor, where, seen)
    seen.add(anchor)
    return Block(
        anchor,
        data["kind"],
        text_field(data, "number", where),
        text_field(data, "heading", where),
        text_field(data, "text", where),
        _rows(data, where),
        tuple(block_from_json(item, seen, depth + 1) for item in block_list(data, where)),
    )


def _check_head(data: dict[str, Any], anchor: str, where: str, seen: set[str]) -> None:
    if not ANCHOR.match(anchor):
        raise ValueError(f"The id {anchor!r} is not an anchor such as 's12-1'.")
    if anchor in seen:
        raise ValueError(f"The id {anchor!r} stands twice.")
    if data.get("kind") not in KINDS:
        raise ValueError(f"In {where}, the kind must be one of: {', '.join(KINDS)}.")
    if unknown := sorted(set(data) - KEYS):
        raise ValueError(f"In {where} there is an unknown key {unknown[0]!r}.")


def _rows(data: dict[str, Any], where: str) -> tuple[tuple[str, ...], ...]:
    rows = data.get("rows", [])
    if not isinstance(rows, list) or not all(
        isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in rows
    ):
        raise ValueError(f"In {where}, 'rows' must be a list of lists of text.")
    return tuple(tuple(row) for row in rows)
