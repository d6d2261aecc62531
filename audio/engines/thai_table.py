"""The phoneme table of the Thai voice, put together from the sounds that espeak-ng ships.

espeak-ng 1.52 declares a Thai voice and gives it Shan's sounds unchanged: vowels nearly all of one
length, no centring diphthongs and Shan's six tones. Thai tells words apart by length and by five
tones, so this module writes a table of Thai's own: every sound is one that the package holds in
some language's table, with the length or the pitch that Thai needs. Only the small table is
written; the sounds stay where they are.

Layout of `phontab` (espeak-ng, src/libespeak-ng/synthdata.c): a count, then for each table its
size, the number of the table it builds on, a name of 32 bytes, and 16 bytes a phoneme.
"""

import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

VERSION = "1"

_ENTRY = struct.Struct("<4sIHBBBBBB")
_HEADER = 36
# espeak-ng shortens unstressed vowels to a third or half of these; 510 is the most its byte holds.
_SHORT, _LONG, _DIPHTHONG = 200, 480, 460


class Sound(NamedTuple):
    """A Thai sound: the table and name it is taken from, its length in ms (0: as it is there).

    `skip` passes over so many words at the beginning of the sound's instructions.
    """

    table: str
    name: str
    length: int = 0
    skip: int = 0


class Tone(NamedTuple):
    """A Thai tone: its lowest and highest pitch, 0 to 50 or so, on the curve of another tone."""

    table: str
    name: str
    start: int
    end: int


SOUNDS = {
    "c": Sound("cmn", "tS;"),
    "c_h": Sound("cmn", "tS;h"),
    "t_h": Sound("cmn", "th"),
    "a": Sound("shn", "a", _SHORT),
    "i": Sound("shn", "i", _SHORT),
    "W": Sound("shn", "W", _SHORT),
    "u": Sound("shn", "u", _SHORT),
    "e": Sound("shn", "e", _SHORT),
    "E": Sound("shn", "E", _SHORT),
    "o": Sound("shn", "o", _SHORT),
    "O": Sound("shn", "O", _SHORT),
    "@": Sound("shn", "@", _SHORT),
    "a:": Sound("shn", "a:", _LONG),
    "i:": Sound("shn", "i", _LONG),
    "W:": Sound("shn", "W", _LONG),
    "u:": Sound("shn", "u", _LONG),
    "e:": Sound("shn", "e", _LONG),
    "E:": Sound("shn", "E", _LONG),
    "o:": Sound("shn", "o", _LONG),
    "O:": Sound("shn", "O", _LONG),
    "@:": Sound("shn", "@", _LONG),
    "i@": Sound("ga", "i@", _DIPHTHONG),
    # Behind its condition, English U@ holds the one glide from ɯ to ə that there is (vdiph2/8@).
    "W@": Sound("en", "U@", _DIPHTHONG, skip=2),
    "u@": Sound("ga", "u@", _DIPHTHONG),
}

# Mid level, low falling a little, falling from the top, high rising a little, rising from the
# bottom (Abramson 1962, The Vowels and Tones of Standard Thai).
TONES = {
    "3": Tone("shn", "3", 28, 32),
    "2": Tone("shn", "3", 10, 22),
    "5": Tone("cmn", "51", 10, 50),
    "4": Tone("cmn", "35", 38, 52),
    "1": Tone("cmn", "214", 12, 44),
}


class UnknownFormat(RuntimeError):
    """The phoneme data of the installed espeak-ng is not laid out as this module knows it."""


@dataclass(frozen=True)
class _Phoneme:
    name: bytes
    flags: int
    program: int
    code: int
    kind: int
    start: int
    end: int
    length: int
    length_mod: int

    @classmethod
    def unpack(cls, raw: bytes) -> "_Phoneme":
        return cls(*_ENTRY.unpack(raw))

    def pack(self) -> bytes:
        return _ENTRY.pack(
            self.name,
            self.flags,
            self.program,
            self.code,
            self.kind,
            self.start,
            self.end,
            self.length,
            self.length_mod,
        )


@dataclass
class _Table:
    header: bytes
    phonemes: list[_Phoneme]

    @property
    def name(self) -> str:
        return self.header[4:].rstrip(b"\0").decode()

    def pack(self) -> bytes:
        body = b"".join(phoneme.pack() for phoneme in self.phonemes)
        return bytes([len(self.phonemes)]) + self.header[1:] + body


def _tables(data: bytes) -> list[_Table]:
    tables, at = [], 4
    try:
        for _ in range(data[0]):
            header = data[at : at + _HEADER]
            at += _HEADER
            rows = [data[at + 16 * row : at + 16 * row + 16] for row in range(header[0])]
            tables.append(_Table(header, [_Phoneme.unpack(row) for row in rows]))
            at += 16 * header[0]
    except (IndexError, struct.error) as error:
        raise UnknownFormat("espeak-ng's phontab ends before its tables do.") from error
    if at != len(data):
        raise UnknownFormat("espeak-ng's phontab holds more than its tables.")
    return tables


def phoneme_names(data: bytes, table: str = "th") -> set[str]:
    """Return the names that `table` of a phontab knows, with those of the tables it builds on."""
    tables = _tables(data)
    return {name.decode() for name in _inherited_codes(tables, table)}


def _named(tables: list[_Table], name: str) -> _Table:
    for table in tables:
        if table.name == name:
            return table
    raise UnknownFormat(f"espeak-ng's phontab has no table {name!r}.")


def _inherited_codes(tables: list[_Table], name: str) -> dict[bytes, int]:
    codes: dict[bytes, int] = {}
    table = _named(tables, name)
    while True:
        for phoneme in table.phonemes:
            codes.setdefault(phoneme.name.rstrip(b"\0"), phoneme.code)
        if not table.header[1]:
            return {name: code for name, code in codes.items() if name}
        table = tables[table.header[1] - 1]


def _source(tables: list[_Table], table: str, name: str) -> _Phoneme:
    wanted = name.encode().ljust(4, b"\0")
    for phoneme in _named(tables, table).phonemes:
        if phoneme.name == wanted:
            return phoneme
    raise UnknownFormat(f"espeak-ng's table {table!r} has no sound {name!r}.")


def with_thai(data: bytes) -> bytes:
    """Return a phontab whose Thai table holds SOUNDS and TONES; raise UnknownFormat if none can."""
    tables = _tables(data)
    codes = _inherited_codes(tables, "shn")
    thai: list[_Phoneme] = []

    def add(name: str, phoneme: _Phoneme) -> None:
        # A name that Shan has keeps its code and so takes its place; a new one needs a new code.
        code = codes.setdefault(name.encode(), max(codes.values()) + 1)
        thai.append(replace(phoneme, name=name.encode().ljust(4, b"\0"), code=code))

    for name, sound in SOUNDS.items():
        source = _source(tables, sound.table, sound.name)
        # Lengths are kept in units of 2 milliseconds.
        length = sound.length // 2 or source.length
        add(name, replace(source, length=length, program=source.program + sound.skip))
    for name, tone in TONES.items():
        source = _source(tables, tone.table, tone.name)
        add(name, replace(source, start=tone.start, end=tone.end))
    table = _named(tables, "th")
    shan = next(number for number, one in enumerate(tables, 1) if one.name == "shn")
    table.header = table.header[:1] + bytes([shan]) + table.header[2:]
    table.phonemes = thai
    return data[:4] + b"".join(one.pack() for one in tables)


def write_data(shipped: Path, folder: Path) -> Path:
    """Make espeak-ng's data in `folder`: that of `shipped` with the Thai table; return its path."""
    data = folder / "espeak-ng-data"
    data.mkdir()
    for file in shipped.iterdir():
        if file.name != "phontab":
            (data / file.name).symlink_to(file)
    (data / "phontab").write_bytes(with_thai((shipped / "phontab").read_bytes()))
    return data
