"""A tree in the making: blocks without anchors, and the anchors given when it is complete."""

from __future__ import annotations

from dataclasses import dataclass, field

from thai_text.outline.anchors import Anchors
from thai_text.outline.tree import Block


@dataclass
class Node:
    """A block in the making; `key` becomes its anchor together with what stands above it.

    A section's anchor does not name its chapter, so that a law may be rearranged around it;
    `zone` is added to it in a part of the file that numbers its sections anew (an amending Act).
    What is below an `unnamed` node has anchors as if the node were not there.
    """

    kind: str
    key: str
    number: str = ""
    heading: str = ""
    text: str = ""
    rank: int = 0
    zone: str = ""
    unnamed: bool = False
    rooted: bool = False
    rows: list[tuple[str, ...]] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def next_place(self, kind: str, start: int = 1) -> int:
        """The place of the next child of a kind, counting from `start`."""
        self.counts[kind] = self.counts.get(kind, start - 1) + 1
        return self.counts[kind]


def freeze(root: Node, enacting: bool = False) -> tuple[Block, ...]:
    """The blocks below a root with their anchors.

    `enacting` says that the root's own sections are those of an Act that enacts a code: the
    code's sections have the plain anchors then (s1), the Act's the marked ones (s1-e).
    """
    anchors = Anchors()
    zone = "e" if enacting else ""
    return tuple(_freeze(child, "", zone, anchors) for child in root.children)


def _freeze(node: Node, above: str, zone: str, anchors: Anchors) -> Block:
    before = "" if node.rooted or node.kind == "section" else above
    after = zone if node.kind == "section" else ""
    anchor = anchors.take("-".join(part for part in (before, node.key, after) if part))
    inside = "" if node.unnamed else anchor
    inner = "" if node.unnamed else node.zone or zone
    below = tuple(_freeze(child, inside, inner, anchors) for child in node.children)
    rows = tuple(node.rows)
    return Block(anchor, node.kind, node.number, node.heading, node.text, rows, below)
