"""What DAISY 2.02 asks of a book, read from the standard and looked for in a ZIP of one.

Source: DAISY 2.02 Specification (DAISY Consortium, 2001): 2.1 NCC, 2.2 text, 2.3 SMIL, 2.4 master.
"""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from mutagen.mp3 import MP3

XHTML = "{http://www.w3.org/1999/xhtml}"
REQUIRED = (
    "dc:creator", "dc:date", "dc:format", "dc:identifier", "dc:language", "dc:publisher", "dc:title",
    "ncc:charset", "ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial", "ncc:tocItems",
    "ncc:totalTime",
)  # fmt: skip
_HEADINGS = tuple(f"{XHTML}h{level}" for level in range(1, 7))
_CLOCK = re.compile(r"(\d{2,}):([0-5]\d):([0-5]\d(?:\.\d{1,3})?)")
_NPT = re.compile(r"npt=(\d+\.\d{3})s")
_SECONDS_OFF = 0.05
# Debian's w3c-sgml-lib, where it is installed.
_XHTML_DTD = Path("/usr/share/xml/w3c-sgml-lib/schema/dtd/REC-xhtml1-20020801/xhtml1-strict.dtd")
_PARSER = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)


@dataclass
class _Par:
    text: str
    text_id: str
    sound: str
    begin: float
    end: float


class _Book:
    """The files of a book and what is wrong with them."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as packed:
            self.files = {name: packed.read(name) for name in packed.namelist()}
        self.findings: list[str] = []
        self.trees = {
            name: etree.fromstring(data, _PARSER)
            for name, data in self.files.items()
            if name.endswith((".html", ".smil"))
        }

    def expect(self, is_so: bool, finding: str) -> None:
        if not is_so:
            self.findings.append(finding)

    def meta(self, name: str) -> dict[str, str]:
        nodes = [node for node in self.trees[name].iter("meta", f"{XHTML}meta") if node.get("name")]
        return {node.get("name"): node.get("content") for node in nodes}

    def ids(self, name: str) -> dict[str, etree._Element]:
        return {node.get("id"): node for node in self.trees[name].iter() if node.get("id")}


def findings(path: Path) -> list[str]:
    """Return what is wrong with the DAISY 2.02 book in the ZIP at `path`, in sentences."""
    book = _Book(path)
    if "ncc.html" not in book.files:
        return ["There is no ncc.html at the top of the book."]
    _doctypes(book)
    _valid_xhtml(book)
    _unique_ids(book)
    order = _navigation(book)
    pars = {name: _times(book, name) for name in order}
    _master(book, order)
    _metadata(book, order)
    _text_in_step(book, [par for name in order for par in pars[name]])
    _all_sound_is_heard(book, [par for name in order for par in pars[name]])
    return book.findings


def _doctypes(book: _Book) -> None:
    for name, data in book.files.items():
        if name.endswith(".smil"):
            book.expect(b'"-//W3C//DTD SMIL 1.0//EN"' in data, f"{name} is not SMIL 1.0.")
        if name.endswith(".html"):
            book.expect(b'"-//W3C//DTD XHTML 1.0' in data, f"{name} is not XHTML 1.0.")
            root = book.trees[name]
            book.expect(bool(root.get("lang")), f"{name} does not say its language.")
            book.expect(bool(root.findtext(f".//{XHTML}title")), f"{name} has no title.")


def _valid_xhtml(book: _Book) -> None:
    if not _XHTML_DTD.exists():
        return
    with _XHTML_DTD.open("rb") as file:
        dtd = etree.DTD(file)
    for name, tree in book.trees.items():
        if name.endswith(".html") and not dtd.validate(tree):
            book.findings.append(f"{name}: {dtd.error_log.filter_from_errors()[0].message}")


def _unique_ids(book: _Book) -> None:
    for name, tree in book.trees.items():
        ids = [node.get("id") for node in tree.iter() if node.get("id")]
        book.expect(len(ids) == len(set(ids)), f"{name} has the same id twice.")


def _navigation(book: _Book) -> list[str]:
    """The headings of the NCC; returns its SMIL files in order."""
    body = book.trees["ncc.html"].find(f"{XHTML}body")
    order: list[str] = []
    last = 0
    for place, node in enumerate(body):
        book.expect(node.tag in _HEADINGS, f"The NCC holds {node.tag}, which is no heading.")
        level = int(node.tag[-1])
        book.expect(level <= last + 1, f"The NCC's heading {node.get('id')} skips a level.")
        last = level
        if place == 0:
            title = level == 1 and node.get("class") == "title"
            book.expect(title, "The NCC's first heading is not an h1 of class title.")
        links = node.findall(f"{XHTML}a")
        book.expect(len(links) == 1, f"The NCC's heading {node.get('id')} has not one link.")
        if not links:
            continue
        book.expect(
            bool("".join(links[0].itertext()).strip()), "A heading of the NCC has no words."
        )
        name, _, anchor = links[0].get("href").partition("#")
        target = book.ids(name).get(anchor) if name in book.trees else None
        at = target is not None and target.tag in ("par", "text")
        book.expect(at, f"The NCC leads to {name}#{anchor}, which is no place in the times.")
        if name in book.trees and name not in order:
            order.append(name)
    smils = {name for name in book.trees if name.endswith(".smil")} - {"master.smil"}
    book.expect(set(order) == smils, "The NCC does not lead to every SMIL file.")
    return order


def _times(book: _Book, name: str) -> list[_Par]:
    pars = []
    for node in book.trees[name].iter("par"):
        text, sounds = node.find("text"), list(node.iter("audio"))
        if text is None or len(sounds) != 1:
            book.findings.append(f"{name}: a par has not one text and one sound.")
            continue
        target = posixpath.normpath(text.get("src"))
        page, _, anchor = target.partition("#")
        there = page in book.trees and anchor in book.ids(page)
        book.expect(there, f"{name} leads to {target}, which is not in the book.")
        begin, end = (_NPT.fullmatch(sounds[0].get(key)) for key in ("clip-begin", "clip-end"))
        if not (begin and end and float(begin[1]) < float(end[1])):
            book.findings.append(f"{name}: the times of {anchor} are none.")
            continue
        sound = sounds[0].get("src")
        book.expect(sound in book.files, f"{name} plays {sound}, which is not in the book.")
        pars.append(_Par(target, text.get("id"), sound, float(begin[1]), float(end[1])))
    whole = sum(par.end - par.begin for par in pars)
    book.expect(bool(pars), f"{name} plays nothing.")
    duration = book.trees[name].find("body/seq").get("dur", "")
    book.expect(
        duration.endswith("s") and abs(float(duration[:-1]) - whole) < _SECONDS_OFF,
        f"{name} says that it lasts {duration}, its parts {whole:.3f}s.",
    )
    return pars


def _clock(text: str) -> float:
    found = _CLOCK.fullmatch(text or "")
    if not found:
        return -1.0
    return int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3])


def _master(book: _Book, order: list[str]) -> None:
    references = list(book.trees["master.smil"].iter("ref"))
    listed = [node.get("src") for node in references]
    book.expect(listed == order, "master.smil does not list the SMIL files in reading order.")
    book.expect(all(node.get("title") for node in references), "master.smil has no titles.")
    elapsed = 0.0
    for name in order:
        meta = book.meta(name)
        for key in ("dc:format", "dc:identifier", "title", "ncc:generator"):
            book.expect(bool(meta.get(key)), f"{name} has no {key}.")
        said = _clock(meta.get("ncc:totalElapsedTime", ""))
        right = abs(said - elapsed) < _SECONDS_OFF * len(order)
        book.expect(right, f"{name} begins at {elapsed:.3f}s but says {said:.3f}s.")
        elapsed += _clock(meta.get("ncc:timeInThisSmil", ""))
    total = _clock(book.meta("master.smil").get("ncc:timeInThisSmil", ""))
    book.expect(
        abs(total - elapsed) < _SECONDS_OFF * len(order), "master.smil's time is not the sum."
    )
    said = _clock(book.meta("ncc.html").get("ncc:totalTime", ""))
    book.expect(abs(said - elapsed) <= 1, f"The NCC says {said}s, the parts last {elapsed:.1f}s.")


def _metadata(book: _Book, order: list[str]) -> None:
    meta = book.meta("ncc.html")
    for name in REQUIRED:
        book.expect(bool(meta.get(name)), f"The NCC has no {name}.")
    headings = list(book.trees["ncc.html"].find(f"{XHTML}body"))
    facts = {
        "dc:format": "Daisy 2.02",
        "ncc:multimediaType": "audioFullText",
        "ncc:tocItems": str(len(headings)),
        "ncc:depth": str(max(int(node.tag[-1]) for node in headings)),
        "ncc:files": str(len(book.files)),
        "ncc:pageNormal": "0",
    }
    for name, fact in facts.items():
        book.expect(meta.get(name) == fact, f"{name} is {meta.get(name)!r}, not {fact!r}.")
    kilobytes = sum(map(len, book.files.values())) / 1024
    close = abs(float(meta.get("ncc:kByteSize", "-1")) - kilobytes) < 0.02 * kilobytes + 8
    book.expect(close, "ncc:kByteSize is not the size of the files.")
    same = {book.meta(name).get("dc:identifier") for name in ("ncc.html", "master.smil", *order)}
    book.expect(len(same) == 1, "The files do not carry the same identifier.")


def _text_in_step(book: _Book, pars: list[_Par]) -> None:
    """Every sentence is in the times once, in the order in which it stands in the text."""
    pages = sorted(name for name in book.trees if name.startswith("text"))
    places = {}
    sentences = []
    for page in pages:
        for node in book.trees[page].iter():
            if not node.get("id"):
                continue
            places[f"{page}#{node.get('id')}"] = len(places)
            if node.get("class") == "sentence":
                sentences.append(f"{page}#{node.get('id')}")
    said = [par.text for par in pars]
    book.expect(len(said) == len(set(said)), "A sentence is said twice.")
    missing = set(sentences) - set(said)
    book.expect(not missing, f"Not said: {sorted(missing)[:3]}")
    at = [places.get(target, -1) for target in said]
    book.expect(at == sorted(at), "The times are not in the order of the text.")


def _all_sound_is_heard(book: _Book, pars: list[_Par]) -> None:
    """The clips of each sound follow each other from its beginning to its end."""
    heard: dict[str, list[_Par]] = {}
    for par in pars:
        heard.setdefault(par.sound, []).append(par)
    sounds = {name for name in book.files if name.endswith(".mp3")}
    book.expect(set(heard) == sounds, "A sound of the book is never played.")
    for name, clips in heard.items():
        begins, ends = [par.begin for par in clips], [par.end for par in clips]
        book.expect(begins == [0.0, *ends[:-1]], f"The clips of {name} leave gaps.")
        length = MP3(io.BytesIO(book.files[name])).info.length
        book.expect(abs(ends[-1] - length) < _SECONDS_OFF, f"{name} lasts {length:.2f}s.")
