"""Files as an office sends them, made for the tests: PDF, DOCX, HTML, text, and hostile ones."""

import io
import struct
import zipfile
import zlib

from docx import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader, PdfWriter

LAW = (
    "มาตรา ๑ พระราชบัญญัตินี้เรียกว่าพระราชบัญญัติการประชุม พ.ศ. ๒๕๖๗\n"
    "มาตรา ๒ ให้สำนักงานจัดทำรายงานการประชุมและเปิดเผยต่อประชาชน\n"
    "มาตรา ๓ ให้ประธานวุฒิสภารักษาการตามพระราชบัญญัตินี้\n"
)
_FONT = b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/ToUnicode 5 0 R"


def pdf(*pages: str) -> bytes:
    """A PDF whose text layer says exactly this, damage and all; a page without words is a picture.

    Written by hand, so that the tests decide what the layer holds; nothing is drawn well.
    """
    signs = sorted({sign for page in pages for sign in page if sign != "\n"})
    codes = {sign: number for number, sign in enumerate(signs, 1)}
    mapped = "".join(f"<{codes[s]:04x}> <{s.encode('utf-16-be').hex()}>\n" for s in signs)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(signs)} beginbfchar\n{mapped}endbfchar endcmap end end"
    )
    kids = " ".join(f"{8 + 2 * place} 0 R" for place in range(len(pages)))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        3: _FONT + b"/DescendantFonts[4 0 R]>>",
        4: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 6 0 R>>",
        5: _stream(cmap.encode()),
        6: b"<</Type/FontDescriptor/FontName/F/Flags 4/ItalicAngle 0/Ascent 0/Descent 0/CapHeight 0"
        b"/StemV 0/FontBBox[0 0 0 0]>>",
    }
    for place, page in enumerate(pages):
        objects[8 + 2 * place] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {9 + 2 * place} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        ).encode()
        objects[9 + 2 * place] = _stream(_drawn(page, codes).encode())
    return _numbered(objects)


def _drawn(page: str, codes: dict[str, int]) -> str:
    if not page:
        return "0 0 595 842 re f"
    lines = ("".join(f"{codes[sign]:04x}" for sign in line) for line in page.splitlines())
    return "BT /F 12 Tf 14 TL 50 800 Td " + " T* ".join(f"<{line}> Tj" for line in lines) + " ET"


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def _numbered(objects: dict[int, bytes]) -> bytes:
    body = io.BytesIO(b"%PDF-1.7\n")
    body.seek(0, io.SEEK_END)
    places = {}
    for number, data in objects.items():
        places[number] = body.tell()
        body.write(b"%d 0 obj\n%s\nendobj\n" % (number, data))
    start, size = body.tell(), max(objects) + 1
    entries = (
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n"
        for n in range(size)
    )
    body.write(b"xref\n0 %d\n%s" % (size, b"".join(entries)))
    body.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start))
    return body.getvalue()


def encrypted_pdf(*pages: str) -> bytes:
    """A PDF that asks for a password before it shows anything."""
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(*pages))))
    writer.encrypt("secret", algorithm="RC4-128")
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


def endless_pdf() -> bytes:
    """A small PDF whose one page unpacks to nine million letters to be shown one by one."""
    data = zlib.compress(b"BT /F 12 Tf " + b"(a) Tj " * 9_000_000, 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(data), data)
    return _numbered(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>",
            4: stream,
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        }
    )


def docx(build=None) -> bytes:
    """A DOCX made by Word's own rules; `build` adds to it, else it holds a heading and a law."""
    word = Word()
    if build:
        build(word)
    else:
        word.add_heading("หมวด ๑ บททั่วไป", 1)
        for line in LAW.splitlines():
            word.add_paragraph(line)
    packed = io.BytesIO()
    word.save(packed)
    return packed.getvalue()


def docx_scan(words: str = "") -> bytes:
    """A DOCX that holds the picture of a page, and these words below it."""

    def build(word):
        word.add_picture(io.BytesIO(png()))
        word.add_paragraph(words)

    return docx(build)


def add_thai_list(word, items) -> None:
    """A list whose marks (๑), (๒) Word counts by itself, as in Thai laws."""
    numbering = word.part.numbering_part.element
    kind = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, kind)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for item in items:
        properties = word.add_paragraph(item)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
        )


def repacked(data: bytes, parts: dict[str, bytes]) -> bytes:
    """A packed file with some of its parts replaced or added."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", 8) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return packed.getvalue()


def bomb() -> bytes:
    """A DOCX of some 300 kB that unpacks to 300 MB."""
    return repacked(docx(), {"word/media/image1.bmp": bytes(300 * 1024 * 1024)})


def png() -> bytes:
    """A picture of one dot."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0\0\0\0")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
