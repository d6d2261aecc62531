"""PDF: written anew (pypdf) without what tells of author, program and place."""

import io
import logging

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    PdfObject,
    StreamObject,
)

from webapp.shared.uploads.stripping import jpeg
from webapp.shared.uploads.stripping.refusal import NotStripped

# What a broken file makes pypdf raise beside its own errors.
_BROKEN = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError,
           RecursionError, AssertionError)  # fmt: skip
# ISO 32000-2: data about the whole or a part, a program's own, thumbnails, times; a note's author.
_TELLS = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/CreationDate", "/M")
_NOTE_TELLS = ("/T", "/NM")
# Files inside a PDF have hidden data of their own, of any kind.
_HIDES = ("/EmbeddedFiles", "/EF", "/AF")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def strip(content: bytes) -> bytes:
    """A PDF of the same pages. Raises `NotStripped`: locked, damaged, or with files inside."""
    if b"startxref" not in content:
        # Searching a long file for what it lacks takes long.
        raise NotStripped("a PDF without its end")
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise NotStripped("a locked PDF")
        if not reader.pages:
            raise NotStripped("a PDF without pages")
        writer = PdfWriter(clone_from=reader)
        # Only what a reader can reach is written: earlier states of the file are not.
        writer.metadata = None
        for found in writer._objects:
            if found is not None:
                _clear(found)
        no_id = ByteStringObject(bytes(16))
        writer._ID = ArrayObject((no_id, no_id))
        out = io.BytesIO()
        writer.write(out)
    except _BROKEN as broken:
        raise NotStripped("a damaged PDF") from broken
    return out.getvalue()


def _clear(found: PdfObject) -> None:
    """Take what tells out of one object and what lies in it directly."""
    if isinstance(found, ArrayObject):
        for part in found:
            _clear(part)
    if not isinstance(found, DictionaryObject):
        return
    if any(name in found for name in _HIDES):
        raise NotStripped("a PDF with files inside")
    is_note = found.get("/Subtype") is not None and "/Rect" in found
    for name in (*_TELLS, *(_NOTE_TELLS if is_note else ())):
        found.pop(name, None)
    if isinstance(found, StreamObject) and found.get("/Filter") == "/DCTDecode":
        found._data = jpeg.strip(found._data)
    for part in list(found.values()):
        _clear(part)
