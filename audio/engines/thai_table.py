"""The phoneme table of the Thai voice, put together from the sounds that espeak-ng ships.

espeak-ng 1.52 declares a Thai voice and gives it Shan's sounds unchanged: vowels nearly all of one
length, no centring diphthongs, stops that are let go at the end of a syllable, and Shan's six
tones. Thai tells words apart by length and by five tones, so this module writes a table of Thai's
own out of the spectra and recordings that the package holds for some eighty languages.
"""

import hashlib
from dataclasses import replace
from pathlib import Path

from audio.engines.espeak_data import (
    Phoneme,
    Sounds,
    Table,
    UnknownFormat,
    inherited,
    named,
    tables,
)
from audio.engines.thai_sounds import SOUNDS, TONES, Copy, Sound, Stop, Tone

# Another sound or tone is another voice.
VERSION = "2" + hashlib.sha256(f"{SOUNDS}{TONES}".encode()).hexdigest()[:8]

_TABLE, _PARENT = "th", "shn"
_KINDS = {"@": 28, "a": 29, "e": 30, "i": 31, "o": 32, "u": 33}  # vowel classes of table base1
_WRITTEN = ("phontab", "phonindex", "phondata")


def phoneme_names(phontab: bytes, table: str = _TABLE) -> set[str]:
    """Return the names that `table` of a phontab knows, with those of the tables it builds on."""
    return {name.decode() for name in inherited(tables(phontab), table)}


class _Maker:
    """Makes rows of the Thai table out of other languages' rows and of `sounds`."""

    def __init__(self, languages: list[Table], sounds: Sounds) -> None:
        self._languages = languages
        self._sounds = sounds

    def _source(self, table: str, name: str) -> Phoneme:
        try:
            return inherited(self._languages, table)[name.encode()]
        except KeyError as error:
            raise UnknownFormat(f"espeak-ng's table {table!r} has no sound {name!r}.") from error

    def sound(self, sound: Sound) -> Phoneme:
        if isinstance(sound, Copy):
            like = self._source(sound.table, sound.name)
            return replace(like, length=sound.length // 2 or like.length)
        if isinstance(sound, Stop):
            return self._stop(sound)
        if sound.formants:
            words = self._sounds.bent(sound.spectrum, *sound.formants, sound.loudness)
        else:
            words = self._sounds.spectrum(sound.spectrum, sound.loudness)
        return replace(
            self._source(_PARENT, "a:"),
            program=self._sounds.program(words),
            start=_KINDS[sound.starts],
            end=_KINDS[sound.ends],
            length=sound.length // 2,
        )

    def _stop(self, stop: Stop) -> Phoneme:
        words = stop.opening.words(opening=True) if stop.opening else []
        words += stop.closing.words(opening=False) if stop.closing else []
        words += self._sounds.recording(stop.recording, stop.loudness)
        return replace(self._source(_PARENT, stop.like), program=self._sounds.program(words))

    def tone(self, tone: Tone) -> Phoneme:
        low, high, curve = tone.drawn()
        program = self._sounds.program(self._sounds.curve(curve))
        like = self._source(_PARENT, "1")
        return replace(like, program=program, start=low, end=high)


def with_thai(phontab: bytes, sounds: Sounds) -> bytes:
    """Return a phontab whose Thai table holds SOUNDS and TONES, adding what they need to `sounds`.

    Raises UnknownFormat where the package holds not what they are made of.
    """
    languages = tables(phontab)
    codes = {name: one.code for name, one in inherited(languages, _PARENT).items()}
    maker = _Maker(languages, sounds)
    rows = {name: maker.sound(sound) for name, sound in SOUNDS.items()}
    rows |= {name: maker.tone(tone) for name, tone in TONES.items()}
    table = named(languages, _TABLE)
    parent = next(number for number, one in enumerate(languages, 1) if one.name == _PARENT)
    table.header = table.header[:1] + bytes([parent]) + table.header[2:]
    table.phonemes = []
    for name, row in rows.items():
        # A name that Shan has keeps its code and so takes its place; a new one needs a new code.
        code = codes.setdefault(name.encode(), max(codes.values()) + 1)
        table.phonemes.append(replace(row, name=name.encode().ljust(4, b"\0"), code=code))
    return phontab[:4] + b"".join(one.pack() for one in languages)


def write_data(shipped: Path, folder: Path) -> Path:
    """Make espeak-ng's data in `folder`: that of `shipped` with the Thai table; return its path."""
    data = folder / "espeak-ng-data"
    data.mkdir()
    sounds = Sounds.shipped(shipped)
    phontab = with_thai((shipped / "phontab").read_bytes(), sounds)
    for file in shipped.iterdir():
        if file.name not in _WRITTEN:
            (data / file.name).symlink_to(file)
    for name, content in zip(_WRITTEN, (phontab, *sounds.files()), strict=True):
        (data / name).write_bytes(content)
    return data
