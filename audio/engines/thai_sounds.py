"""The sounds and tones of Thai, each with what espeak-ng holds that comes nearest to it.

Vowels: spectra whose first two formants are those measured in Thai speakers (Abramson 1962, The
Vowels and Tones of Standard Thai; Tingsabadh and Abramson 1993, JIPA 23), short ones about half as
long as long ones. Stops at the end of a syllable are closed and not let go.
"""

from dataclasses import dataclass
from typing import NamedTuple

from audio.engines.espeak_data import CURVE, Glide

# espeak-ng shortens unstressed vowels to a third or half of these; 510 is the most its byte holds.
SHORT, LONG, DIPHTHONG = 200, 480, 460


@dataclass(frozen=True)
class Copy:
    """A sound as another language's table has it, with a length in ms (0: as it is there)."""

    table: str
    name: str
    length: int = 0


@dataclass(frozen=True)
class Vowel:
    """A vowel: its spectrum, length in ms, and the classes (`@aeiou`) in which it starts and ends.

    Consonants beside it bend its formants by class. `loudness` is a percentage, 0 as it is. With
    `formants` the spectrum's first and second go from there to there, in Hz.
    """

    spectrum: str
    length: int
    starts: str
    ends: str
    loudness: int = 0
    formants: tuple[tuple[int, int], tuple[int, int]] | None = None


@dataclass(frozen=True)
class Stop:
    """A consonant made of a recording: the Shan phoneme it behaves like, its glides, the burst."""

    like: str
    opening: Glide | None
    closing: Glide | None
    recording: str
    loudness: int = 0


Sound = Copy | Vowel | Stop


class Tone(NamedTuple):
    """A Thai tone: its pitch (0 to 100 or so) at points spread evenly over the vowel."""

    points: tuple[int, ...]

    def drawn(self) -> tuple[int, int, bytes]:
        """Return lowest and highest pitch, and the way between them as a curve of CURVE bytes."""
        low, high = min(self.points), max(self.points)
        last = len(self.points) - 1
        curve = []
        for at in range(CURVE):
            place = at * last / (CURVE - 1)
            left = min(int(place), last - 1)
            part = place - left
            pitch = self.points[left] * (1 - part) + self.points[left + 1] * part
            curve.append(round(255 * (pitch - low) / max(high - low, 1)))
        return low, high, bytes(curve)


_PALATAL = Glide(2700, 400, 600, third=300, high=80, level=30, length=42)

SOUNDS: dict[str, Sound] = {
    "c": Stop("t", _PALATAL, None, "ustop/tsh_unasp", 100),
    # Tongue-tip trill, as read aloud with care; English r is taken for another sound.
    "r": Copy("base1", "R2"),
    "c_h": Copy("cmn", "tS;h"),
    "t_h": Copy("cmn", "th"),
    # Shan's, of no length of its own, is lost before vowels and taken for a glottal stop.
    "n": Copy("cmn", "n"),
    "a": Vowel("vowel/a#_4", SHORT, "a", "a"),
    "i": Vowel("vowel/i", SHORT, "i", "i"),
    "W": Vowel("vowel/i#_7", SHORT, "i", "@"),
    "u": Vowel("vowel/u_bck", SHORT, "u", "u"),
    "e": Vowel("vowel/e_6", SHORT, "e", "e"),
    "E": Vowel("vowel/ee", SHORT, "e", "e"),
    "o": Vowel("vowel/o_7", SHORT, "o", "o"),
    "O": Vowel("vowel/oo_4", SHORT, "o", "o"),
    "@": Vowel("vowel/8_6", SHORT, "@", "@"),
    "a:": Vowel("vowel/a#_4", LONG, "a", "a"),
    "i:": Vowel("vowel/i", LONG, "i", "i"),
    "W:": Vowel("vowel/i#_7", LONG, "i", "@"),
    "u:": Vowel("vowel/u_bck", LONG, "u", "u"),
    "e:": Vowel("vowel/e_6", LONG, "e", "e"),
    "E:": Vowel("vowel/ee", LONG, "e", "e"),
    "o:": Vowel("vowel/o_7", LONG, "o", "o"),
    "O:": Vowel("vowel/oo_4", LONG, "o", "o"),
    "@:": Vowel("vowel/8_6", LONG, "@", "@"),
    "i@": Vowel("vdiph2/i@", DIPHTHONG, "i", "@"),
    "W@": Vowel("vdiph2/u#@", DIPHTHONG, "i", "@", formants=((336, 1440), (600, 1300))),
    "u@": Vowel("vdiph2/u@", DIPHTHONG, "u", "@"),
}

# Contours of the five tones (Abramson 1962): mid level, low falling a little, falling from the
# top, high rising a little, rising from the bottom.
TONES = {
    "3": Tone((34, 33, 32, 31)),
    "2": Tone((24, 14, 6, 2)),
    "5": Tone((61, 55, 29, 8)),
    "4": Tone((38, 42, 50, 62)),
    "1": Tone((18, 6, 16, 54)),
}
