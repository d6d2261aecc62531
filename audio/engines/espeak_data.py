"""The layout of espeak-ng's compiled sounds, read and written.

Three files (espeak-ng, src/libespeak-ng/synthdata.c and synthesize.c): `phontab`, a table of
phonemes for each language; `phonindex`, their programs in words of 16 bits; `phondata`, spectra,
recorded bursts and pitch curves, whose names and places are listed in `phondata-manifest`.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CURVE = 128  # bytes of a pitch curve, each 0 to 255

# Frames of a spectrum with and without what only the Klatt synthesiser needs, and where in each
# its first formant is.
_LONG_FRAME, _SHORT_FRAME, _FORMANTS = 64, 44, 4

_ENTRY = struct.Struct("<4sIHBBBBBB")
_HEADER = 36
_RETURN = 0x0001
_VOWEL_IN, _VOWEL_OUT = 0xA100, 0xA200
_SPECTRUM, _RECORDING, _ADDED_RECORDING, _CURVE = 0xB000, 0xC000, 0xF000, 0x9200


class UnknownFormat(RuntimeError):
    """The phoneme data of the installed espeak-ng is not laid out as this module knows it."""


@dataclass(frozen=True)
class Phoneme:
    """One row of `phontab`; lengths are kept in units of 2 milliseconds."""

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
    def unpack(cls, raw: bytes) -> "Phoneme":
        """Read a row of 16 bytes."""
        return cls(*_ENTRY.unpack(raw))

    def pack(self) -> bytes:
        """Write a row of 16 bytes."""
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
class Table:
    """The phonemes of a language, which may build on another table."""

    header: bytes
    phonemes: list[Phoneme]

    @property
    def name(self) -> str:
        """The table's name, such as `shn`."""
        return self.header[4:].rstrip(b"\0").decode()

    def pack(self) -> bytes:
        """Write the table with the number of phonemes it has now."""
        body = b"".join(phoneme.pack() for phoneme in self.phonemes)
        return bytes([len(self.phonemes)]) + self.header[1:] + body


def tables(data: bytes) -> list[Table]:
    """Read `phontab`; raise UnknownFormat where it is none."""
    found, at = [], 4
    try:
        for _ in range(data[0]):
            header = data[at : at + _HEADER]
            at += _HEADER
            rows = [data[at + 16 * row : at + 16 * row + 16] for row in range(header[0])]
            found.append(Table(header, [Phoneme.unpack(row) for row in rows]))
            at += 16 * header[0]
    except (IndexError, struct.error) as error:
        raise UnknownFormat("espeak-ng's phontab ends before its tables do.") from error
    if at != len(data):
        raise UnknownFormat("espeak-ng's phontab holds more than its tables.")
    return found


def named(all_tables: list[Table], name: str) -> Table:
    """Return the table called `name`; raise UnknownFormat where there is none."""
    for table in all_tables:
        if table.name == name:
            return table
    raise UnknownFormat(f"espeak-ng's phontab has no table {name!r}.")


def inherited(all_tables: list[Table], name: str) -> dict[bytes, Phoneme]:
    """Return the phonemes that table `name` knows by name, with those of tables it builds on."""
    found: dict[bytes, Phoneme] = {}
    table = named(all_tables, name)
    while True:
        for phoneme in table.phonemes:
            found.setdefault(phoneme.name.rstrip(b"\0"), phoneme)
        if not table.header[1]:
            return {name: phoneme for name, phoneme in found.items() if name}
        table = all_tables[table.header[1] - 1]


@dataclass(frozen=True)
class Glide:
    """How the formants of a vowel move to or from a consonant beside it, in Hz and ms.

    The second formant goes half the way to `locus`, at least `least` and at most `most`; the third
    moves by `third`. `first` chooses how far the first one sinks (0 not, 1 a little, 2 more, 3
    most), `high` is the percentage kept of the higher ones. `level` is the loudness at the
    consonant (0 to 60), or with `share` so many thirtieths of the vowel's.
    """

    locus: int
    least: int = 0
    most: int = 0
    third: int = 0
    first: int = 0
    high: int = 80
    level: int = 20
    share: int = 0
    length: int = 0
    broken: bool = False

    def words(self, opening: bool) -> list[int]:
        """Return the instruction that says so, for the vowel's opening or its close."""
        level = 0x20 | self.share if self.share else self.level // 2
        how = self.length // 2 | level << 6 | (2 if self.broken else 0) << 12
        where = (
            self.locus // 50
            | (self.least // 50 + 15) << 6
            | (self.most // 50 + 15) << 11
            | (self.third // 50 + 15) << 16
            | self.high // 8 << 21
            | self.first << 26
        )
        instruction = _VOWEL_IN if opening else _VOWEL_OUT
        return [instruction | how >> 16, how & 0xFFFF, where >> 16, where & 0xFFFF]


class Sounds:
    """`phonindex` and `phondata`, to which programs and pitch curves can be added."""

    def __init__(self, index: bytes, data: bytes, manifest: str) -> None:
        """Take the three files' content; raise UnknownFormat where the manifest cannot be read."""
        self.index = bytearray(index)
        self.data = bytearray(data)
        self._places: dict[tuple[str, str], int] = {}
        try:
            for line in manifest.splitlines():
                if line[:1] in "SWE":
                    kind, place, name = line.split()
                    self._places[kind, name] = int(place, 16)
        except ValueError as error:
            raise UnknownFormat("espeak-ng's phondata-manifest cannot be read.") from error

    @classmethod
    def shipped(cls, folder: Path) -> "Sounds":
        """Read the files of an espeak-ng-data folder."""
        return cls(
            (folder / "phonindex").read_bytes(),
            (folder / "phondata").read_bytes(),
            (folder / "phondata-manifest").read_text(encoding="utf-8", errors="replace"),
        )

    def files(self) -> tuple[bytes, bytes]:
        """Return the content of `phonindex` and `phondata` with what was added."""
        return bytes(self.index), bytes(self.data)

    def spectrum(self, name: str, loudness: int = 0) -> list[int]:
        """Return the instruction to sound a spectrum, `loudness` in percent (0: as it is)."""
        return self._sound(_SPECTRUM, "S", name, loudness)

    def bent(
        self, name: str, start: tuple[int, int], end: tuple[int, int], loudness: int = 0
    ) -> list[int]:
        """Add a spectrum like `name` with other first and second formants; return its instruction.

        They go from `start` to `end`, in Hz, when those of the spectrum go from its own start to
        its own end.
        """
        old = self._place("S", name)
        _, frames, _ = struct.unpack_from("<hBB", self.data, old)
        places = [old + 4]
        for _ in range(frames):
            (flags,) = struct.unpack_from("<h", self.data, places[-1])
            places.append(places[-1] + (_LONG_FRAME if flags & 1 else _SHORT_FRAME))
        self.data += bytes(-len(self.data) % 4)
        new = len(self.data)
        self.data += self.data[old : places.pop()]
        paths = [struct.unpack_from("<2h", self.data, at + _FORMANTS) for at in places]
        way = [abs(one[0] - paths[0][0]) + abs(one[1] - paths[0][1]) for one in paths]
        for at, gone in zip(places, way, strict=True):
            part = gone / (way[-1] or 1)
            bent = (round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
            struct.pack_into("<2h", self.data, at - old + new + _FORMANTS, *bent)
        return [_SPECTRUM | loudness << 4 | new >> 18, new >> 2 & 0xFFFF]

    def recording(self, name: str, loudness: int = 0, *, added: bool = False) -> list[int]:
        """Return the instruction to play a recording, alone or `added` to a spectrum."""
        return self._sound(_ADDED_RECORDING if added else _RECORDING, "W", name, loudness)

    def _sound(self, instruction: int, kind: str, name: str, loudness: int) -> list[int]:
        place = self._place(kind, name) >> 2
        return [instruction | loudness << 4 | place >> 16, place & 0xFFFF]

    def _place(self, kind: str, name: str) -> int:
        try:
            return self._places[kind, name]
        except KeyError as error:
            raise UnknownFormat(f"espeak-ng's phondata has no sound {name!r}.") from error

    def curve(self, shape: bytes) -> list[int]:
        """Add a pitch curve of CURVE bytes and return the instruction to sing a tone along it."""
        place = len(self.data)
        self.data += shape
        return [_CURVE | place >> 16, place & 0xFFFF]

    def program(self, words: Iterable[int]) -> int:
        """Add a program and return its number."""
        words = [*words, _RETURN]
        number = len(self.index) // 2
        if number + len(words) > 0xFFFF:
            raise UnknownFormat("espeak-ng's phonindex has no room for more programs.")
        self.index += struct.pack(f"<{len(words)}H", *words)
        return number
