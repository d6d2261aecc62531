"""Films and sound of phones: MP4, MOV and M4A by their boxes, WebM by its elements.

What is taken out is overwritten where it stands, so that nothing moves: films keep tables of where
each picture lies in the file.
"""

import struct
from collections.abc import Iterator

from webapp.shared.uploads.stripping.refusal import NotStripped

# ISO/IEC 14496-12: boxes that hold boxes on the way to what is taken out.
_HOLDS = frozenset((b"moov", b"trak", b"mdia", b"moof", b"traf", b"edts"))
# Names, places, makers: user data, metadata of QuickTime and of others.
_TELLS = frozenset((b"udta", b"meta", b"uuid", b"XMP_", b"free", b"skip", b"wide"))
# Headers that begin with the times at which the film was made and changed.
_DATED = frozenset((b"mvhd", b"tkhd", b"mdhd"))
# What a track may carry: pictures, sound, and their timing. Others carry places, faces, sensors.
_SHOWN = frozenset((b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp", b"tmcd"))

# Matroska (RFC 9559): the elements taken out, at the top of the segment and in its information.
_EBML, _SEGMENT, _INFO = 0x1A45DFA3, 0x18538067, 0x1549A966
_TAGS, _ATTACHMENTS, _CLUSTER = 0x1254C367, 0x1941A469, 0x1F43B675
_TITLE, _DATE, _MUXER, _WRITER, _FILE = 0x7BA9, 0x4461, 0x4D80, 0x5741, 0x7384
_GONE = frozenset((_TAGS, _ATTACHMENTS, _TITLE, _DATE, _FILE))
_VOID = 0xEC


def strip_mp4(content: bytes) -> bytes:
    """An MP4, MOV or M4A without places, names, makers and dates. Raises `NotStripped`."""
    made = bytearray(content)
    found = _strip_boxes(made, 0, len(made))
    if b"moov" not in found:
        raise NotStripped("a film without its contents")
    return bytes(made)


def _boxes(made: bytearray, at: int, ends: int) -> Iterator[tuple[bytes, int, int]]:
    """Each box: its name, where what it holds begins, and where it ends."""
    while at + 8 <= ends:
        size, name = struct.unpack_from(">I4s", made, at)
        head = 8
        if size == 1 and at + 16 <= ends:
            size, head = struct.unpack_from(">Q", made, at + 8)[0], 16
        elif size == 0:
            size = ends - at
        if size < head or at + size > ends:
            raise NotStripped("a film that is cut off")
        yield bytes(name), at + head, at + size
        at += size


def _strip_boxes(made: bytearray, at: int, ends: int) -> set[bytes]:
    """Overwrite what tells; gives the names of the boxes that were there."""
    found = set()
    for name, inside, after in _boxes(made, at, ends):
        found.add(name)
        if name in _TELLS:
            _blank(made, inside, after)
        elif name in _DATED:
            _undate(made, inside, after)
        elif name == b"hdlr":
            _check_track(made, inside, after)
        elif name in _HOLDS:
            _strip_boxes(made, inside, after)
    return found


def _blank(made: bytearray, inside: int, after: int) -> None:
    """Make a box free space of the same size."""
    name_at = inside - 4 if made[inside - 4 : inside].isalpha() else inside - 12
    if name_at == inside - 12 or struct.unpack_from(">I", made, inside - 8)[0] in (0, 1):
        # A box with a long size has its name eight bytes earlier; one is enough to refuse it.
        raise NotStripped("a film with a box of an odd size")
    made[name_at:inside] = b"free"
    made[inside:after] = bytes(after - inside)


def _undate(made: bytearray, inside: int, after: int) -> None:
    """Set the two times of a header to 0, the year 1904."""
    size = 16 if made[inside : inside + 1] == b"\1" else 8
    if inside + 4 + size > after:
        raise NotStripped("a film with a header that is cut off")
    made[inside + 4 : inside + 4 + size] = bytes(size)


def _check_track(made: bytearray, inside: int, after: int) -> None:
    """Refuse a film with a track that nobody sees or hears, and clear the track's name."""
    if bytes(made[inside + 8 : inside + 12]) not in _SHOWN:
        raise NotStripped("a film with a hidden track")
    made[inside + 24 : after] = bytes(max(0, after - inside - 24))


def strip_webm(content: bytes) -> bytes:
    """A WebM without tags, attachments, title, date and names of programs. Raises `NotStripped`."""
    made = bytearray(content)
    kinds = set()
    for kind, start, inside, after in _elements(made, 0, len(made)):
        kinds.add(kind)
        if kind == _SEGMENT:
            _strip_segment(made, inside, after)
        elif kind != _EBML:
            _void(made, start, after)
    if kinds != {_EBML, _SEGMENT}:
        raise NotStripped("no WebM")
    return bytes(made)


def _strip_segment(made: bytearray, at: int, ends: int) -> None:
    for kind, start, inside, after in _elements(made, at, ends):
        if kind in _GONE:
            _void(made, start, after)
        elif kind == _INFO:
            _strip_info(made, inside, after)


def _strip_info(made: bytearray, at: int, ends: int) -> None:
    for kind, start, inside, after in _elements(made, at, ends):
        if kind in _GONE:
            _void(made, start, after)
        elif kind in (_MUXER, _WRITER):
            # Both have to be there; a text of zeros is an empty one.
            made[inside:after] = bytes(after - inside)


def _void(made: bytearray, start: int, after: int) -> None:
    """Make an element empty space of the same size: a size written in eight bytes, or in one."""
    room = after - start
    if room >= 10:
        size = (room - 9).to_bytes(8, "big")
        made[start : start + 9] = bytes((_VOID, size[0] | 0x01)) + size[1:]
        made[start + 9 : after] = bytes(room - 9)
    else:
        made[start : start + 2] = bytes((_VOID, 0x80 | (room - 2)))
        made[start + 2 : after] = bytes(room - 2)


def _elements(made: bytearray, at: int, ends: int) -> Iterator[tuple[int, int, int, int]]:
    """Each element: its kind, where it starts, where what it holds begins, and where it ends.

    A segment or cluster of unknown size, as recorders write it, holds what comes up to the end; of
    a cluster's parts none has the kind of what is taken out.
    """
    while at < ends:
        start = at
        kind, at, _known = _number(made, at, ends, marked=True)
        size, at, known = _number(made, at, ends, marked=False)
        if known:
            after = at + size
        elif kind == _SEGMENT:
            after = ends
        elif kind == _CLUSTER:
            after = at
        else:
            raise NotStripped("a WebM with an odd element")
        if after > ends:
            raise NotStripped("a WebM that is cut off")
        yield kind, start, at, after
        at = after


def _number(made: bytearray, at: int, ends: int, marked: bool) -> tuple[int, int, bool]:
    """A number of 1 to 8 bytes (RFC 8794, 4): its value, what follows it, whether it is known.

    `marked`: with the bit that tells its length, as kinds are written.
    """
    first = made[at] if at < ends else 0
    length = 9 - first.bit_length()
    if length > 8 or at + length > ends:
        raise NotStripped("a WebM that is cut off")
    value = int.from_bytes(made[at : at + length], "big")
    ones = (1 << (7 * length)) - 1
    bare = value & ones
    return (value if marked else bare), at + length, bare != ones
