"""How a person wants to read and hear: what can be chosen, and what it is without a choice."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

_NAME = re.compile(r"[a-z]{1,20}")


class TextSize(StrEnum):
    """How large text is: as usual (19 pixels at the browser's own size), or larger."""

    USUAL = "usual"
    LARGE = "large"
    LARGER = "larger"
    LARGEST = "largest"


class Spacing(StrEnum):
    """The room between lines, letters and words; wide is what WCAG 2.2 SC 1.4.12 names."""

    USUAL = "usual"
    WIDE = "wide"


class Colours(StrEnum):
    """As the device says, or chosen here; contrast is yellow on black."""

    DEVICE = "device"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Face(StrEnum):
    """The Thai letters: looped where the device has them, looped for certain, or without loops."""

    USUAL = "usual"
    LOOPED = "looped"
    LOOPLESS = "loopless"


class View(StrEnum):
    """The whole page, or the page's own matter first and its menus after it."""

    FULL = "full"
    SIMPLE = "simple"


class PageLanguage(StrEnum):
    """The language in which the front page opens; ANY opens as the address says."""

    ANY = "any"
    THAI = "th"
    ENGLISH = "en"


@dataclass(frozen=True)
class Preferences:
    """What a person chose. `voice` is a voice's name, `speed` per cent of its usual pace, `grade`
    that of braille; "" and 0 leave them to the service, and -1 leaves the grade to it."""

    text_size: TextSize = TextSize.USUAL
    spacing: Spacing = Spacing.USUAL
    colours: Colours = Colours.DEVICE
    face: Face = Face.USUAL
    view: View = View.FULL
    language: PageLanguage = PageLanguage.ANY
    voice: str = ""
    speed: int = 0
    grade: int = -1

    def kept(self) -> dict[str, str | int]:
        """What differs from the usual, as it is kept."""
        usual = asdict(Preferences())
        return {name: value for name, value in asdict(self).items() if value != usual[name]}


def read_preferences(kept: Mapping[str, object]) -> Preferences:
    """The preferences that were kept or typed; what is not known is as usual."""
    found: dict[str, Any] = {}
    for name, read in _READERS.items():
        try:
            found[name] = read(str(kept[name]))
        except (KeyError, ValueError):
            continue
    return Preferences(**found)


def _voice(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return name


_READERS: dict[str, Callable[[str], Any]] = {
    "text_size": TextSize,
    "spacing": Spacing,
    "colours": Colours,
    "face": Face,
    "view": View,
    "language": PageLanguage,
    "voice": _voice,
    "speed": int,
    "grade": int,
}
