"""Files that may come with a message: told by their content, never by their name alone."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

import filetype  # type: ignore[import-untyped]  # nobody publishes its types

from webapp.shared.uploads.stripping import NotStripped, strip
from webapp.shared.uploads.stripping.heic import as_jpeg

MAX_FILES = 3
MAX_BYTES = 10 * 1000 * 1000
MAX_BYTES_TOGETHER = 20 * 1000 * 1000
# A film in sign language of a minute or two, as phones make it at 720 lines; or an hour of sound.
MAX_RECORDED = 50 * 1000 * 1000
MAX_NAME = 120
# Of a form with files. Far more than the files may have, so that files too large are refused in
# words beside their field, with everything typed still there.
MAX_REQUEST = 100 * 1000 * 1000
HEIC = "image/heic"
# Kinds that the library knows by their first bytes, and that a phone or an office makes.
_BY_SIGNATURE = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "heic": HEIC,
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/x-wav",
    "webp": "image/webp",
    "tif": "image/tiff",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
TEXT = "text/plain"
# Almost anything can be read as text, so text has to be called text as well.
TEXT_ENDINGS = (".txt", ".csv")
# What a browser runs is no text, whatever it is called (WHATWG MIME Sniffing, section 7.1).
_MARKUP = ("<!doctype", "<html", "<svg", "<?xml", "<script")
# Under any other ending an officer's computer could open the file with a program that runs it.
_ENDINGS: dict[str, tuple[str, ...]] = {
    **{kind: (f".{ending}",) for ending, kind in _BY_SIGNATURE.items()},
    "image/jpeg": (".jpg", ".jpeg"),
    "image/tiff": (".tif", ".tiff"),
    DOCX: (".docx",),
    ODT: (".odt",),
    TEXT: (".txt",),
}
# For the browser's file dialogue; a hint only, the content decides.
ACCEPT = (
    ".pdf,.jpg,.jpeg,.png,.heic,.heif,.webp,.tif,.tiff,.docx,.odt,.txt,.csv,.mp3,.m4a,.ogg,.wav,"
    ".mp4,.mov,.webm"
)

Sized = tuple[str, int]  # media type, bytes


class Fault(StrEnum):
    """Why a file is not taken."""

    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    RECORDING_TOO_LARGE = "recording_too_large"
    TOO_LARGE_TOGETHER = "too_large_together"
    EMPTY = "empty"
    WRONG_KIND = "wrong_kind"
    TELLS_WHO = "tells_who"


class FileRefused(Exception):
    """A file is not taken; `fault` says why and `name` which one ("" for all of them)."""

    def __init__(self, fault: Fault, name: str = "") -> None:
        super().__init__(f"{fault.value}: {name}")
        self.fault, self.name = fault, name


@dataclass(frozen=True)
class Upload:
    """A file that may be kept: its cleaned name, its media type by content, its bytes, in which
    nothing tells where and by whom it was made."""

    name: str
    media_type: str
    content: bytes


def check_file(name: str, content: bytes) -> Upload:
    """Take one file. Raises `FileRefused` where it is empty, too large, of another kind, or what
    tells where and by whom it was made cannot be taken out.

    Text is taken only under a name that says so: nobody calls a page or a program a text file.
    """
    name, kind = _recognised(name, content)
    return _stripped(name, kind, content)


def check_files(files: list[tuple[str, bytes]], beside: Sequence[Sized] = ()) -> list[Upload]:
    """Take all files of one message, as (name, content); `FileRefused` for the first fault.

    `beside`: the media types and sizes of those that are there already.
    """
    if len(files) + len(beside) > MAX_FILES:
        raise FileRefused(Fault.TOO_MANY)
    known = [(*_recognised(name, content), content) for name, content in files]
    sizes = [*beside, *((kind, len(content)) for _name, kind, content in known)]
    recorded = sum(size for kind, size in sizes if is_recorded(kind))
    if recorded > MAX_RECORDED:
        raise FileRefused(Fault.RECORDING_TOO_LARGE)
    if sum(size for _kind, size in sizes) - recorded > MAX_BYTES_TOGETHER:
        raise FileRefused(Fault.TOO_LARGE_TOGETHER)
    return [_stripped(*one) for one in known]


def _recognised(name: str, content: bytes) -> tuple[str, str]:
    """The cleaned name and the media type of a file that may be taken. Raises `FileRefused`."""
    name = clean_name(name)
    if not content:
        raise FileRefused(Fault.EMPTY, name)
    found = media_type(content)
    if found is not None and is_recorded(found):
        if len(content) > MAX_RECORDED:
            raise FileRefused(Fault.RECORDING_TOO_LARGE, name)
    elif len(content) > MAX_BYTES:
        raise FileRefused(Fault.TOO_LARGE, name)
    if found is None or (found == TEXT and not name.lower().endswith(TEXT_ENDINGS)):
        raise FileRefused(Fault.WRONG_KIND, name)
    return name, found


def _stripped(name: str, kind: str, content: bytes) -> Upload:
    """The file without what tells who made it; one that would be drawn anew is of another kind."""
    try:
        if kind == HEIC:
            return Upload(f"{PurePosixPath(name).stem}.jpg", "image/jpeg", as_jpeg(content))
        return Upload(name, kind, strip(content, kind))
    except NotStripped as untold:
        raise FileRefused(Fault.TELLS_WHO, name) from untold


def is_recorded(kind: str) -> bool:
    """Whether a media type is of sound or film, which may be larger."""
    return kind.startswith(("audio/", "video/"))


def says_something(content: bytes) -> bool:
    """Whether a file can say what is asked in place of words: sound, film or picture."""
    return is_said(media_type(content) or "")


def is_said(kind: str) -> bool:
    """Whether files of a media type can say what is asked in place of words."""
    return kind.startswith(("audio/", "video/", "image/"))


def plain_name(number: int, kind: str) -> str:
    """A name that tells nothing: `file-2.pdf`."""
    return f"file-{number}{_ENDINGS[kind][0]}"


def media_type(content: bytes) -> str | None:
    """The media type of an allowed kind of content; None for any other."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        return _document_kind(content)
    kind = filetype.guess(content)
    if kind is not None:
        return _BY_SIGNATURE.get(kind.extension)
    return TEXT if text_charset(content) else None


def text_charset(content: bytes) -> str | None:
    """The charset of plain text, as a header names it: UTF-8 or the old Thai code page (TIS-620).

    None for what is no text, has signs that no text has, or begins as a page or a drawing does.
    """
    for encoding, charset in (("utf-8-sig", "utf-8"), ("cp874", "windows-874")):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(letter < " " and letter not in "\t\n\r\f" for letter in text):
            return None
        return None if text.lstrip().lower().startswith(_MARKUP) else charset
    return None


def download_name(name: str, kind: str) -> str:
    """The name under which an officer gets a file; it ends as files of media type `kind` end."""
    endings = _ENDINGS[kind]
    return name if name.lower().endswith(endings) else name + endings[0]


def clean_name(name: str) -> str:
    """The last part of a file's name without signs that no name needs, 120 characters at most."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(letter for letter in last if letter.isprintable()).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if dot and len(ending) <= 8:
        return f"{stem[: MAX_NAME - len(ending) - 1]}.{ending}"
    return kept[:MAX_NAME] or "file"


def _document_kind(content: bytes) -> str | None:
    """The media type of a word processor's document without macros; None for other archives."""
    # An archive may have anything before it, a page too.
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if "word/document.xml" in names:
        return None if any(name.endswith("vbaProject.bin") for name in names) else DOCX
    # OpenDocument 1.3, part 2, 3.3: the archive begins with its media type, not compressed.
    is_text = content[30 : 38 + len(ODT)] == b"mimetype" + ODT.encode()
    has_macros = any(name.startswith(("Basic/", "Scripts/")) for name in names)
    return ODT if is_text and "content.xml" in names and not has_macros else None
