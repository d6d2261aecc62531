"""What type a file is, by its content; its name says nothing that counts."""

from __future__ import annotations

import codecs
import io
import re
import zipfile

from office_files.faults import MAX_BYTES, MAX_UNPACKED, Fault, FileRefused
from office_files.pages import FileType

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x00\x0cjP",
)
# A bitmap's sizes and places have empty bytes, a text that begins with these letters has none.
_BITMAP, _BITMAP_HEAD = b"BM", 14
_HTML = re.compile(rb"<!doctype\s+html|<(html|head|body|title|h1|p|table|div)[\s>]", re.IGNORECASE)
# A piece of a page may begin with any of these; in the middle of a text they prove nothing.
_HTML_BEGINS = re.compile(
    rb"<(?:a|abbr|address|article|aside|b|base|blockquote|br|center|cite|code|dd|del|details|dl|dt|em"
    rb"|embed|fieldset|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|label|li|link"
    rb"|main|map|mark|meta|nav|noscript|object|ol|p|picture|pre|q|s|script|section|small|span|strong"
    rb"|style|sub|summary|sup|svg|template|time|u|ul|video)(?:\s|/?>)",
    re.IGNORECASE,
)
_BLANK = b"\t\n\x0c\r "
_WORD = "word/document.xml"
_MOST_PARTS = 5_000
_HEAD = 4_096


def file_type(data: bytes) -> FileType:
    """The type of a file. Raises `FileRefused` where it is none that is read."""
    if not data.strip(b"\x00\t\n\r "):
        raise FileRefused(Fault.EMPTY)
    if len(data) > MAX_BYTES:
        raise FileRefused(Fault.TOO_LARGE)
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return FileType.PDF
    if head.startswith(b"PK\x03\x04"):
        return _packed_type(data)
    if head.startswith(_OLE):
        # An encrypted DOCX is such a file too, with a part that says so.
        raise FileRefused(Fault.ENCRYPTED if _names(data, "EncryptedPackage") else Fault.OLD_WORD)
    is_bitmap = head.startswith(_BITMAP) and b"\x00" in head[:_BITMAP_HEAD]
    if is_bitmap or head.startswith(_PICTURES):
        raise FileRefused(Fault.PICTURE)
    return _text_type(data)


def _names(data: bytes, part: str) -> bool:
    return part.encode("utf-16-le") in data


def _packed_type(data: bytes) -> FileType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise FileRefused(Fault.BROKEN) from error
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise FileRefused(Fault.BOMB)
    if _WORD not in {part.filename for part in parts}:
        raise FileRefused(Fault.UNKNOWN_TYPE)
    return FileType.DOCX


def _text_type(data: bytes) -> FileType:
    head = data[:_HEAD]
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not wide and (b"\x00" in head or head.startswith(b"{\\rtf")):
        raise FileRefused(Fault.UNKNOWN_TYPE)
    start = _after_comments(data[2:].replace(b"\x00", b"") if wide else data)
    begins = _HTML_BEGINS.match(start) or _HTML.search(start)
    return FileType.HTML if begins else FileType.TEXT


def _after_comments(data: bytes) -> bytes:
    """The head of a text behind its byte order mark, blank lines and what HTML calls comments."""
    at = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    while True:
        while data[at : at + 1] and data[at] in _BLANK:
            at += 1
        end = data.find(b"-->", at + 4) if data.startswith(b"<!--", at) else -1
        if end < 0:
            return data[at : at + _HEAD]
        at = end + 3
