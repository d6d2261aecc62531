"""What the words of a search name outright: it goes first."""

from collections.abc import Iterator

from search_index.finding import find
from search_index.query import parse
from thai_text.gazette import GazettePlace, place_in
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.search.index import current_index
from webapp.search.models import SearchWord
from webapp.search.rules import direct as rules
from webapp.search.service.kept import entries_by_id
from webapp.search.service.synonyms import widened

# More of one name are a list, not a hit.
_MOST = 3
# So many laws of one part of the Royal Gazette: a page of them.
_MOST_OF_A_PART = 10
# How many laws of that name are looked through for the section.
_MOST_LAWS = 5


def direct_ids(typed: str) -> list[str]:
    """The ids of the entries that a search names: a record by its id, a section, a place in the
    gazette with all that is printed there, a bill by one of its names. They may not be kept.
    Raises `IndexUnusable`."""
    record = rules.record_named(typed)
    if record:
        return [record]
    section = rules.section_named(typed)
    if section:
        return list(_section_ids(section))[:1]
    place = place_in(typed)
    if place:
        return _printed_in(place)[:_MOST_OF_A_PART]
    return [bill.public_id for bill in bills.bills_named(typed)[:_MOST]]


def is_receipt(typed: str) -> bool:
    """Whether a search is a receipt code, and no word in capitals that texts here hold."""
    return rules.is_receipt(typed) and db.session.get(SearchWord, typed.strip().lower()) is None


def _printed_in(place: GazettePlace) -> list[str]:
    found = [bill.public_id for bill in bills.bills_in_gazette(place)]
    return found + [document.public_id for document in documents.documents_in_gazette(place)]


def _section_ids(named: rules.SectionNamed) -> Iterator[str]:
    anchor = documents.section_anchor(named.number)
    wanted = [f"{law}/{anchor}" for law in _laws(named.law)]
    kept = entries_by_id(wanted)
    yield from (one for one in wanted if one in kept)


def _laws(words: str) -> list[str]:
    if not words:
        wanted = documents.Filter(kind=documents.DocumentKind.CONSTITUTION)
        found, _total = documents.list_documents(wanted, 1, _MOST_LAWS)
        return [document.public_id for document in found]
    filters = {"kind": "document"}
    query = widened(parse(words))
    laws = find(current_index().opened(), query, entries_by_id, filters, 1, _MOST_LAWS)
    return [entry.id for entry in laws.entries]
