"""Opening every form that is listed as ready, to see whether it is whole."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import mutagen
from sqlalchemy import select

from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.kinds import PLAYABLE, FormKind
from webapp.listening.service.registry import file_of

_ZIPS = (FormKind.MP3_ZIP_LIGHT, FormKind.MP3_ZIP, FormKind.DAISY, FormKind.EPUB)
# How far the length that a player finds may be from the one that pages tell, in seconds.
_SECONDS_OFF = 2.0


def check_forms() -> Iterator[tuple[str, str]]:
    """Each form that is listed as ready, by a name that an officer finds it by, and what is wrong
    with it ("" where it is whole)."""
    last = 0
    while True:
        listed = select(DocumentForm).where(DocumentForm.id > last, DocumentForm.key.is_not(None))
        rows = db.session.scalars(listed.order_by(DocumentForm.id).limit(100)).all()
        if not rows:
            return
        for row in rows:
            yield f"form {row.id} ({row.kind} of version {row.version_id})", _fault(row)
        last = rows[-1].id
        db.session.expunge_all()


def _fault(row: DocumentForm) -> str:
    path = file_of(row)
    if path is None:
        return "its file is gone"
    size = path.stat().st_size
    if size != row.bytes or not size:
        return f"{size} bytes, {row.bytes} are listed"
    if row.kind in _ZIPS:
        return _zip_fault(path)
    if row.kind in PLAYABLE:
        return _sound_fault(path, row.seconds)
    if row.kind is FormKind.LARGE_PRINT and not path.read_bytes().rstrip().endswith(b"%%EOF"):
        return "the PDF has no end"
    return ""


def _zip_fault(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            bad = archive.testzip()
    except (zipfile.BadZipFile, OSError) as error:
        return f"no whole ZIP: {error}"
    return f"{bad} in it is broken" if bad else ""


def _sound_fault(path: Path, seconds: float) -> str:
    try:
        length = mutagen.File(path).info.length
    except (mutagen.MutagenError, AttributeError) as error:
        return f"no MP3: {error}"
    if abs(length - seconds) > max(_SECONDS_OFF, seconds * 0.01):
        return f"plays {length:.0f} s, {seconds:.0f} are listed"
    return ""
