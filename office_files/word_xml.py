"""Names and values in WordprocessingML."""

from __future__ import annotations

from lxml import etree

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def tag(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{_SPACE}}}{name}"


def child(node: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name, None where there is none."""
    return node.find(tag(name)) if node is not None else None


def attribute(node: etree._Element, name: str) -> str:
    """An attribute's value, empty where it is missing."""
    return str(node.get(tag(name)) or "")


def is_on(node: etree._Element | None) -> bool:
    """Whether an element that turns something on is there and does not turn it off."""
    return node is not None and attribute(node, "val").lower() not in ("0", "false", "off")


def values(node: etree._Element | None, *path: str) -> str:
    """The `val` of the element at the end of a path of children, empty where there is none."""
    for name in path:
        node = child(node, name)
    return attribute(node, "val") if node is not None else ""
