"""What is wrong with a form of a document to hear, in sentences: MP3, ZIP, EPUB's overlays."""

import io
import re
import zipfile
from pathlib import Path

from lxml import etree
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from audio.book import Book
from audio.mp3 import LIGHT_KILOBITS
from audio.script import passages
from thai_text.outline import Document

_SECONDS_OFF = 0.2
_NOT_FOR_WINDOWS = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$')
_XHTML = "{http://www.w3.org/1999/xhtml}"
_SMIL = "{http://www.w3.org/ns/SMIL}"


def said_findings(document: Document, book: Book) -> list[str]:
    """Every sentence of every line is said once, in order, and nothing else is."""
    lines = [line for passage in passages(document) for line in passage.lines]
    printed = [(line.block, line.row, word) for line in lines for word in line.text.split()]
    said = [
        (one.block, one.row, word)
        for track in book.tracks
        for one in track.said
        for word in one.text.split()
    ]
    # A line without a letter (a row of stars, an empty cell's dash) has no sound.
    silent = [word for word in printed if not re.search(r"\w", word[2])]
    kept, heard = ([one for one in words if one not in silent] for words in (printed, said))
    if kept == heard:
        return []
    pairs = zip(kept, heard, strict=False)
    at = next((place for place, (one, other) in enumerate(pairs) if one != other), -1)
    return [f"What is said is not what stands in print, from {kept[at : at + 3]} on."]


def mp3_findings(path: Path, book: Book, document: Document, *, light: bool) -> list[str]:
    """An MP3 of the book's length with its title and chapters; a light one of 24 kb/s at most."""
    info, tags = MP3(path).info, ID3(path)
    findings = []
    if abs(info.length - book.duration_seconds) > _SECONDS_OFF:
        findings.append(f"{path.name} lasts {info.length:.1f}s, not {book.duration_seconds:.1f}s.")
    if info.channels != 1 or (light and info.bitrate > LIGHT_KILOBITS * 1005):
        findings.append(f"{path.name} has {info.channels} channels and {info.bitrate} b/s.")
    if tags.version != (2, 3, 0) or tags["TIT2"].text != [document.title]:
        findings.append(f"{path.name} has not its title in ID3v2.3.")
    starts = sorted(frame.start_time for frame in tags.getall("CHAP"))
    if starts != [round(chapter.start * 1000) for chapter in book.chapters]:
        findings.append(f"{path.name} has not its chapters.")
    return findings


def zip_findings(path: Path, book: Book, *, light: bool) -> list[str]:
    """One MP3 a section, in order, with names that Windows takes; light ones of 24 kb/s at most."""
    findings = []
    length = 0.0
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        for name in names:
            if any(_NOT_FOR_WINDOWS.search(part) for part in name.split("/")) or len(name) > 200:
                findings.append(f"Windows does not take {name!r}.")
            info = MP3(io.BytesIO(packed.read(name))).info
            length += info.length
            if info.channels != 1 or (light and info.bitrate > LIGHT_KILOBITS * 1005):
                findings.append(f"{name} has {info.channels} channels and {info.bitrate} b/s.")
    if names != sorted(names) or len(set(names)) != len(book.chapters):
        findings.append("The ZIP does not hold one MP3 a section in order.")
    if abs(length - book.duration_seconds) > _SECONDS_OFF:
        findings.append(f"The ZIP plays {length:.1f}s, not {book.duration_seconds:.1f}s.")
    return findings


def overlay_findings(path: Path) -> list[str]:
    """In an EPUB every sentence is said once, in order, and all sound is heard."""
    with zipfile.ZipFile(path) as packed:
        names = sorted(packed.namelist())
        pages = [name for name in names if re.fullmatch(r"EPUB/text\d+\.xhtml", name)]
        printed = [one for page in pages for one in _sentences(page, packed.read(page))]
        overlays = [packed.read(name) for name in names if name.endswith(".smil")]
    pars = [par for one in overlays for par in etree.fromstring(one).iter(f"{_SMIL}par")]
    said = [par.find(f"{_SMIL}text").get("src") for par in pars]
    clips: dict[str, list[tuple[str, str]]] = {}
    for par in pars:
        sound = par.find(f"{_SMIL}audio")
        clips.setdefault(sound.get("src"), []).append(
            (sound.get("clipBegin"), sound.get("clipEnd"))
        )
    findings = []
    wanted = set(printed)
    if [one for one in said if one in wanted] != printed or len(set(said)) != len(said):
        findings.append("The EPUB does not say every sentence once and in order.")
    if {f"EPUB/{name}" for name in clips} != {name for name in names if name.endswith(".mp3")}:
        findings.append("The EPUB has sound that it does not play.")
    for name, times in clips.items():
        begins, ends = zip(*times, strict=True)
        if list(begins) != ["0.000s", *ends[:-1]]:
            findings.append(f"The EPUB's clips of {name} leave gaps.")
    return findings


def _sentences(page: str, markup: bytes) -> list[str]:
    """The addresses of a page's sentences and table rows with sound."""
    name = page.removeprefix("EPUB/")
    nodes = etree.fromstring(markup).iter(f"{_XHTML}span", f"{_XHTML}tr")
    return [f"{name}#{node.get('id')}" for node in nodes if node.get("id")]
