"""News in the forms that a person chose beside text: spoken, with chapters, and in braille.

A sound is made once for all who hear it, and kept.
"""

import hashlib
import os
import time
from functools import lru_cache
from pathlib import Path

from flask_babel import force_locale
from flask_babel import gettext as _
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from audio.book import make_book
from audio.engines import Engine, speak_with
from braille.brf import document_brf
from thai_text.outline import Block, Document
from webapp.accounts import service as accounts
from webapp.following.models import Follower, News
from webapp.following.rules.telling import Chapter, Hearing, Sound, Telling
from webapp.following.service.reaching import Reached
from webapp.listening import service as listening
from webapp.shared.settings import settings

# Feeds tell of the last 90 days; a sound that nobody has asked for so long is made again.
_KEEP_SECONDS = 120 * 24 * 3600.0
# Per cent.
USUAL_SPEED = 100


def outline_of(telling: Telling) -> Document:
    """News as a text with a chapter for each thing that is said."""
    with force_locale(telling.language):
        parts = [
            (_("What happened"), "\n".join(filter(None, [telling.sorry, telling.what]))),
            (_("What it means"), telling.meaning),
            (_("What comes next"), telling.coming),
            (_("What was changed"), telling.section),
            (_("The end"), telling.last),
        ]
    blocks = tuple(
        Block(f"p{place}", "section", heading=heading, blocks=_paragraphs(place, text))
        for place, (heading, text) in enumerate(parts, 1)
        if text
    )
    return Document(telling.name, telling.language, blocks)


def _paragraphs(place: int, text: str) -> tuple[Block, ...]:
    return tuple(
        Block(f"p{place}-{line}", "paragraph", text=words)
        for line, words in enumerate(text.split("\n"), 1)
    )


def hearing_of(person: Follower | Reached, language: str) -> Hearing:
    """How a person hears news in a language: by the voice and at the speed that the person chose,
    where there are such ones here."""
    usable = {voice.name for voice in listening.voices()} - {listening.default_voice()}
    speeds = {int(speed) for speed, _name in listening.speed_choices()} - {USUAL_SPEED}
    return Hearing(
        language,
        person.voice if person.voice in usable else "",
        person.speed if person.speed in speeds else 0,
    )


def grade_of(person: Follower) -> int | None:
    """The braille grade that a person chose, where it is one that can be had; else None."""
    kept = accounts.read_preferences(person.preferences or {}).grade
    return kept if str(kept) in dict(listening.grade_choices()) else None


def sound_of(news: News, telling: Telling, hearing: Hearing | None = None) -> Sound:
    """News spoken, as an MP3 for old telephones; made now where it is not there, in a tenth of a
    second. It says for ever what was to be said when it was made.

    Raises `audio.engines.VoiceUnavailable`, `OSError`.
    """
    hearing = hearing or Hearing(telling.language)
    path = sound_path(news, hearing)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)

        def make(engine: Engine) -> None:
            speed = (hearing.speed or USUAL_SPEED) / 100
            make_book(outline_of(telling), path, "mp3-light", engine, speed)

        speak_with(hearing.voice or settings().SPEECH_ENGINE, make, settings().voice_places)
    os.utime(path)
    return known_sound(path)


def sound_path(news: News, hearing: Hearing) -> Path:
    """Where the sound of news is kept that is heard so; named by what happened too, as a restored
    database gives ids anew."""
    said = f"{news.fact} {news.announced_at.isoformat()}".encode()
    chosen = [hearing.language, hearing.voice, str(hearing.speed or "")]
    heard = "-".join(part for part in chosen if part)
    name = f"{news.id}-{hashlib.sha256(said).hexdigest()[:12]}-{heard}.mp3"
    return settings().news_dir / f"{news.id % 100:02}" / name


def known_sound(path: Path) -> Sound:
    """A sound that is there."""
    return Sound(path, path.stat().st_size, seconds_of(path))


def braille_of(telling: Telling, grade: int) -> bytes:
    """News as a braille file (BRF) in a grade."""
    return document_brf(outline_of(telling), grade=grade)


def sweep_sounds() -> int:
    """Remove the sounds that nobody has asked for in 120 days; gives how many."""
    now = time.clock_gettime(time.CLOCK_REALTIME)
    old = [
        file
        for file in settings().news_dir.glob("*/*.mp3")
        if now - file.stat().st_mtime > _KEEP_SECONDS
    ]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


@lru_cache(maxsize=2000)
def _seconds(path: Path, _changed: int) -> float:
    info = MP3(path).info
    return float(info.length) if info is not None else 0.0


def seconds_of(path: Path) -> float:
    """How long an MP3 plays."""
    return _seconds(path, path.stat().st_size)


def chapters_of(path: Path) -> list[Chapter]:
    """The chapters that an MP3 itself names, as it was made with them."""
    frames = sorted(ID3(path).getall("CHAP"), key=lambda frame: frame.start_time)
    return [
        Chapter(str(frame.sub_frames["TIT2"]), frame.start_time / 1000, frame.end_time / 1000)
        for frame in frames
    ]
