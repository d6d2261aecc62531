"""Documents and their sections, with the forms that they can be had in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from search_index.entry import CAME, Entry
from webapp.documents import service as documents
from webapp.listening import service as listening
from webapp.search.rules.documents import RULES, document_entries
from webapp.search.rules.versions import moment
from webapp.search.service import Source
from webapp.search.sources.people import committee_names


def sources() -> Iterator[Source]:
    """Every document that is shown."""
    committees = committee_names()
    for document in documents.iter_published():
        yield document_source(document, committees)


def document_source(document: documents.Document, committees: Mapping[str, str]) -> Source:
    """One document. Its version tells of all that its entries are made from."""
    version = documents.get_version(document)
    facets = _facets(document, version, committees)
    published = moment(version.made_at)
    told = (
        f"{RULES}:{version.content_hash}:{document.title}:{document.dated}:{published}:"
        f"{sorted(facets.items())}"
    )

    def make() -> Iterable[Entry]:
        return document_entries(
            document.public_id,
            document.title,
            document.lang,
            facets,
            document.dated.isoformat() if document.dated else None,
            (unit.block for unit in documents.all_units(version)),
            published,
        )

    return Source(document.public_id, told, make)


def _facets(
    document: documents.Document,
    version: documents.DocumentVersion,
    committees: Mapping[str, str],
) -> dict[str, str | Sequence[str]]:
    facets: dict[str, str | Sequence[str]] = {
        "document_kind": str(document.kind),
        "form": tuple(listening.forms_to_be_had(document, version)),
        "committee": tuple(
            public_id for name, public_id in committees.items() if name in document.title
        ),
        CAME: f"{documents.came_on(version):%Y-%m}",
    }
    if document.year_be:
        facets["year"] = str(document.year_be)
    return facets
