"""What the words of a search name outright: it goes first."""

from collections.abc import Sequence

from search_index.entry import Entry
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
_MOST_LAWS = 10


def direct_ids(typed: str) -> list[str]:
    """The ids of the entries that a search names: a record by its id, a section, a place in the
    gazette with all that is printed there, a bill by one of its names. They may not be kept.
    Raises `IndexUnusable`."""
    record = rules.record_named(typed)
    if record:
        return [record]
    section = rules.section_named(typed)
    if section:
        return _section_ids(section)
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


def _section_ids(named: rules.SectionNamed) -> list[str]:
    """The section of the law that has this name, else of each law that may be meant."""
    anchor = documents.section_anchor(named.number)
    if not named.law:
        return _kept_of([f"{law}/{anchor}" for law in _constitutions()])[:1]
    laws = _laws(named.law)
    meant = rules.bare_name(named.law)
    exact = [law.id for law in laws if meant in map(rules.bare_name, (law.title, law.short))]
    so_named = _kept_of([f"{law}/{anchor}" for law in exact])
    return so_named[:1] or _kept_of([f"{law.id}/{anchor}" for law in laws])[:_MOST]


def _kept_of(ids: list[str]) -> list[str]:
    kept = entries_by_id(ids)
    return [one for one in ids if one in kept]


def _constitutions() -> list[str]:
    wanted = documents.Filter(kind=documents.DocumentKind.CONSTITUTION)
    found, _total = documents.list_documents(wanted, 1, _MOST_LAWS)
    return [document.public_id for document in found]


def _laws(words: str) -> Sequence[Entry]:
    filters = {"kind": "document"}
    query = widened(parse(words))
    return find(current_index().opened(), query, entries_by_id, filters, 1, _MOST_LAWS).entries
