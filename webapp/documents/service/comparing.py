"""Two versions held against each other: which can be, what differs, how it is told aloud."""

import re
from functools import lru_cache
from itertools import pairwise

from sqlalchemy import select

from thai_text.compare import Comparison, Marking, compare, comparison_document
from thai_text.outline import Document as Outline
from webapp.documents.models import Document, DocumentBill, DocumentVersion
from webapp.documents.service.reading import (
    DocumentNotFound,
    get_document,
    get_version,
    newest_version,
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
# What stands in an address for the text held against: "2", "d-7", "d-7-v2".
_OTHER = re.compile(r"(d-[0-9]{1,10})(?:-v([0-9]{1,9}))?|([0-9]{1,9})")
Pair = tuple[DocumentVersion, DocumentVersion]


class SameVersion(DocumentNotFound):
    """A version was to be compared with itself."""


def list_versions(document: Document) -> list[DocumentVersion]:
    """Every version of a document, the newest first."""
    found = db.session.scalars(
        select(DocumentVersion)
        .where(DocumentVersion.document_id == document.id)
        .order_by(DocumentVersion.number.desc())
    )
    return list(found)


def versions_to_compare(document: Document, number: int | None, other: str) -> Pair:
    """The older and the newer of two versions named in an address.

    `number` is the version of `document`, None for its newest; `other` is as `version_named`
    takes it. Raises `DocumentNotFound`, where both are the same version its child `SameVersion`.
    """
    return in_order(get_version(document, number), version_named(document, other))


def version_named(document: Document, name: str) -> DocumentVersion:
    """The version that an address names beside `document`.

    `name` is the number of a version of it ("1"), the id of another document ("d-7"), whose newest
    version is meant, or both ("d-7-v2"). Raises `DocumentNotFound`.
    """
    named = _OTHER.fullmatch(name)
    if named is None:
        raise DocumentNotFound(name)
    public_id, of_it, number = named.groups()
    if number:
        return get_version(document, int(number))
    return get_version(get_document(public_id), int(of_it) if of_it else None)


def name_beside(version: DocumentVersion, document: Document) -> str:
    """What `version_named` takes for a version beside `document`."""
    if version.document_id == document.id:
        return str(version.number)
    return f"{version.document.public_id}-v{version.number}"


def in_order(one: DocumentVersion, two: DocumentVersion) -> Pair:
    """Two versions, the older first. Raises `SameVersion`."""
    if one.id == two.id:
        raise SameVersion(f"{one.document.public_id} version {one.number} with itself")
    older, newer = sorted((one, two), key=_age)
    return older, newer


def versions_to_choose(document: Document) -> list[DocumentVersion]:
    """Every version of a document and of the other texts of its bills, the older first."""
    found = list_versions(document)
    if not document.written_for_service:
        bills = select(DocumentBill.bill_id).where(DocumentBill.document_id == document.id)
        texts = select(DocumentBill.document_id).where(DocumentBill.bill_id.in_(bills))
        found += db.session.scalars(
            select(DocumentVersion)
            .join(Document)
            .where(
                Document.id.in_(texts),
                Document.id != document.id,
                Document.lang == document.lang,
                Document.withdrawn_at.is_(None),
                Document.written_for_service.is_(False),
            )
        )
    return sorted(found, key=_age)


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
    return [pair for texts in _texts_by_language(found) for pair in pairwise(texts)]


def first_with_last(found: list[Document]) -> list[Pair]:
    """The first text of a bill and its last, the older first, in each language that has both.

    A bill of two texts has none: its one pair of neighbours is the first with the last. Where a
    bill has one text, the versions of that are meant.
    """
    pairs = []
    for texts in _texts_by_language(found):
        last = newest_version(texts[-1])
        first = newest_version(texts[0]) if len(texts) > 2 else None
        if len(texts) == 1 and last is not None and last.number > 1:
            first = list_versions(texts[0])[-1]
        if first is not None and last is not None:
            pairs.append((first, last))
    return pairs


def _texts_by_language(found: list[Document]) -> list[list[Document]]:
    """The texts of a bill without what explains it, those of one language together, by age."""
    texts = [document for document in found if not document.written_for_service]
    texts.sort(key=lambda document: (str(document.dated or "9999"), document.id))
    languages = dict.fromkeys(document.lang for document in texts)
    return [[text for text in texts if text.lang == lang] for lang in languages]


def comparison_outline(
    version: DocumentVersion, other: DocumentVersion, marking: Marking = Marking.CHANGES
) -> Outline:
    """The comparison of `version` with the older `other` as a text, from which forms are made."""
    return comparison_document(comparison_of(version, other), marking)
