"""Taking out of a file what tells where and by whom it was made, without changing what it shows."""

from collections.abc import Callable

from webapp.shared.uploads.stripping import jpeg, media, office, pdf, pictures, sounds
from webapp.shared.uploads.stripping.refusal import NotStripped

_BY_TYPE: dict[str, Callable[[bytes], bytes]] = {
    "image/jpeg": jpeg.strip,
    "image/png": pictures.strip_png,
    "image/webp": pictures.strip_webp,
    "image/tiff": pictures.strip_tiff,
    "application/pdf": pdf.strip,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": office.strip_docx,
    "application/vnd.oasis.opendocument.text": office.strip_odt,
    "audio/mpeg": sounds.strip_mp3,
    "audio/ogg": sounds.strip_ogg,
    "audio/x-wav": sounds.strip_wav,
    "audio/mp4": media.strip_mp4,
    "video/mp4": media.strip_mp4,
    "video/quicktime": media.strip_mp4,
    "video/webm": media.strip_webm,
    # Nothing is in a text but what is read.
    "text/plain": bytes,
}


def strip(content: bytes, media_type: str) -> bytes:
    """`content` without place, author, device, dates and hidden pictures of it.

    Raises `NotStripped` where the file is damaged, or of a kind whose hidden data we cannot reach.
    """
    try:
        return _BY_TYPE[media_type](content)
    except KeyError as unknown:
        raise NotStripped(media_type) from unknown
