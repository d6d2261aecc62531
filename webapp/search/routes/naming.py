"""What kinds of things and the values of filters are called, in the language of the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.listening import service as listening
from webapp.search import service
from webapp.search.routes.asked import Asked
from webapp.shared.errors import NotFound
from webapp.shared.languages import language

MOST_VALUES = 12
FILTER_TITLES = {
    "kind": _l("What it is"),
    "stage": _l("Where a bill stands"),
    "year": _l("Year"),
    "committee": _l("Committee"),
    "form": _l("Form that it can be had in"),
    "bill_kind": _l("Kind of bill"),
    "proposer": _l("Who proposed it"),
    "document_kind": _l("Kind of document"),
}


@dataclass(frozen=True)
class Value:
    """One value of a filter: its words, their language, how many results have it, its address."""

    words: str
    lang: str
    count: int
    address: str


@dataclass(frozen=True)
class Facet:
    """A filter: its name in addresses and in words, the values that are shown, how many there are,
    and the address that shows all of them; "" where it shows them already."""

    name: str
    title: str
    values: list[Value]
    count: int
    all_address: str


@dataclass(frozen=True)
class Chosen:
    """A filter that is on, and the address without it."""

    words: str
    lang: str
    address: str


def value_name(name: str, value: str) -> tuple[str, str]:
    """What a filter's value is called, and the language that this is in."""
    words, lang = _NAMERS[name](value)
    return words, lang


def facet_links(asked: Asked, facets: Mapping[str, Mapping[str, int]], total: int) -> list[Facet]:
    """The filters that are not on and would leave fewer than the `total` that was found: values
    most frequent first, years newest first."""
    return [
        _facet(asked, name, str(title), facets[name])
        for name, title in FILTER_TITLES.items()
        if name not in asked.filters and _narrows(facets.get(name, {}), total)
    ]


def _narrows(counted: Mapping[str, int], total: int) -> bool:
    return len(counted) > 1 or any(count < total for count in counted.values())


def _facet(asked: Asked, name: str, title: str, counted: Mapping[str, int]) -> Facet:
    ordered = sorted(counted.items(), reverse=True) if name == "year" else list(counted.items())
    is_cut = len(ordered) > MOST_VALUES and asked.opened != name
    values = [
        Value(*value_name(name, value), count, asked.with_filter(name, value).path())
        for value, count in (ordered[:MOST_VALUES] if is_cut else ordered)
    ]
    return Facet(name, title, values, len(ordered), asked.path_opened(name) if is_cut else "")


def chosen_filters(asked: Asked) -> list[Chosen]:
    """The filters that are on."""
    return [
        Chosen(*value_name(name, value), asked.without_filter(name).path())
        for name, value in asked.filters.items()
    ]


def _year(value: str) -> tuple[str, str]:
    return _("B.E. %(year)s", year=value), language()


def _committee(value: str) -> tuple[str, str]:
    try:
        committee = bills.get_committee(value)
    except NotFound:
        return value, language()
    if language() == "en" and committee.name_en:
        return committee.name_en, "en"
    return committee.short_name or committee.name, "th"


def _parent(value: str) -> tuple[str, str]:
    try:
        document = documents.get_document(value)
    except NotFound:
        return value, language()
    return document.title, document.lang


_NAMERS: dict[str, Callable[[str], tuple[str, str]]] = {
    "kind": lambda value: (service.kind_name(value), language()),
    "form": lambda value: (listening.term_name(value), language()),
    "stage": lambda value: (bills.stage_family_name(value), language()),
    "bill_kind": lambda value: (bills.kind_name(value), language()),
    "proposer": lambda value: (bills.proposer_name(value), language()),
    "document_kind": lambda value: (documents.kind_name(value), language()),
    "year": _year,
    "committee": _committee,
    "parent": _parent,
}
