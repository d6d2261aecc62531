"""HEIC, as iPhones take pictures: drawn anew as JPEG, in which nothing is but what is seen.

Its boxes hold places, makers, other pictures of the same moment and what was cut away, in ways that
change with each phone; of a drawn picture nothing of that is left, and every computer shows it.
"""

import io

import pillow_heif

from webapp.shared.uploads.stripping.refusal import NotStripped

# What the largest phones take; drawing takes three bytes for each.
_MOST_PIXELS = 50_000_000
_QUALITY = 92
_BROKEN = (OSError, ValueError, RuntimeError, SyntaxError, EOFError, MemoryError)


def as_jpeg(content: bytes) -> bytes:
    """The picture as it is to be seen, turned the right way up, as a JPEG. Raises `NotStripped`."""
    out = io.BytesIO()
    try:
        opened = pillow_heif.open_heif(io.BytesIO(content), convert_hdr_to_8bit=True)
        width, height = opened.size
        if width * height > _MOST_PIXELS:
            raise NotStripped("a HEIC of too many pixels")
        drawn = opened.to_pillow().convert("RGB")
        drawn.info.clear()
        drawn.save(out, "JPEG", quality=_QUALITY)
    except _BROKEN as broken:
        raise NotStripped("a HEIC that cannot be read") from broken
    return out.getvalue()
