"""Which files are videos that every browser plays, told by their content. Plain Python."""

from enum import StrEnum

# Bytes that are enough to tell.
HEAD = 4096
MAX_TITLE, MAX_SIGNER = 200, 200
_MP4_BRANDS = (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ")
_EBML = b"\x1a\x45\xdf\xa3"


class VideoKind(StrEnum):
    """What kind of video a file is; its ending too."""

    MP4 = "mp4"
    WEBM = "webm"

    @property
    def mimetype(self) -> str:
        return f"video/{self.value}"


def video_kind(head: bytes) -> VideoKind | None:
    """What the first HEAD bytes of a file say that it is; None for what is no such video.

    MP4: ISO/IEC 14496-12, a `ftyp` box first. WebM: an EBML header (RFC 8794) of document type
    `webm`; Matroska, which browsers do not play, has another.
    """
    if head[4:8] == b"ftyp" and head[8:12] in _MP4_BRANDS:
        return VideoKind.MP4
    if head.startswith(_EBML) and b"\x42\x82\x84webm" in head[:64]:
        return VideoKind.WEBM
    return None
