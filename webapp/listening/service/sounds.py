"""What is known of the sound of a version: the voices to choose from, and what is said when."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from audio.engines import Availability, available
from braille import GRADES
from thai_text.outline import Block
from webapp.accounts import service as accounts
from webapp.documents import service as documents
from webapp.listening.rules.kinds import SPEEDS, USUAL_GRADE, USUAL_SPEED, FormKind, Variant
from webapp.listening.service.registry import (
    FormNotReady,
    default_voice,
    ready_row,
    shelves,
)
from webapp.listening.wording import GRADE_NAMES, VOICE_NAMES
from webapp.shared.settings import settings


@dataclass(frozen=True)
class Said:
    """One sentence: the block that it stands in, its words, and its seconds in the sound."""

    block: str
    text: str
    start: float
    end: float


def voices() -> list[Availability]:
    """The voices that can be chosen here, the one that the settings name first."""
    usable = [voice for voice in available(settings().voice_places) if voice.usable]
    return sorted(usable, key=lambda voice: voice.name != default_voice())


def chosen_voice(name: str | None) -> str:
    """The voice of this name where it can be chosen here, else the one that the person prefers,
    else the one that the settings name."""
    usable = {voice.name for voice in voices()}
    wanted = (name, accounts.preferences().voice)
    return next((voice for voice in wanted if voice in usable), None) or default_voice()


def preferred_speed() -> int:
    """The speed that the person prefers, in per cent; the usual one without a preference."""
    speed = accounts.preferences().speed
    return speed if speed in SPEEDS else USUAL_SPEED


def preferred_grade() -> int:
    """The grade of braille that the person prefers; the usual one without a preference."""
    grade = accounts.preferences().grade
    return grade if grade in GRADES else USUAL_GRADE


def voice_choices() -> list[tuple[str, str]]:
    """The voices that can be chosen here and what they are called."""
    return [(voice.name, str(VOICE_NAMES[voice.name])) for voice in voices()]


def speed_choices() -> list[tuple[str, str]]:
    """The speeds in per cent and what they are called."""
    return [(str(speed), speed_name(speed)) for speed in SPEEDS]


def speed_name(speed: int) -> str:
    """What a speed in per cent is called."""
    if speed == USUAL_SPEED:
        return _("usual speed")
    return _("%(times)s times the usual speed", times=f"{speed / 100:g}")


def grade_choices() -> list[tuple[str, str]]:
    """The grades of braille and what they are called."""
    return [(str(grade), str(GRADE_NAMES[grade])) for grade in GRADES]


def starts_of(version: documents.DocumentVersion, voice: str) -> dict[str, float]:
    """When the sound of a version first reads each block, in seconds; empty before it is made."""
    key = _sound_key(version, voice)
    about = shelves().notes(key, "about") if key else None
    return dict(about["starts"]) if about else {}


def said_on(version: documents.DocumentVersion, part: int, voice: str) -> list[Said]:
    """The sentences of one page of a version and when the sound says them.

    Raises `FormNotReady`, and `documents.DocumentNotFound` where there is no such page.
    """
    key = _sound_key(version, voice)
    said = shelves().notes(key, "said") if key else None
    if said is None:
        raise FormNotReady
    _row, page = documents.get_part(version, part)
    blocks = {inner.id for unit in page.units for inner in _with_inner(unit.block)}
    return [Said(*one) for one in said if one[0] in blocks]


def _sound_key(version: documents.DocumentVersion, voice: str) -> str | None:
    try:
        row, _path = ready_row(version, FormKind.MP3, Variant(voice=voice, speed=USUAL_SPEED))
    except FormNotReady:
        return None
    return row.key


def _with_inner(block: Block) -> Iterator[Block]:
    yield block
    for inner in block.blocks:
        yield from _with_inner(inner)
