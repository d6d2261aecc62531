"""The default voice: espeak-ng with Thai sounds, offline and hundreds of times faster than speech.

espeak-ng's own reading of Thai letters cannot be understood, so Thai goes in as phonemes from `audio.g2p`;
English words in between are read by the English voice. Numbers and abbreviations are words by then.
"""

import re
import threading
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata

from audio import g2p
from audio.engines import thai_table
from audio.engines.espeak_library import Library, Prosody
from audio.pcm import Pcm, silence

THAI, ENGLISH = "th", "en"
SLOWEST, FASTEST = 0.5, 2.5

_USUAL_RATE = 165
_PAUSE_AFTER_SPACE = 0.12
_PAUSE_AROUND_ENGLISH = 0.04
# A space in Thai parts phrases, but also numbers and names: breathe only after this many words.
_WORDS_A_BREATH = 4
# espeak-ng reads a clause into a buffer of 800 bytes and a word into one of 160.
_MOST_BYTES_A_CLAUSE = 400
_SYLLABLE = re.compile(r"[^0-9]+[0-9]")
_MOST_SYLLABLES_A_WORD = 8

_THAI_RUN = re.compile(r"[\u0e00-\u0e7f]+")
_WORDS_RUN = re.compile(r"[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")
_SPOKEN = re.compile(r"[^\W_]")

_starting = threading.Lock()


@lru_cache(maxsize=1)
def _started() -> Library:
    return Library()


def library() -> Library:
    """Return this process's espeak-ng, started at the first call; raise VoiceUnavailable if it cannot."""
    with _starting:
        return _started()


def prosody(speed: float) -> Prosody:
    """Return how to read at `speed` times the usual pace, held between SLOWEST and FASTEST."""
    return Prosody(rate=round(_USUAL_RATE * min(max(speed, SLOWEST), FASTEST)), pitch=50, range=100)


class Espeak:
    """Thai and English, spoken without a network."""

    name = "espeak"
    voice = "th"
    version = "-".join((metadata.version("espeakng-loader"), g2p.VERSION, thai_table.VERSION))
    rate = 22_050

    def speak(self, text: str, lang: str, speed: float) -> Pcm:
        """Speak one sentence; `speed` 1.0 is about 4 Thai syllables a second."""
        del lang  # Every run of letters is read in the language of its script.
        return Pcm(b"".join(self._pieces(text, prosody(speed))), self.rate)

    def _pieces(self, text: str, how: Prosody) -> Iterator[bytes]:
        for run in _WORDS_RUN.findall(text):
            if _THAI_RUN.match(run):
                yield from self._thai(run, how)
            elif _SPOKEN.search(run):
                yield library().samples(run.strip(), ENGLISH, how)
                yield silence(_PAUSE_AROUND_ENGLISH, self.rate).samples

    def _thai(self, run: str, how: Prosody) -> Iterator[bytes]:
        for clause in clauses(g2p.phoneme_words(run)):
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
    syllables = _SYLLABLE.findall(word)
    for start in range(0, len(syllables), _MOST_SYLLABLES_A_WORD):
        yield "".join(f"'{one.strip()}" for one in syllables[start : start + _MOST_SYLLABLES_A_WORD])


ENGINE = Espeak()
