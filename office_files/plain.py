"""Plain text in the encodings that Thai offices use."""

from __future__ import annotations

import codecs

from office_files.faults import Fault, FileRefused

# Thai names of one code: TIS-620 and ISO 8859-11 are parts of Windows-874.
THAI_WINDOWS = "cp874"
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else Windows-874 (TIS-620).

    Raises `FileRefused` where the bytes are none of them.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _strictly(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, THAI_WINDOWS)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefused(Fault.BROKEN) from error
