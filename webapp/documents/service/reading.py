"""Opening a document: its versions, its pages, its anchors."""

import json
import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from thai_text.outline import Document as Outline
from thai_text.outline.anchors import number_key
from webapp.documents.models import Document, DocumentPart, DocumentVersion
from webapp.documents.rules import Part, Unit
from webapp.extensions import db
from webapp.shared.errors import NotFound

# No database id is longer; Python refuses to read a number of thousands of digits at all.
_PUBLIC_ID = re.compile(r"d-([0-9]{1,10})")
# The largest number that the database's columns hold; some databases refuse to look for more.
_LARGEST = 2**31 - 1


class DocumentNotFound(NotFound):
    """There is no such document, version, part or section, or it has been withdrawn."""


def get_document(public_id: str) -> Document:
    """The document of an address's id ("d-12"). Raises `DocumentNotFound`."""
    return document_by_id(_number_of(public_id))


def _number_of(public_id: str) -> int:
    named = _PUBLIC_ID.fullmatch(public_id)
    if named is None:
        raise DocumentNotFound(public_id[:40])
    return int(named[1])


def document_by_id(document_id: int) -> Document:
    """The document with this database id. Raises `DocumentNotFound`, also where withdrawn."""
    document = kept_document_by_id(document_id)
    if document.withdrawn_at is not None:
        raise DocumentNotFound(str(document_id))
    return document


def get_kept_document(public_id: str) -> Document:
    """The document of an address's id, for officers: also a withdrawn one.

    Raises `DocumentNotFound`.
    """
    return kept_document_by_id(_number_of(public_id))


def kept_document_by_id(document_id: int) -> Document:
    """The document with this database id, also a withdrawn one. Raises `DocumentNotFound`."""
    document = db.session.get(Document, document_id) if document_id <= _LARGEST else None
    if document is None:
        raise DocumentNotFound(str(document_id))
    return document


def newest_version(document: Document) -> DocumentVersion | None:
    """The last version of a document; None before its first one is kept."""
    return db.session.scalar(
        select(DocumentVersion)
        .where(DocumentVersion.document_id == document.id)
        .order_by(DocumentVersion.number.desc())
        .limit(1)
    )


def get_version(document: Document, number: int | None = None) -> DocumentVersion:
    """A version by its number, the newest where none is given. Raises `DocumentNotFound`."""
    version = None
    if number is None:
        version = newest_version(document)
    elif number <= _LARGEST:
        version = db.session.scalar(
            select(DocumentVersion).where(
                DocumentVersion.document_id == document.id, DocumentVersion.number == number
            )
        )
    if version is None:
        raise DocumentNotFound(f"{document.public_id} has no such version")
    return version


def version_by_id(version_id: int) -> DocumentVersion:
    """The version with this database id. Raises `DocumentNotFound`."""
    version = db.session.get(DocumentVersion, version_id)
    if version is None:
        raise DocumentNotFound(str(version_id))
    return version


def outline_of(version: DocumentVersion) -> Outline:
    """The whole tree of a version; every form is made from it."""
    return version.outline


def get_part(version: DocumentVersion, number: int) -> tuple[DocumentPart, Part]:
    """One page of a version, from 1, and its units. Raises `DocumentNotFound`."""
    row = None
    if number <= _LARGEST:
        row = db.session.scalar(
            select(DocumentPart).where(
                DocumentPart.version_id == version.id, DocumentPart.number == number
            )
        )
    if row is None:
        raise DocumentNotFound("no such part")
    return row, Part(tuple(_units(row)))


def _units(row: DocumentPart) -> Iterator[Unit]:
    pairs: list[list[Any]] = json.loads(row.units)
    blocks = Outline.from_json({"v": 1, "title": "", "lang": "", "blocks": [p[1] for p in pairs]})
    for (depth, _data), block in zip(pairs, blocks.blocks, strict=True):
        yield Unit(depth, block)


def all_units(version: DocumentVersion) -> list[Unit]:
    """Every unit of a version, for the page that shows the whole text."""
    rows = db.session.scalars(
        select(DocumentPart)
        .where(DocumentPart.version_id == version.id)
        .order_by(DocumentPart.number)
    )
    return [unit for row in rows for unit in _units(row)]


def part_labels(version: DocumentVersion) -> list[str]:
    """What each page of a version is called, in order."""
    return list(
        db.session.scalars(
            select(DocumentPart.label)
            .where(DocumentPart.version_id == version.id)
            .order_by(DocumentPart.number)
        )
    )


def find_anchor(version: DocumentVersion, anchor: str) -> tuple[int, str]:
    """The part that holds an anchor, and the anchor. Raises `DocumentNotFound`.

    A paragraph's or item's anchor ("s133-p2") is found through its section.
    """
    places = {entry[0]: entry[5] for entry in version.contents}
    section = anchor
    while section not in places:
        section, dash, _rest = section.rpartition("-")
        if not dash:
            raise DocumentNotFound(f"anchor {anchor}")
    return places[section], anchor


def section_anchor(number: str) -> str:
    """The anchor of a section asked for by number: "๑๓๓" gives "s133", "มาตรา 12/1" "s12-1"."""
    return f"s{number_key(number)}"
