"""Anchors of a Document as names in files that take plain letters only."""

import re

_SAFE_ID = re.compile("[A-Za-z][A-Za-z0-9-]*")


def element_id(anchor: str) -> str:
    """Return an anchor as a name for XML and ID3; one with signs but A-Z, 0-9 and - is spelled."""
    if _SAFE_ID.fullmatch(anchor):
        return anchor
    return "x_" + "_".join(f"{ord(sign):x}" for sign in anchor)
