"""Text of any length to sound, a sentence at a time.

A sentence is a stretch of the text as it stands in print, so that a page can show which words are
being said. Rules of reading look across spaces (`พ.ศ. ๒๕๖๐`, `ต่าง ๆ`, a list of sections): a line
is cut only where its pieces, read one by one, give the very words of the line read as a whole.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from audio.engines import Engine
from audio.full_stops import ends_sentence
from audio.pcm import Pcm, silence
from thai_text.reading import spoken

PAUSE_AFTER_SENTENCE = 0.35
PAUSE_AFTER_LINE = 0.5

# Thai has no full stop and may run for pages with spaces only: so many letters at once.
MOST_LETTERS = 160
_ENDS = tuple(".!?;:…")
_MARK = re.compile(r"(?<=[.!?;:…])\s+")
# A number and what it counts, a day and its year are not parted where there is another place.
_GOOD_SPACE = re.compile(r"(?<![\s0-9๐-๙.])\s+(?![\s0-9๐-๙(ๆฯ]|[พค]\.ศ|พุทธศักราช|คริสต์ศักราช)")
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"[^\W_]|[\u0e2f\u0e46]")


class Sentence(NamedTuple):
    """Words of a text as printed, the same as they are said, and the seconds of silence after."""

    text: str
    said: str
    pause: float


class _Piece(NamedTuple):
    start: int
    end: int
    said: str


def sentences(text: str, lang: str = "th") -> Iterator[Sentence]:
    """Cut a text in `lang` (`th`, `en`) into sentences, each once and in order.

    What has no letter goes with its neighbour; a line without any is left out.
    """
    for line in map(str.strip, text.splitlines()):
        pieces = _with_letters(_pieces(line, lang))
        for place, piece in enumerate(pieces, 1):
            ends = piece.said.endswith(_ENDS) and ends_sentence(line, piece.end)
            pause = PAUSE_AFTER_SENTENCE if ends else 0.0
            if place == len(pieces):
                pause = PAUSE_AFTER_LINE
            yield Sentence(line[piece.start : piece.end].rstrip(), piece.said, pause)


def _pieces(line: str, lang: str) -> list[_Piece]:
    whole = spoken(line, lang).split()
    if len(line) <= MOST_LETTERS and not _MARK.search(line):
        return [_Piece(0, len(line), " ".join(whole))]
    found: list[_Piece] = []
    barred: set[int] = set()
    start, used = 0, 0
    while start < len(line):
        piece = _next_piece(line, start, whole[used:], lang, barred)
        if piece is None:
            # The words from here on need those before: the last cut was none.
            barred.add(start)
            start = found.pop().start
            used = sum(len(one.said.split()) for one in found)
            continue
        found.append(piece)
        start = piece.end
        used += len(piece.said.split())
    return found


def _next_piece(
    line: str, start: int, rest: list[str], lang: str, barred: set[int]
) -> _Piece | None:
    """The best piece from `start` whose words are the first of `rest`; None where none fits.

    The whole line always fits, so that only a start inside the line can be refused.
    """
    for end, at_mark in _ends(line, start):
        said = spoken(line[start:end].strip(), lang)
        words = said.split()
        if end in barred or words != rest[: len(words)] or (at_mark and not said.endswith(_ENDS)):
            continue
        if end < len(line) or len(words) == len(rest):
            return _Piece(start, end, said)
    return None


def _ends(line: str, start: int) -> Iterator[tuple[int, bool]]:
    """Where a piece from `start` may end, best first, and whether only as a sentence's end."""
    limit = start + MOST_LETTERS
    for found in _MARK.finditer(line, start + 1, limit):
        # A dot may be an abbreviation's: in Thai the words as said do not end in one then.
        if ends_sentence(line, found.end()):
            yield found.end(), True
    if len(line) <= limit:
        yield len(line), False
        return
    for spaces in (_GOOD_SPACE, _SPACE):
        near = [found.end() for found in spaces.finditer(line, start + 1, limit)]
        yield from ((end, False) for end in reversed(near))
    yield from ((found.end(), False) for found in _SPACE.finditer(line, limit))
    yield len(line), False


def _with_letters(pieces: list[_Piece]) -> list[_Piece]:
    kept: list[_Piece] = []
    for piece in pieces:
        if kept and not (_LETTER.search(piece.said) and _LETTER.search(kept[-1].said)):
            before = kept.pop()
            piece = _Piece(before.start, piece.end, f"{before.said} {piece.said}".strip())
        kept.append(piece)
    return kept if kept and _LETTER.search(kept[0].said) else []


def stream(text: str, lang: str, engine: Engine, speed: float = 1.0) -> Iterator[Pcm]:
    """Say `text` piece by piece: `lang` is its language (`th`, `en`), `speed` 1.0 the usual pace.

    Numbers, abbreviations and signs are said in words. Raises VoiceUnavailable as the engine does.
    """
    for sentence in sentences(text, lang):
        yield from speak(sentence, lang, engine, speed)


def speak(sentence: Sentence, lang: str, engine: Engine, speed: float) -> Iterator[Pcm]:
    """Say one sentence and the silence after it; arguments and errors as of `stream`."""
    yield engine.speak(sentence.said, lang, speed)
    if sentence.pause:
        yield silence(sentence.pause / speed, engine.rate)


def say(text: str, lang: str, engine: Engine, speed: float = 1.0) -> Pcm:
    """Say a short text in one piece of sound; arguments and errors as of `stream`."""
    return Pcm(b"".join(one.samples for one in stream(text, lang, engine, speed)), engine.rate)
