"""RIFF, the container of WAV and WebP: chunks of a name, a length and bytes."""

import struct
from collections.abc import Iterable, Iterator

from webapp.shared.uploads.stripping.refusal import NotStripped


def riff_chunks(content: bytes, kind: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a RIFF file of this kind. Raises `NotStripped` where it is none, or cut off."""
    if content[:4] != b"RIFF" or content[8:12] != kind:
        raise NotStripped(f"no RIFF of {kind!r}")
    at, ends = 12, min(len(content), 8 + struct.unpack_from("<I", content, 4)[0])
    while at + 8 <= ends:
        name, length = struct.unpack_from("<4sI", content, at)
        chunk = content[at + 8 : at + 8 + length]
        if len(chunk) != length:
            raise NotStripped("a RIFF file that is cut off")
        yield name, chunk
        at += 8 + length + length % 2


def write_riff(kind: bytes, chunks: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A RIFF file of these chunks."""
    body = bytearray(kind)
    for name, chunk in chunks:
        body += struct.pack("<4sI", name, len(chunk)) + chunk + b"\0" * (len(chunk) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + bytes(body)
