"""Thai sounds: from IPA to the phoneme names of the offline voice's Thai table.

The IPA is that of FastThaiG2P, which follows Wiktionary: syllables parted by full stops, the tone
in Chao's letters at the end of each (`/pra˨˩.tʰeːt̚˥˩/`). The names on the right are those that
`engines/thai_table.py` gives the voice. Clusters of consonants are made of single ones.
"""

import re
from dataclasses import dataclass

ONSETS = {
    "p": "p",
    "pʰ": "p_h",
    "t": "t",
    "tʰ": "t_h",
    "k": "k",
    "kʰ": "k_h",
    "b": "b",
    "d": "d",
    "t͡ɕ": "c",
    "t͡ɕʰ": "c_h",
    "m": "m",
    "n": "n",
    "ŋ": "N",
    "f": "f",
    "s": "s",
    "h": "h",
    "l": "l",
    "r": "r",
    "j": "j",
    "w": "w",
    "ʔ": "?",
}

SHORT_VOWELS = {
    "a": "a",
    "i": "i",
    "ɯ": "W",
    "u": "u",
    "e": "e",
    "ɛ": "E",
    "o": "o",
    "ɔ": "O",
    "ɤ": "@",
}
LONG_VOWELS = {f"{ipa}ː": f"{name}:" for ipa, name in SHORT_VOWELS.items()}
DIPHTHONGS = {"ia̯": "i@", "ɯa̯": "W@", "ua̯": "u@"}
VOWELS = {**SHORT_VOWELS, **LONG_VOWELS, **DIPHTHONGS}

FINALS = {
    "": "",
    "p̚": "p",
    "t̚": "t",
    "k̚": "k",
    "ʔ": "?",
    "m": "m",
    "n": "n",
    "ŋ": "N",
    "j": "j",
    "w": "w",
    # Loan words keep these at their end (แก๊ส, กอล์ฟ, อีเมล).
    "s": "s",
    "f": "f",
    "l": "l",
}

TONES = {"˧": "3", "˨˩": "2", "˥˩": "5", "˦˥": "4", "˩˩˦": "1"}

# Slips in the spelling of the dictionary and of the rules beside it.
_REPAIRS = (
    (re.compile("ng"), "ŋ"),
    (re.compile("([aeiouɔɛɯɤ])\\1"), "\\1ː"),
    (re.compile("ː+"), "ː"),
    (re.compile("([iɯu])ː?aː?̯*"), "\\1a̯"),
    (re.compile("iu̯?"), "iw"),
    (re.compile("ao"), "aw"),
)
_TONE = re.compile("[˧˨˩˥˦]+")
_VOWEL_IPA = "aiɯueɛoɔɤ"
_SYLLABLE = re.compile(f"^([^{_VOWEL_IPA}]*)([{_VOWEL_IPA}][{_VOWEL_IPA}ː̯]*)([^{_VOWEL_IPA}]*)$")
_ONSET_PARTS = sorted(ONSETS, key=len, reverse=True)
_FINAL_PARTS = sorted((final for final in FINALS if final), key=len, reverse=True)
_PLAIN_STOPS = {"p": "p̚", "t": "t̚", "k": "k̚", "b": "p̚", "d": "t̚", "r": "n", "t͡ɕʰ": "t̚"}


class UnknownSound(ValueError):
    """An IPA syllable is none that Thai has."""


@dataclass(frozen=True)
class Syllable:
    """One Thai syllable in IPA: opening consonants, vowel, closing consonant (or none), tone."""

    onset: str
    vowel: str
    final: str
    tone: str


def syllables(ipa: str) -> list[Syllable]:
    """Return the syllables of a word's IPA; raise UnknownSound where it holds no Thai syllable."""
    parts = [part for part in re.split(r"[.\s]+", ipa.strip().strip("/")) if part]
    if not parts:
        raise UnknownSound(ipa)
    return [_syllable(part) for part in parts]


def _syllable(ipa: str) -> Syllable:
    tones = _TONE.findall(ipa)
    text = _TONE.sub("", ipa)
    for wrong, right in _REPAIRS:
        text = wrong.sub(right, text)
    match = _SYLLABLE.match(text)
    if match is None or match[2] not in VOWELS:
        raise UnknownSound(ipa)
    onset, vowel, final = match.groups()
    _spell(onset, _ONSET_PARTS)
    tone = tones[-1] if tones and tones[-1] in TONES else "˧"
    return Syllable(onset, vowel, _one_final(final), tone)


def _one_final(final: str) -> str:
    if final in FINALS:
        return final
    if final in _PLAIN_STOPS:
        return _PLAIN_STOPS[final]
    # Thai closes a syllable with one sound: of a loan word's two, the first is the one heard.
    for part in _FINAL_PARTS:
        if final.startswith(part):
            return part
    raise UnknownSound(final)


def _spell(sounds: str, parts: list[str]) -> list[str]:
    found = []
    rest = sounds
    while rest:
        part = next((part for part in parts if rest.startswith(part)), None)
        if part is None:
            raise UnknownSound(sounds)
        found.append(part)
        rest = rest[len(part) :]
    return found


def phonemes(syllable: Syllable) -> str:
    """Return the voice's phoneme names of a syllable, the tone's digit last."""
    onset = [ONSETS[part] for part in _spell(syllable.onset, _ONSET_PARTS)]
    names = [*onset, VOWELS[syllable.vowel], FINALS[syllable.final]]
    # A bar keeps two names from being read as one longer name.
    return "|".join(name for name in names if name) + TONES[syllable.tone]


def spoken_word(ipa: str) -> str:
    """Return the phoneme names of a whole word of IPA; raise UnknownSound as `syllables` does."""
    return "".join(phonemes(syllable) for syllable in syllables(ipa))
