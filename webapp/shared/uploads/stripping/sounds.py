"""Sound files: tags of any kind go (mutagen), the sound is not touched."""

import io

from mutagen import MutagenError
from mutagen.apev2 import delete as delete_ape
from mutagen.id3 import delete as delete_id3
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from webapp.shared.uploads.stripping.refusal import NotStripped
from webapp.shared.uploads.stripping.riff import riff_chunks, write_riff

# How the samples are meant, the samples, and how many there are.
_SOUNDS = frozenset((b"fmt ", b"fact", b"data"))
# An Ogg stream's kind stands at the head of its first page.
_FIRST_PAGE = 64
_OGG = {b"OpusHead": OggOpus, b"vorbis": OggVorbis}


def strip_wav(content: bytes) -> bytes:
    """A WAV without names, places and recorder's notes. Raises `NotStripped`."""
    kept = [(name, chunk) for name, chunk in riff_chunks(content, b"WAVE") if name in _SOUNDS]
    if b"data" not in dict(kept):
        raise NotStripped("a WAV without sound")
    return write_riff(b"WAVE", kept)


def strip_mp3(content: bytes) -> bytes:
    """An MP3 without ID3 and APE tags. Raises `NotStripped`."""
    file = io.BytesIO(content)
    try:
        delete_id3(file)
        delete_ape(file)
    except MutagenError as broken:
        raise NotStripped("an MP3 whose tags cannot be read") from broken
    bare = file.getvalue()
    # ISO/IEC 11172-3, 2.4.2.3: a frame begins with eleven ones.
    if bare[:1] != b"\xff" or bare[1:2] < b"\xe0":
        raise NotStripped("an MP3 without sound")
    return bare


def strip_ogg(content: bytes) -> bytes:
    """An Ogg file without its comments. Raises `NotStripped`."""
    kind = next((kind for mark, kind in _OGG.items() if mark in content[:_FIRST_PAGE]), None)
    if kind is None:
        raise NotStripped("an Ogg stream of another kind")
    file = io.BytesIO(content)
    try:
        kind(file).delete(file)
    except MutagenError as broken:
        raise NotStripped("an Ogg file that cannot be read") from broken
    return file.getvalue()
