"""The default voice: espeak-ng with Thai sounds, offline and hundreds of times faster than speech.

espeak-ng's own reading of Thai letters cannot be understood, so Thai goes in as phonemes from
`audio.g2p`; English words in between are read by the English voice. Numbers and abbreviations are
words by then.
"""

import re
import threading
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata

from audio import g2p
from audio.engines import FASTEST, SLOWEST, thai_table
from audio.engines.espeak_library import Library, Prosody
from audio.pcm import Pcm, silence

# The third of espeak-ng's male voices is a little lower and broader than its usual one.
THAI, ENGLISH = "th+m3", "en+m3"

_USUAL_RATE, _PITCH, _RANGE = 165, 50, 100
# From this rate on espeak-ng leaves out periods of its voice instead of shortening its sounds, and
# is by so much slower than asked.
_BY_PERIODS, _HURRY = 450, 1.05
# A space in Thai parts phrases, but also numbers and names: breathe only after so many syllables.
_SYLLABLES_A_BREATH = 6
_PAUSE_AT_SPACE = 0.12
_PAUSE_AT_MARK = 0.2
_MARK = re.compile(r"[,;:()\[\]“”\"/–—]")

# espeak-ng reads a clause into a buffer of 800 bytes and a word into one of 160.
_MOST_BYTES_A_CLAUSE = 400
_MOST_SYLLABLES_A_WORD = 8
_SYLLABLE = re.compile(r"[^0-9]+[0-9]")

_RUN = re.compile(r"[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_SPOKEN = re.compile(r"[^\W_]")

_starting = threading.Lock()


@lru_cache(maxsize=1)
def _started() -> Library:
    return Library()


def library() -> Library:
    """Return this process's espeak-ng, started at first use; raise VoiceUnavailable if it fails."""
    with _starting:
        return _started()


def prosody(speed: float) -> Prosody:
    """Return how to read at `speed` times the usual pace, held between SLOWEST and FASTEST.

    The pitch is the same at every pace: espeak-ng shortens its sounds, and the fastest speech is
    shortened period by period.
    """
    rate = _USUAL_RATE * min(max(speed, SLOWEST), FASTEST)
    return Prosody(round(rate * _HURRY if rate >= _BY_PERIODS else rate), _PITCH, _RANGE)


class Espeak:
    """Thai and English, spoken without a network."""

    name = "espeak"
    voice = "th"
    version = "-".join(
        (
            metadata.version("espeakng-loader"),
            g2p.VERSION,
            f"{thai_table.VERSION}.{'.'.join(map(str, prosody(1.0)))}",
        )
    )
    rate = 22_050

    def speak(self, text: str, lang: str, speed: float) -> Pcm:
        """Speak one sentence; `speed` 1.0 is about 4 Thai syllables a second.

        `lang` changes nothing: every run of letters is read in the language of its script.
        """
        how = prosody(speed)
        return Pcm(b"".join(self._pieces(text, how)), self.rate)

    def _pieces(self, text: str, how: Prosody) -> Iterator[bytes]:
        phrase: list[str] = []
        for run in _RUN.findall(text):
            if _THAI.match(run):
                phrase += g2p.phoneme_words(run)
                continue
            pause = _pause(run, phrase)
            if pause:
                yield from _thai(phrase, how)
                phrase = []
                yield silence(pause * _USUAL_RATE / how.rate, self.rate).samples
            if _SPOKEN.search(run):
                yield library().samples(run.strip(), ENGLISH, how)
        yield from _thai(phrase, how)


def _pause(run: str, phrase: list[str]) -> float:
    if _SPOKEN.search(run) or _MARK.search(run):
        return _PAUSE_AT_MARK if _MARK.search(run) else _PAUSE_AT_SPACE
    syllables = sum(len(_SYLLABLE.findall(word)) for word in phrase)
    return _PAUSE_AT_SPACE if syllables >= _SYLLABLES_A_BREATH else 0.0


def _thai(words: list[str], how: Prosody) -> Iterator[bytes]:
    for clause in clauses(words):
        yield library().samples(f"[[{clause}]]", THAI, how, phonemes=True)


def clauses(words: list[str]) -> Iterator[str]:
    """Group phoneme words into texts that fit espeak-ng's buffers."""
    clause: list[str] = []
    size = 0
    for word in words:
        for piece in _short_enough(word):
            if clause and size + len(piece) > _MOST_BYTES_A_CLAUSE:
                yield " ".join(clause)
                clause, size = [], 0
            clause.append(piece)
            size += len(piece) + 1
    if clause:
        yield " ".join(clause)


def _short_enough(word: str) -> Iterator[str]:
    syllables = [one.strip() for one in _SYLLABLE.findall(word)]
    for start in range(0, len(syllables), _MOST_SYLLABLES_A_WORD):
        # No marks of stress: espeak-ng lets the pitch of stressed syllables sink and start anew,
        # which blurs the tones. Without them a tone is as high in the last word as in the first.
        yield "".join(syllables[start : start + _MOST_SYLLABLES_A_WORD])


ENGINE = Espeak()
