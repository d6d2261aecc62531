"""Every kind of file that is taken, with an author or a place in it: nothing of that is kept."""

import io
import struct

import pillow_heif
import pytest
import soundfile
from mutagen.id3 import ID3, TIT2
from mutagen.oggvorbis import OggVorbis
from PIL import Image

from tests.unit.shared.test_uploads_stripping import (
    SECRET,
    box,
    docx,
    element,
    odt,
    parts,
    pdf,
    picture,
    told,
)
from webapp.shared.uploads.checking import (
    _ENDINGS,
    DOCX,
    ODT,
    TEXT,
    Fault,
    FileRefused,
    check_file,
    media_type,
)
from webapp.shared.uploads.stripping import NotStripped
from webapp.shared.uploads.stripping.heic import as_jpeg


def heic() -> bytes:
    """A picture as an iPhone keeps it: author, place, and lying on its side."""
    out = io.BytesIO()
    jpeg = Image.open(io.BytesIO(picture("JPEG")))
    pillow_heif.register_heif_opener()
    said = b"<x:xmpmeta>Somsri</x:xmpmeta>"
    jpeg.save(out, "HEIF", quality=90, exif=jpeg.getexif().tobytes(), xmp=said)
    return out.getvalue()


def wav() -> bytes:
    chunks = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
    chunks += b"LIST" + struct.pack("<I", 6) + b"Somsri" + b"data" + struct.pack("<I", 2) + b"ab"
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def mp3() -> bytes:
    file = io.BytesIO((b"\xff\xfb\x90\x00" + bytes(413)) * 3)
    tags = ID3()
    tags.add(TIT2(encoding=3, text=SECRET))
    tags.save(file)
    return file.getvalue()


def ogg() -> bytes:
    out = io.BytesIO()
    soundfile.write(out, [0.0] * 800, 8000, format="OGG", subtype="VORBIS")
    tagged = OggVorbis(io.BytesIO(out.getvalue()))
    tagged["artist"] = "Somsri"
    out.seek(0)
    tagged.save(out)
    return out.getvalue()


def film(brand: bytes) -> bytes:
    moov = box(b"mvhd", bytes(100)) + box(b"udta", "Somsri ©xyz".encode())
    moov += box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + b"soun" + bytes(12) + b"Somsri\0")))
    head = box(b"ftyp", brand + bytes(4) + brand)
    return head + box(b"mdat", b"pictures") + box(b"moov", moov)


def webm() -> bytes:
    info = element("1549A966", element("7BA9", b"Somsri"))
    head = element("1A45DFA3", element("4282", b"webm"))
    return head + bytes.fromhex("1853806701FFFFFFFFFFFFFF") + info + element("1F43B675", b"")


# One file of each kind that is taken, with an author, or a place, or both in it.
OF_EACH_KIND = {
    "image/jpeg": ("a.jpg", lambda: picture("JPEG")),
    "image/png": ("a.png", lambda: picture("PNG")),
    "image/webp": ("a.webp", lambda: picture("WEBP")),
    "image/tiff": ("a.tif", lambda: picture("TIFF")),
    "image/heic": ("IMG_1.HEIC", heic),
    "application/pdf": ("a.pdf", pdf),
    DOCX: ("a.docx", docx),
    ODT: ("a.odt", odt),
    "audio/mpeg": ("a.mp3", mp3),
    "audio/ogg": ("a.ogg", ogg),
    "audio/x-wav": ("a.wav", wav),
    "audio/mp4": ("a.m4a", lambda: film(b"M4A ")),
    "video/mp4": ("a.mp4", lambda: film(b"mp42")),
    "video/quicktime": ("a.mov", lambda: film(b"qt  ")),
    "video/webm": ("a.webm", webm),
    # In a text is what its writer wrote, and nothing beside it.
    TEXT: ("a.txt", lambda: b"what is read"),
}


def test_each_kind_that_is_taken_is_shown_here():
    assert OF_EACH_KIND.keys() == set(_ENDINGS)


@pytest.mark.parametrize("kind", OF_EACH_KIND)
def test_of_every_kind_that_is_taken_author_and_place_are_gone(kind):
    name, made = OF_EACH_KIND[kind]
    before = made()
    assert media_type(before) == kind
    assert told_anywhere(before) or kind == TEXT
    after = check_file(name, before)
    assert not told_anywhere(after.content)
    assert after.media_type == ("image/jpeg" if kind == "image/heic" else kind)
    if after.media_type.startswith("image/"):
        assert not Image.open(io.BytesIO(after.content)).getexif().get_ifd(0x8825)


def told_anywhere(content: bytes) -> bool:
    """Whether the author stands in a file, or in a part of it that is packed."""
    return told(parts(content) if content[:2] == b"PK" else content)


def test_the_picture_of_a_phone_stands_upright_as_a_jpeg():
    after = check_file("IMG_1.HEIC", heic())
    assert after.name == "IMG_1.jpg"
    seen = Image.open(io.BytesIO(after.content))
    assert (seen.format, seen.size) == ("JPEG", (30, 40))
    assert not seen.getexif()
    assert "icc_profile" not in seen.info


@pytest.mark.parametrize("content", [b"", heic()[:200], heic()[:-100]])
def test_a_damaged_picture_of_a_phone_is_refused(content):
    with pytest.raises(NotStripped):
        as_jpeg(content)


def test_what_cannot_be_stripped_is_not_taken():
    with pytest.raises(FileRefused) as refused:
        check_file("locked.pdf", b"%PDF-1.7\nlocked")
    assert (refused.value.fault, refused.value.name) == (Fault.TELLS_WHO, "locked.pdf")
