"""Word and OpenDocument texts: the parts that tell of author and program go, names of those who
commented or changed are emptied, and the pictures inside are stripped as pictures are."""

import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from webapp.shared.uploads.stripping import jpeg, pictures
from webapp.shared.uploads.stripping.refusal import NotStripped

# Bytes of all parts together when unpacked: a document of a citizen has far fewer.
_MOST = 100 * 1000 * 1000
# The first moment that an archive can name.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_BROKEN = (zipfile.BadZipFile, etree.LxmlError, ValueError, NotImplementedError, OSError)
_PICTURES: dict[str, Callable[[bytes], bytes]] = {
    "jpg": jpeg.strip,
    "jpeg": jpeg.strip,
    "png": pictures.strip_png,
    "webp": pictures.strip_webp,
    "tif": pictures.strip_tiff,
    "tiff": pictures.strip_tiff,
}
# Drawings hold no more than what is drawn.
_PLAIN = ("xml", "rels", "odttf", "ttf", "otf", "rdf", "", "emf", "wmf", "gif", "bin")
_PROPERTIES = re.compile(r"docProps/.*")
_PEOPLE = re.compile(r"word/people\.xml")
_HIDDEN_IN_ODT = re.compile(r"(meta\.xml|Thumbnails/.*|layout-cache|manifest\.rdf)")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TOLD_IN_WORD = frozenset(_WORD + name for name in ("author", "initials", "date"))
_RSID = _WORD + "rsid"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_TOLD_IN_ODT = frozenset(
    (
        "{http://purl.org/dc/elements/1.1/}creator",
        "{http://purl.org/dc/elements/1.1/}date",
        f"{{{_OPEN}meta:1.0}}creator-initials",
        f"{{{_OPEN}text:1.0}}initial-creator",
        f"{{{_OPEN}text:1.0}}author-name",
        f"{{{_OPEN}text:1.0}}author-initials",
    )
)
_EMPTY_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_EMPTY_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_EMPTY_CUSTOM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
_EMPTY_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office='
    b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"/>'
)


def strip_docx(content: bytes) -> bytes:
    """A Word document without author, dates and hidden pictures. Raises `NotStripped`."""
    emptied = {
        "docProps/core.xml": _EMPTY_PROPERTIES,
        "docProps/app.xml": _EMPTY_APP,
        "docProps/custom.xml": _EMPTY_CUSTOM,
    }

    def part(name: str, data: bytes) -> bytes:
        if name in emptied:
            return emptied[name]
        if _PEOPLE.fullmatch(name):
            return _xml(data, lambda root: root.clear())
        if name.startswith("word/") and name.endswith(".xml"):
            return _xml(data, _untold_word)
        # A picture of the first page; its relation may point to an empty one.
        return b"" if _PROPERTIES.fullmatch(name) else _picture(name, data)

    return _rewritten(content, part)


def strip_odt(content: bytes) -> bytes:
    """An OpenDocument text without author, dates and hidden pictures. Raises `NotStripped`."""

    def part(name: str, data: bytes) -> bytes:
        if name == "meta.xml":
            return _EMPTY_META
        if _HIDDEN_IN_ODT.fullmatch(name):
            return b""
        if name in ("content.xml", "styles.xml"):
            return _xml(data, _untold_odt)
        if name.endswith("settings.xml"):
            return _xml(data, _without_printer)
        return data if name in ("mimetype", "META-INF/manifest.xml") else _picture(name, data)

    return _rewritten(content, part)


def _rewritten(content: bytes, part: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with each part made anew, without its times and comments."""
    out = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as archive,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
        ):
            if sum(entry.file_size for entry in archive.infolist()) > _MOST:
                raise NotStripped("a document of too many bytes")
            for entry in archive.infolist():
                plain = zipfile.ZipInfo(entry.filename, _NO_TIME)
                plain.compress_type = entry.compress_type
                made.writestr(plain, part(entry.filename, archive.read(entry)))
    except _BROKEN as broken:
        raise NotStripped("a damaged document") from broken
    except RuntimeError as locked:
        raise NotStripped("a locked document") from locked
    return out.getvalue()


def _picture(name: str, data: bytes) -> bytes:
    """A part that is no text: stripped where it is a picture, refused where we do not know it."""
    ending = name.rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""
    if ending in _PICTURES and data:
        return _PICTURES[ending](data)
    if ending not in _PLAIN:
        raise NotStripped(f"a document with a part of another kind: {ending}")
    return data


def _xml(data: bytes, change: Callable[[etree._Element], object]) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(data, parser)
    change(root)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _untold_word(root: etree._Element) -> None:
    for node in root.iter(etree.Element):
        for name in node.attrib:
            if name in _TOLD_IN_WORD:
                # Who changed a text has to be named by the format; the time need not be.
                node.attrib[name] = "" if not name.endswith("date") else "1980-01-01T00:00:00Z"
            elif name.startswith(_RSID):
                del node.attrib[name]


def _untold_odt(root: etree._Element) -> None:
    for node in root.iter(etree.Element):
        if node.tag in _TOLD_IN_ODT:
            node.text = None


def _without_printer(root: etree._Element) -> None:
    for node in list(root.iter(f"{{{_OPEN}config:1.0}}config-item")):
        if "Printer" in (node.get(f"{{{_OPEN}config:1.0}}name") or ""):
            node.text = None
