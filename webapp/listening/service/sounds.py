"""What is known of the sound of a version: the voices to choose from, and what is said when."""

from collections.abc import Iterator
from dataclasses import dataclass

from audio.engines import Availability, available
from thai_text.outline import Block
from webapp.documents import service as documents
from webapp.listening.rules.kinds import USUAL_SPEED, FormKind, Variant
from webapp.listening.service.registry import (
    FormNotReady,
    default_voice,
    ready_row,
    shelves,
)
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
    """The voice of this name where it can be chosen here, else the one that the settings name."""
    return name if name in {voice.name for voice in voices()} else default_voice()


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
