"""What tells where and by whom a file was made is taken out, and what it shows stays."""

import io
import struct
import wave
import zipfile

import pytest
from docx import Document
from mutagen.id3 import ID3, TIT2
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter

from webapp.shared.uploads.checking import DOCX, ODT, check_file
from webapp.shared.uploads.stripping import NotStripped, strip

SECRET = "สมศรี ผู้ทำ Bangkok 13.7563"
PLACE = {1: "N", 2: (13.0, 45.0, 0.0), 3: "E", 4: (100.0, 30.0, 0.0)}


def told(content: bytes) -> bool:
    return any(SECRET.encode(way) in content for way in ("utf-8", "utf-16-le", "utf-16-be")) or (
        b"Somsri" in content
    )


def picture(kind: str) -> bytes:
    """A picture with an author and a place, lying on its side."""
    exif = Image.Exif()
    exif[0x013B] = "Somsri"
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update(PLACE)
    image = Image.linear_gradient("L").convert("RGB").resize((40, 30))
    out = io.BytesIO()
    more = {}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", "Somsri")
        more["pnginfo"] = text
    image.save(out, kind, exif=exif, **more)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_loses_author_and_place_and_looks_the_same(kind):
    before = picture(kind)
    assert told(before)
    after = strip(before, f"image/{kind.lower()}")
    assert not told(after)
    was, now = Image.open(io.BytesIO(before)), Image.open(io.BytesIO(after))
    assert not now.getexif().get_ifd(0x8825)
    assert was.convert("RGB").tobytes() == now.convert("RGB").tobytes()


def test_a_jpeg_still_knows_how_it_is_turned_and_ends_where_it_ends():
    after = strip(picture("JPEG") + b"Somsri behind the end", "image/jpeg")
    assert dict(Image.open(io.BytesIO(after)).getexif()) == {0x0112: 6}
    assert not told(after)


def pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": "Somsri"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_loses_its_author_and_keeps_its_pages():
    before = pdf()
    assert told(before)
    after = strip(before, "application/pdf")
    assert not told(after)
    assert len(PdfReader(io.BytesIO(after)).pages) == 1


def docx() -> bytes:
    document = Document()
    document.core_properties.author = "Somsri"
    document.add_paragraph("ข้อความที่ต้องอยู่")
    document.add_picture(io.BytesIO(picture("JPEG")))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def parts(archive: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return b"".join(opened.read(name) for name in opened.namelist())


def test_a_word_document_loses_its_author_also_in_its_pictures():
    before = docx()
    assert told(parts(before))
    after = check_file("letter.docx", before)
    assert after.media_type == DOCX
    assert not told(parts(after.content))
    assert [one.text for one in Document(io.BytesIO(after.content)).paragraphs][0] == "ข้อความที่ต้องอยู่"


def odt() -> bytes:
    out = io.BytesIO()
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    creator = '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Somsri</dc:creator>'
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", ODT, zipfile.ZIP_STORED)
        made.writestr("content.xml", f'<o:c xmlns:o="{office}">{creator}<o:p>อยู่</o:p></o:c>')
        made.writestr("meta.xml", creator)
    return out.getvalue()


def test_an_opendocument_text_loses_its_author():
    after = check_file("letter.odt", odt())
    assert after.media_type == ODT
    assert not told(parts(after.content))
    assert "อยู่".encode() in parts(after.content)


def test_sounds_lose_their_tags():
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(range(100)))
    plain = out.getvalue()
    noted = plain + b"LIST" + struct.pack("<I", 6) + b"Somsri"
    noted = noted[:4] + struct.pack("<I", len(noted) - 8) + noted[8:]
    assert strip(noted, "audio/x-wav") == plain
    frames = b"\xff\xfb\x90\x00" + bytes(413)
    file = io.BytesIO(frames * 3)
    tags = ID3()
    tags.add(TIT2(encoding=3, text=SECRET))
    tags.save(file)
    assert told(file.getvalue())
    assert strip(file.getvalue(), "audio/mpeg") == frames * 3


def box(name: bytes, inside: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(inside), name) + inside


def test_a_film_of_a_phone_loses_place_maker_and_date():
    times = struct.pack(">II", 3_900_000_000, 3_900_000_000)
    moov = box(b"mvhd", bytes(4) + times + bytes(88)) + box(b"udta", "Somsri ©xyz".encode())
    handler = box(b"hdlr", bytes(8) + b"vide" + bytes(12) + b"Somsri\0")
    moov += box(b"trak", box(b"mdia", handler))
    film = box(b"ftyp", b"isom") + box(b"mdat", b"pictures") + box(b"moov", moov)
    after = strip(film, "video/mp4")
    assert not told(after)
    assert times not in after
    assert len(after) == len(film)
    assert after.index(b"pictures") == film.index(b"pictures")
    hidden = film.replace(b"vide", b"meta")
    with pytest.raises(NotStripped):
        strip(hidden, "video/mp4")


def element(kind: str, inside: bytes) -> bytes:
    return bytes.fromhex(kind) + bytes((0x80 | len(inside),)) + inside


def test_a_webm_loses_title_and_tags():
    info = element("1549A966", element("7BA9", b"Somsri") + element("4D80", b"program"))
    cluster = element("1F43B675", b"")
    tags = element("1254C367", b"Somsri in Bangkok")
    webm = (
        element("1A45DFA3", b"") + bytes.fromhex("1853806701FFFFFFFFFFFFFF") + info + cluster + tags
    )
    after = strip(webm, "video/webm")
    assert not told(after)
    assert len(after) == len(webm)


@pytest.mark.parametrize(
    "kind",
    [
        "image/jpeg", "image/png", "image/webp", "image/tiff", "image/heic", "application/pdf", DOCX,
        ODT, "audio/mpeg", "audio/ogg", "audio/x-wav", "audio/mp4", "video/mp4", "video/webm",
    ],
)  # fmt: skip
@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"RIFF", b"%PDF startxref", bytes(40)])
def test_what_is_damaged_is_said_to_be_so(kind, content):
    with pytest.raises(NotStripped):
        strip(content, kind)
