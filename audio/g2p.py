"""Thai spelling to sound: each word of a text with its IPA, tones included.

PyThaiTTS ships FastThaiG2P: 62,000 words with their sounds, and rules learnt from syllables for the
rest. What neither can read is spelled letter by letter, so that nothing is lost in silence.
"""

import importlib
import json
import re
import tempfile
import threading
import warnings
from collections.abc import Callable
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import nlpo3

from audio.letters import spelled
from audio.phonemes import UnknownSound, spoken_word
from audio.pronunciation import FINGERPRINT, WORDS, corrected

_DICTIONARY = "siang-sapha-sounds"
_READABLE = re.compile("[ก-ฮฤฦ]")
# Without a vowel and in no dictionary, letters are an abbreviation (กกต, สปสช), said one by one.
_ABBREVIATION = re.compile("[ก-ฮ]{2,6}")
# Much text from old files writes sara am in two signs, which no dictionary knows.
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
_ONE_CONSONANT = re.compile("[ก-ฮ]")
_OPEN_VOWELS = tuple("าิีึืุู")
# The rules weigh every way to cut a word: the time grows with its square and more.
_MOST_LETTERS = 30
# The cutter, too, weighs the ways to cut what has no space; no name or phrase is as long.
_MOST_AT_ONCE = 1_000
_lock = threading.Lock()


# What changes how a text is read changes this, so that it is spoken anew.
VERSION = f"{metadata.version('pythaitts')}+2.{FINGERPRINT}"


@lru_cache(maxsize=1)
def _sounds() -> dict[str, str]:
    """Return FastThaiG2P's IPA by word, with its words loaded into the cutter."""
    # Read from the package's folder: importing the package loads its rules and models as well,
    # 300 MB that a text of known words never needs.
    package = find_spec("pythaitts")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pythaitts is not installed", name="pythaitts")
    data = Path(package.origin).parent / "pretrained" / "fastthaig2p" / "data"
    sounds: dict[str, str] = json.loads((data / "ipa.json").read_text(encoding="utf-8"))
    words = {*(data / "dict.txt").read_text(encoding="utf-8").splitlines(), *WORDS} - {""}
    # nlpo3 takes a dictionary only as one file.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        path.write_text("\n".join(sorted(words)), encoding="utf-8")
        said, loaded = nlpo3.load_dict(str(path), _DICTIONARY)
    if not loaded:
        raise RuntimeError(f"The dictionary of sounds could not be loaded: {said}")
    return sounds


@lru_cache(maxsize=1)
def _rules() -> Callable[[str], str]:
    # Three seconds and 300 MB: only a process that meets an unknown word pays for them. The package
    # warns of its own escape sequences and unclosed files while it loads.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        module = importlib.import_module("pythaitts.pretrained.fastthaig2p.fallback")
    rules: Callable[[str], str] = module.fallback_g2p
    return rules


def phoneme_words(thai: str) -> list[str]:
    """Return the voice's phoneme names of each word of `thai`, a run of Thai letters only."""
    # The rules keep their work in module globals.
    with _lock:
        _sounds()
        text = _SARA_AM.sub("\\1\\2\u0e33", thai)
        pieces = (text[at : at + _MOST_AT_ONCE] for at in range(0, len(text), _MOST_AT_ONCE))
        words = (word for piece in pieces for word in _joined(_cut(piece)))
        return [sound for word in words if (sound := _word(word.strip()))]


def _cut(text: str) -> list[str]:
    cut: list[str] = nlpo3.segment(text, _DICTIONARY, safe=False, parallel=False)
    return cut


def _joined(words: list[str]) -> list[str]:
    """Join a consonant that was cut off by itself to the piece of a name that it belongs to.

    After an open vowel it closes the syllable (กู|ล), elsewhere it opens the next (ว|รา); otherwise
    its name as a letter would be said in the middle of a name.
    """
    found: list[str] = []
    opening = ""
    for word in words:
        alone = bool(_ONE_CONSONANT.fullmatch(word)) and not _known(word)
        if alone and found and not opening and found[-1].endswith(_OPEN_VOWELS):
            found[-1] += word
        elif alone:
            opening += word
        else:
            found.append(opening + word)
            opening = ""
    return [*found, opening] if opening else found


def _known(word: str) -> bool:
    return word in WORDS or word in _sounds()


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    ipa = WORDS.get(word) or _sounds().get(word)
    if ipa:
        try:
            return spoken_word(corrected(word, ipa))
        except UnknownSound:
            pass  # A slip in the dictionary: the rules read the word.
    if _ABBREVIATION.fullmatch(word):
        return " ".join(spoken_word(name) for name in spelled(word))
    pieces = (word[at : at + _MOST_LETTERS] for at in range(0, len(word), _MOST_LETTERS))
    return " ".join(sound for piece in pieces if (sound := _by_rules(piece)))


def _by_rules(piece: str) -> str:
    if _READABLE.search(piece):
        try:
            return spoken_word(_rules()(piece))
        except (UnknownSound, IndexError, KeyError, ValueError):
            pass  # What the rules cannot read either is spelled.
    return " ".join(spoken_word(ipa) for ipa in spelled(piece))
