"""PNG and WebP: only the chunks that draw the picture are kept. TIFF is written anew."""

import io
import struct
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageSequence, UnidentifiedImageError

from webapp.shared.uploads.stripping.refusal import NotStripped
from webapp.shared.uploads.stripping.riff import riff_chunks, write_riff

_PNG = b"\x89PNG\r\n\x1a\n"
# W3C PNG, 3rd edition, 11: what is needed to draw, its colours, and the frames of a moving one.
_DRAWS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT cICP pHYs bKGD acTL fcTL fdAT".split()
)
# Google's WebP container: the bits of VP8X that announce Exif and XMP.
_EXIF_BIT, _XMP_BIT, _ICC_BIT = 0x08, 0x04, 0x20
_WEBP_DRAWS = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"))
# Pixels of all pages together: what a scanner makes of ten pages, and no bomb.
_MOST_PIXELS = 100_000_000


def strip_png(content: bytes) -> bytes:
    """A PNG without texts, Exif and times. Raises `NotStripped`."""
    if content[:8] != _PNG:
        raise NotStripped("no PNG")
    kept, at = bytearray(_PNG), 8
    while True:
        if len(content) < at + 12:
            raise NotStripped("a PNG that is cut off")
        length, name = struct.unpack_from(">I4s", content, at)
        ends = at + 12 + length
        if ends > len(content):
            raise NotStripped("a PNG that is cut off")
        if name in _DRAWS:
            kept += content[at:ends]
        if name == b"IEND":
            return bytes(kept)
        at = ends


def strip_webp(content: bytes) -> bytes:
    """A WebP without Exif, XMP and colour profile. Raises `NotStripped`."""
    kept = []
    for name, chunk in riff_chunks(content, b"WEBP"):
        if name == b"VP8X" and chunk:
            flags = chunk[0] & ~(_EXIF_BIT | _XMP_BIT | _ICC_BIT)
            chunk = bytes((flags,)) + chunk[1:]
        if name in _WEBP_DRAWS:
            kept.append((name, chunk))
    return write_riff(b"WEBP", kept)


def strip_tiff(content: bytes) -> bytes:
    """A TIFF of the same pages and nothing else: its tags are all over the file. Raises
    `NotStripped`."""
    out = io.BytesIO()
    try:
        with catch_warnings(), Image.open(io.BytesIO(content), formats=("TIFF",)) as picture:
            # Of a damaged or too large picture Pillow warns; to us that is a refusal.
            simplefilter("error")
            pages = []
            for page in ImageSequence.Iterator(picture):
                pages.append(_bare(page))
                if sum(one.width * one.height for one in pages) > _MOST_PIXELS:
                    raise NotStripped("a TIFF of too many pixels")
            pages[0].save(
                out, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw"
            )
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Warning, EOFError) as broken:
        raise NotStripped("a TIFF that cannot be read") from broken
    except Image.DecompressionBombError as bomb:
        raise NotStripped("a TIFF of too many pixels") from bomb
    return out.getvalue()


def _bare(page: Image.Image) -> Image.Image:
    """The pixels of a page, without what was said of them."""
    if page.width * page.height > _MOST_PIXELS:
        raise NotStripped("a TIFF of too many pixels")
    drawn = page if page.mode in ("1", "L", "RGB", "RGBA") else page.convert("RGB")
    bare = Image.new(drawn.mode, drawn.size)
    bare.paste(drawn)
    return bare
