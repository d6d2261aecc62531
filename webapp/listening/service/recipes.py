"""What a form is made with: every version that changes the file, and the key of the file."""

import hashlib
from functools import cache

from audio.book.key import BOOK_VERSION
from audio.engines import Engine, VoiceUnavailable, engine
from audio.tracks import TRACK_VERSION
from braille import BRAILLE_VERSION
from thai_text.compare import COMPARE_VERSION
from thai_text.outline import Document as Outline
from thai_text.outline import canonical_json
from thai_text.reading import READING_VERSION
from webapp.listening.rules.kinds import BRAILLE, SOUNDS, FormKind, Variant
from webapp.shared.settings import settings

# Each goes up with a change of this code that changes the files of its kind.
TEXT_VERSION = "1"
PRINT_VERSION = "3"


def speaker(voice: str) -> Engine:
    """The voice of this name as this site has it. Raises `audio.engines.VoiceUnavailable`."""
    return engine(voice, settings().voice_places)


def recipe(kind: FormKind, voice: str, narration: str = "", compared: bool = False) -> str:
    """The versions of all that makes a form of `kind`; `narration` is the key of a narration,
    `compared` says that it is a form of a comparison.

    Raises `audio.engines.VoiceUnavailable`.
    """
    own = _own_recipe(kind, voice, narration)
    return f"{own}\ncompare {COMPARE_VERSION}" if compared else own


def _own_recipe(kind: FormKind, voice: str, narration: str) -> str:
    if kind in SOUNDS:
        return "\n".join((sound_recipe(voice, narration), f"book {BOOK_VERSION}"))
    if kind in BRAILLE:
        return f"braille {BRAILLE_VERSION}"
    return f"print {PRINT_VERSION}" if kind is FormKind.LARGE_PRINT else f"text {TEXT_VERSION}"


def sound_recipe(voice: str, narration: str) -> str:
    """The versions of all that makes the pieces of a sound. Raises `VoiceUnavailable`."""
    one = speaker(voice)
    return "\n".join(
        (
            f"reading {READING_VERSION}",
            f"tracks {TRACK_VERSION}",
            f"voice {one.name} {one.version} {one.voice}",
            f"narration {narration}",
        )
    )


def form_key(outline: Outline, kind: FormKind, variant: Variant, made_with: str) -> str:
    """The SHA-256 in hex under which a form is kept: the content, the variant and the recipe."""
    return _hashed(
        outline,
        kind,
        variant.voice,
        str(variant.speed),
        str(variant.grade),
        variant.layout,
        made_with,
    )


def tracks_key(outline: Outline, variant: Variant, narration: str) -> str:
    """The key of the pieces of sound that all sounds of a text in one voice and speed share."""
    made_with = sound_recipe(variant.voice, narration)
    return _hashed(outline, variant.voice, str(variant.speed), made_with)


def _hashed(outline: Outline, *parts: str) -> str:
    joined = b"\0".join((canonical_json(outline), *(part.encode() for part in parts)))
    return hashlib.sha256(joined).hexdigest()


def is_todays(kind: FormKind, speaker_name: str, made_with: str, compared: bool) -> bool:
    """Whether `made_with` is what a form of `kind`, of a comparison where it is `compared`, is made
    with today, spoken by this voice; what was spoken by a voice that is no longer here stays as it
    is."""
    try:
        return made_with == recipe(kind, speaker_name, compared=compared)
    except VoiceUnavailable:
        return True


@cache
def standard_recipes(voice: str) -> dict[FormKind, str]:
    """The recipe of each kind as it is made by itself. Raises `VoiceUnavailable`."""
    return {kind: recipe(kind, voice) for kind in FormKind}
