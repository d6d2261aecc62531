"""Files as an office has them (PDF, DOCX, HTML, plain text) as pages of text.

Bytes in, pages out; plain Python that knows no table and no page of the site. `read_safely` is the
door for files from outside: it reads in a process of its own that ends when it takes too much.
"""

from office_files.bounded import read_safely
from office_files.faults import MAX_BYTES, MAX_PAGES, Fault, FileRefused
from office_files.pages import FileType, ReadFile, ReadPage

__all__ = [
    "MAX_BYTES", "MAX_PAGES", "Fault", "FileRefused", "FileType", "ReadFile", "ReadPage",
    "read_safely",
]  # fmt: skip
