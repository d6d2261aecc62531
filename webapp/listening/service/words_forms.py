"""A few words in another form, made at once and kept nowhere: an answer to one person."""

import tempfile
from pathlib import Path

from flask_babel import force_locale
from flask_babel import gettext as _

from braille import PRESETS
from thai_text.outline import Block
from thai_text.outline import Document as Outline
from webapp.listening.rules.kinds import ONLINE_VOICES, USUAL_SPEED, FormKind, Variant
from webapp.listening.service.makers import Task, make
from webapp.listening.service.sounds import preferred_grade, voices
from webapp.shared import printing

# Letters. Of a longer answer the sound is made by an officer, who is asked for it on the same page:
# a telephone does not wait for longer than this takes.
MOST_SPOKEN = 6_000
# By the ending of the address: which form it is, and what browsers call it.
WORDS_FORMS = {
    "mp3": (FormKind.MP3, "audio/mpeg"),
    "brf": (FormKind.BRF, "text/plain"),
    "pdf": (FormKind.LARGE_PRINT, "application/pdf"),
}


def offline_voice() -> str | None:
    """The name of the voice of this machine that is chosen first; None where there is none."""
    # What is said to one person is sent to no other company.
    names = [voice.name for voice in voices() if voice.name not in ONLINE_VOICES]
    return names[0] if names else None


def endings_of_words(text: str) -> list[str]:
    """The endings of the forms that are made at once of what the office wrote; "" has none."""
    if not text:
        return []
    missing = set()
    if len(text) > MOST_SPOKEN or offline_voice() is None:
        missing.add("mp3")
    if printing.unavailable():
        missing.add("pdf")
    return [ending for ending in WORDS_FORMS if ending not in missing]


def form_of_words(kind: FormKind, text: str, lang: str) -> bytes:
    """What the office wrote, in the grade of braille that the reader prefers, or spoken.

    Raises `audio.engines.VoiceUnavailable`, `LargePrintUnavailable`, `OSError`.
    """
    with force_locale(lang):
        title = _("The answer of the Secretariat of the Senate")
    blocks = tuple(
        Block(f"p{number}", "paragraph", text=line)
        for number, line in enumerate(filter(None, map(str.strip, text.splitlines())), 1)
    )
    variant = Variant(
        voice=offline_voice() or "",
        speed=USUAL_SPEED,
        grade=preferred_grade(),
        layout=next(iter(PRESETS)),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words"
        make(Task(Outline(title, lang, blocks), kind, variant, path))
        return path.read_bytes()
