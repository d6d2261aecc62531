"""JPEG: segments of data about the picture go; the picture itself is not touched.

ITU-T T.81, B.1. Only how the picture is turned is said again, as it would lie on its side without.
"""

import struct

from webapp.shared.uploads.stripping.refusal import NotStripped

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_EXIF, _COMMENT = 0xE1, 0xFE
# JFIF and Adobe's mark say how colours are meant; all other application segments tell of the maker.
_KEPT_APPS = frozenset({0xE0, 0xEE})
_APPS = frozenset(range(0xE0, 0xF0))
_ORIENTATION, _SHORT = 0x0112, 3


def strip(content: bytes) -> bytes:
    """A JPEG without Exif, XMP, IPTC, thumbnails and comments. Raises `NotStripped`."""
    if content[:2] != bytes((0xFF, _START)):
        raise NotStripped("no JPEG")
    kept, turned, at = bytearray(content[:2]), 1, 2
    while True:
        marker, at = _marker(content, at)
        if marker == _END:
            break
        segment, length = _segment(content, at)
        if marker == _EXIF and segment[:6] == b"Exif\0\0":
            turned = _orientation(segment[6:]) or turned
        if _draws(marker):
            kept += bytes((0xFF, marker)) + content[at : at + length]
        at += length
        if marker == _SCAN:
            ends = _end_of_scan(content, at)
            kept += content[at:ends]
            at = ends
    if turned != 1:
        kept[2:2] = _exif(turned)
    # What follows the end is no part of the picture: a second picture, a film, a maker's notes.
    return bytes(kept) + bytes((0xFF, _END))


def _segment(content: bytes, at: int) -> tuple[bytes, int]:
    """What a segment holds, and its length with the two bytes that tell it."""
    length = int.from_bytes(content[at : at + 2], "big")
    segment = content[at + 2 : at + length]
    if length < 2 or len(segment) != length - 2:
        raise NotStripped("a JPEG that is cut off")
    return segment, length


def _draws(marker: int) -> bool:
    return marker in _KEPT_APPS or (marker not in _APPS and marker != _COMMENT)


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """The next marker and where its segment begins."""
    while content[at : at + 2] == b"\xff\xff":
        at += 1
    if len(content) < at + 2 or content[at] != 0xFF:
        raise NotStripped("a JPEG whose segments do not follow each other")
    return content[at + 1], at + 2


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the coded picture ends: at a marker that is neither a filled 0xFF nor a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise NotStripped("a JPEG without its end")
        if content[at + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return at
        at += 2 if content[at + 1] != 0xFF else 1


def _orientation(tiff: bytes) -> int | None:
    """How Exif says that the picture is turned, 1 to 8 (Exif 2.32, 4.6.4 A)."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return None
    (at,) = struct.unpack_from(order + "I", tiff, 4)
    try:
        (count,) = struct.unpack_from(order + "H", tiff, at)
        for entry in range(count):
            tag, kind, _number, value = struct.unpack_from(
                order + "HHIH", tiff, at + 2 + 12 * entry
            )
            if (tag, kind) == (_ORIENTATION, _SHORT) and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return None
    return None


def _exif(turned: int) -> bytes:
    """An Exif segment that says this alone."""
    tiff = struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, _ORIENTATION, _SHORT, 1, turned, 0, 0)
    segment = b"Exif\0\0" + tiff
    return bytes((0xFF, _EXIF)) + struct.pack(">H", len(segment) + 2) + segment
