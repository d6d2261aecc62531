"""Two versions held against each other: which can be, what differs, how it is told aloud."""

from functools import lru_cache
from itertools import pairwise

from sqlalchemy import select

from thai_text.compare import Comparison, Marking, compare, comparison_document
from thai_text.outline import Document as Outline
from webapp.documents.models import Document, DocumentVersion
from webapp.documents.service.reading import (
    DocumentNotFound,
    get_document,
    get_version,
    version_by_id,
)
from webapp.extensions import db

# A version never changes, so neither does what differs between two. A comparison of the longest
# law takes some 20 MB.
_REMEMBERED = 4
_NAMES = {
    "th": ("ฉบับที่ {number}", "{title} ฉบับที่ {number}"),
    "en": ("version {number}", "{title}, version {number}"),
}


def list_versions(document: Document) -> list[DocumentVersion]:
    """Every version of a document, the newest first."""
    found = db.session.scalars(
        select(DocumentVersion)
        .where(DocumentVersion.document_id == document.id)
        .order_by(DocumentVersion.number.desc())
    )
    return list(found)


def versions_to_compare(
    document: Document, number: int | None, other: str
) -> tuple[DocumentVersion, DocumentVersion]:
    """The older and the newer of two versions named in an address.

    `number` is the version of `document`, None for its newest; `other` the number of another
    version of it ("1") or the id of another document ("d-7"), whose newest version is meant.
    Raises `DocumentNotFound`, also where both are the same version.
    """
    version = get_version(document, number)
    if other.isascii() and other.isdigit() and len(other) < 7:
        second = get_version(document, int(other))
    else:
        second = get_version(get_document(other))
    if second.id == version.id:
        raise DocumentNotFound(f"{document.public_id} compared with itself")
    older, newer = sorted((version, second), key=_age)
    return older, newer


def _age(version: DocumentVersion) -> tuple[str, int, int]:
    """What came first: the dated before the undated, then the order in which they were kept."""
    dated = version.document.dated
    return (dated.isoformat() if dated else "9999"), version.document_id, version.number


def comparison_of(version: DocumentVersion, other: DocumentVersion) -> Comparison:
    """What differs from `other`, the older one, to `version`."""
    hashes = (other.content_hash, version.content_hash)
    names = (_name(other, version), _name(version, other))
    return _comparison(other.id, version.id, hashes, names)


@lru_cache(maxsize=_REMEMBERED)
def _comparison(
    old_id: int, new_id: int, _hashes: tuple[str, str], names: tuple[str, str]
) -> Comparison:
    old, new = version_by_id(old_id), version_by_id(new_id)
    return compare(old.outline, new.outline, *names)


def _name(version: DocumentVersion, beside: DocumentVersion) -> str:
    """What a version is called beside another: by its number, with its title where they differ."""
    short, long = _NAMES["en" if version.document.lang == "en" else "th"]
    same_document = version.document_id == beside.document_id
    return (short if same_document else long).format(
        number=version.number, title=version.document.title
    )


def comparable_pairs(found: list[Document]) -> list[tuple[Document, Document]]:
    """Texts of one bill that can be held against each other, the older first.

    What was written to explain a bill is no text of it. Each is offered with the one before it.
    """
    texts = [document for document in found if not document.written_for_service]
    texts.sort(key=lambda document: (str(document.dated or "9999"), document.id))
    return [pair for pair in pairwise(texts) if pair[0].lang == pair[1].lang]


def comparison_outline(
    version: DocumentVersion, other: DocumentVersion, marking: Marking = Marking.CHANGES
) -> Outline:
    """The comparison of `version` with the older `other` as a text, from which forms are made."""
    return comparison_document(comparison_of(version, other), marking)
