"""Thai spelling to sound: each word of a text with its IPA, tones included.

PyThaiTTS ships FastThaiG2P: 62,000 words with their sounds, and rules learnt from syllables for the
rest. What neither can read is spelled letter by letter, so that nothing is lost in silence.
"""

import importlib
import json
import re
import threading
import warnings
from functools import lru_cache
from importlib import metadata
from typing import Any

from audio.letters import spelled
from audio.phonemes import UnknownSound, spoken_word
from audio.pronunciation import corrected

VERSION = metadata.version("pythaitts")

_READABLE = re.compile("[ก-ฮฤฦ]")
# Much text from old files writes sara am in two signs, which no dictionary knows.
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
# The rules weigh every way to cut a word: the time grows with its square and more.
_MOST_LETTERS = 30
_lock = threading.Lock()


@lru_cache(maxsize=1)
def _fast_thai_g2p() -> tuple[Any, dict[str, str], Any]:
    """Return FastThaiG2P's word cutter, its IPA by word and its rules for unknown words."""
    # Loading takes 3 seconds and 300 MB: only a process that speaks pays for it. The package warns
    # of its own escape sequences and unclosed files while it loads.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        g2p = importlib.import_module("pythaitts.pretrained.fastthaig2p.g2p")
        rules = importlib.import_module("pythaitts.pretrained.fastthaig2p.fallback")
        dictionary = json.loads(g2p.DEFAULT_IPA_PATH.read_text(encoding="utf-8"))
        return g2p.Tokenizer(), dictionary, rules.fallback_g2p


def phoneme_words(thai: str) -> list[str]:
    """Return the voice's phoneme names of each word of `thai`, a run of Thai letters only."""
    cutter, _, _ = _fast_thai_g2p()
    # The rules keep their work in module globals.
    with _lock:
        words = cutter.tokenize(_SARA_AM.sub("\\1\\2\u0e33", thai))
        return [sound for word in words if (sound := _word(word.strip()))]


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    _, dictionary, _ = _fast_thai_g2p()
    if word in dictionary:
        try:
            return spoken_word(corrected(word, dictionary[word]))
        except UnknownSound:
            pass  # A slip in the dictionary: the rules read the word.
    pieces = (word[at : at + _MOST_LETTERS] for at in range(0, len(word), _MOST_LETTERS))
    return " ".join(sound for piece in pieces if (sound := _by_rules(piece)))


def _by_rules(piece: str) -> str:
    _, _, rules = _fast_thai_g2p()
    if _READABLE.search(piece):
        try:
            return spoken_word(rules(piece))
        except (UnknownSound, IndexError, KeyError, ValueError):
            pass  # What the rules cannot read either is spelled.
    return " ".join(spoken_word(ipa) for ipa in spelled(piece))
