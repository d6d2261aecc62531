"""Under which name a book is kept: a hash of all that changes it."""

import hashlib

from audio.engines import Engine
from audio.tracks import TRACK_VERSION
from thai_text.outline import Document, canonical_json
from thai_text.reading import READING_VERSION

# Books that another version of this folder wrote are made again.
BOOK_VERSION = "2"


def form_key(
    document: Document,
    engine: Engine,
    voice: str,
    speed: float,
    format: str = "mp3",
    narration_key: str = "",
) -> str:
    """Return the SHA-256 in hex under which this document's book is kept.

    It changes with the document's content, the rules of reading, the engine, its version, the
    voice, the speed, the format (one of FORMATS), what people have read of it (`Narration.key`) and
    the way books are written, and with nothing else.
    """
    made_by = (BOOK_VERSION, TRACK_VERSION, READING_VERSION)
    settings = (*made_by, engine.name, engine.version, voice, f"{speed:.2f}", format, narration_key)
    return hashlib.sha256(
        b"\0".join((canonical_json(document), *(one.encode() for one in settings)))
    ).hexdigest()
