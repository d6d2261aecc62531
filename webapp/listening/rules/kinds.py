"""The kinds of forms that a document has beside its page, and in which variants each is made."""

from dataclasses import dataclass
from enum import StrEnum

from audio.engines import FASTEST, NAMES
from braille import GRADES, PRESETS
from thai_text.compare import Marking


class FormKind(StrEnum):
    """What a form is: how one takes the document along."""

    MP3_LIGHT = "mp3-light"
    MP3 = "mp3"
    MP3_ZIP_LIGHT = "mp3-zip-light"
    MP3_ZIP = "mp3-zip"
    DAISY = "daisy"
    EPUB = "epub"
    BRF = "brf"
    PEF = "pef"
    BRAILLE_TEXT = "braille-text"
    LARGE_PRINT = "large-print"
    TEXT = "text"


@dataclass(frozen=True)
class FileKind:
    """What a file is called in an address, how it is kept on disk, and what a browser is told."""

    address: str
    mimetype: str

    @property
    def ending(self) -> str:
        return self.address.rpartition(".")[2]


FILES: dict[FormKind, FileKind] = {
    FormKind.MP3_LIGHT: FileKind("audio-light.mp3", "audio/mpeg"),
    FormKind.MP3: FileKind("audio.mp3", "audio/mpeg"),
    FormKind.MP3_ZIP_LIGHT: FileKind("audio-light.zip", "application/zip"),
    FormKind.MP3_ZIP: FileKind("audio.zip", "application/zip"),
    FormKind.DAISY: FileKind("daisy.zip", "application/zip"),
    FormKind.EPUB: FileKind("book.epub", "application/epub+zip"),
    FormKind.BRF: FileKind("braille.brf", "application/x-brf"),
    FormKind.PEF: FileKind("braille.pef", "application/x-pef+xml"),
    FormKind.BRAILLE_TEXT: FileKind("braille.txt", "text/plain"),
    FormKind.LARGE_PRINT: FileKind("large-print.pdf", "application/pdf"),
    FormKind.TEXT: FileKind("text.txt", "text/plain"),
}
BY_ADDRESS = {file.address: kind for kind, file in FILES.items()}

SOUNDS = (
    FormKind.MP3_LIGHT,
    FormKind.MP3,
    FormKind.MP3_ZIP_LIGHT,
    FormKind.MP3_ZIP,
    FormKind.DAISY,
    FormKind.EPUB,
)
BRAILLE = (FormKind.BRF, FormKind.PEF, FormKind.BRAILLE_TEXT)
# One plays these here; the others are taken along.
PLAYABLE = (FormKind.MP3, FormKind.MP3_LIGHT)

# The voices that a network or a service may take away for a while, and that are sent the text.
ONLINE_VOICES = frozenset({"gtts"})

# Per cent of the usual pace.
SPEEDS = tuple(speed for speed in (50, 75, 100, 125, 150, 200, 250, 300) if speed <= FASTEST * 100)
USUAL_SPEED = 100
# How much of a comparison a form tells; "" is its changes.
COMPARISONS_TOLD = ("", *(marking for marking in Marking if marking is not Marking.CHANGES))
USUAL_GRADE = 1
# Names of braille's presets: a page of paper, or the line of a display.
PAPER = "page"
LAYOUTS = tuple(PRESETS)
_SCREEN = "display-40"
# Cells in a line, the widest first.
LINE_WIDTHS = tuple(sorted({size.width for size in PRESETS.values()}, reverse=True))


@dataclass(frozen=True)
class Variant:
    """Which one of a kind: voice and speed (per cent) of a sound, grade and layout of braille.

    `told` is how much of a comparison is told, in any kind: one of `COMPARISONS_TOLD`.
    """

    voice: str = ""
    speed: int = 0
    grade: int = 0
    layout: str = ""
    told: str = ""


def usual_variant(kind: FormKind, voice: str) -> Variant:
    """The variant that is made by itself, with the voice that the service speaks with."""
    if kind in SOUNDS:
        return Variant(voice=voice, speed=USUAL_SPEED)
    if kind in BRAILLE:
        return Variant(grade=USUAL_GRADE, layout=usual_layout(kind))
    return Variant()


def usual_layout(kind: FormKind) -> str:
    """Paper for what an embosser prints; lines of 40 cells for text that is read on a screen."""
    return _SCREEN if kind is FormKind.BRAILLE_TEXT else PAPER


def is_offered(kind: FormKind, variant: Variant, compared: bool = False) -> bool:
    """Whether a variant may be asked for; whether its voice can speak here is another question.

    `compared` says that it is a form of a comparison of two versions.
    """
    if variant.told not in (COMPARISONS_TOLD if compared else ("",)):
        return False
    if kind in SOUNDS:
        return variant.voice in NAMES and variant.speed in SPEEDS and not variant.layout
    if kind in BRAILLE:
        known = variant.grade in GRADES and variant.layout in layouts_of(kind)
        return known and not variant.voice
    return variant == Variant(told=variant.told)


def layouts_of(kind: FormKind) -> tuple[str, ...]:
    """The layouts that a kind of braille is made in: a PEF has pages, text on a screen has none."""
    if kind is FormKind.PEF:
        return tuple(layout for layout in LAYOUTS if PRESETS[layout].height)
    if kind is FormKind.BRAILLE_TEXT:
        return tuple(layout for layout in LAYOUTS if not PRESETS[layout].height)
    return LAYOUTS


def layout_for(kind: FormKind, cells: int) -> str:
    """The layout of a kind of braille in lines of so many cells, paper before a display; "" where
    there is none."""
    fitting = (layout for layout in layouts_of(kind) if PRESETS[layout].width == cells)
    return next(fitting, "")
