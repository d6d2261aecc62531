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

VERSION = metadata.version("pythaitts")

_READABLE = re.compile("[ก-ฮฤฦ]")
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
        words = cutter.tokenize(thai)
        return [sound for word in words if (sound := _word(word.strip()))]


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    _, dictionary, rules = _fast_thai_g2p()
    if word in dictionary:
        try:
            return spoken_word(dictionary[word])
        except UnknownSound:
            pass  # A slip in the dictionary: the rules read the word.
    if _READABLE.search(word):
        try:
            return spoken_word(rules(word))
        except (UnknownSound, IndexError, KeyError, ValueError):
            pass
    return " ".join(spoken_word(ipa) for ipa in spelled(word))
