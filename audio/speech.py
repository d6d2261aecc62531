"""Text of any length to sound, a sentence at a time."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from audio.engines import Engine
from audio.pcm import Pcm, silence
from thai_text.reading import spoken

PAUSE_AFTER_SENTENCE = 0.35
PAUSE_AFTER_LINE = 0.5

# Thai has no full stop and may run for pages with spaces only: so many letters at once.
_MOST_LETTERS = 240
_SENTENCE_END = re.compile(r"(?<=[.!?;:…])\s+")
_LETTER = re.compile(r"[^\W_]|[\u0e2f\u0e46]")


class Sentence(NamedTuple):
    """Words to be said in one go, and the seconds of silence after them."""

    text: str
    pause: float


def sentences(text: str) -> Iterator[Sentence]:
    """Cut text that is written out for reading into sentences; what has no letter is left out."""
    for line in text.splitlines():
        parts = [part for part in _parts(line) if _LETTER.search(part)]
        for part in parts[:-1]:
            ends = part[-1:] in ".!?;:…"
            yield Sentence(part, PAUSE_AFTER_SENTENCE if ends else 0.0)
        for part in parts[-1:]:
            yield Sentence(part, PAUSE_AFTER_LINE)


def _parts(line: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(line.strip()):
        start = 0
        while len(sentence) - start > _MOST_LETTERS:
            space = sentence.rfind(" ", start, start + _MOST_LETTERS)
            end = space + 1 if space > start else _next_space(sentence, start + _MOST_LETTERS)
            yield sentence[start:end]
            start = end
        yield sentence[start:]


def _next_space(text: str, start: int) -> int:
    # Between spaces there is no place where a word is sure not to be cut.
    space = text.find(" ", start)
    return len(text) if space < 0 else space + 1


def stream(text: str, lang: str, engine: Engine, speed: float = 1.0) -> Iterator[Pcm]:
    """Say `text` piece by piece: `lang` is its language (`th`, `en`), `speed` 1.0 the usual pace.

    Numbers, abbreviations and signs are said in words. Raises VoiceUnavailable as the engine does.
    """
    for sentence in sentences(spoken(text, lang)):
        yield engine.speak(sentence.text, lang, speed)
        if sentence.pause:
            yield silence(sentence.pause / speed, engine.rate)


def say(text: str, lang: str, engine: Engine, speed: float = 1.0) -> Pcm:
    """Say a short text in one piece of sound; arguments and errors as of `stream`."""
    return Pcm(b"".join(one.samples for one in stream(text, lang, engine, speed)), engine.rate)
