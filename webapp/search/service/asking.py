"""Asking: what is found for the words that a person typed, and what the person may have meant."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sqlalchemy.exc import OperationalError

from search_index.entry import Entry
from search_index.errors import IndexUnusable
from search_index.finding import find
from search_index.order import Order
from search_index.passages import holds, passage
from search_index.query import LONGEST, Query, parse
from search_index.slips import Meant, in_other_layout
from webapp.search.index import current_index
from webapp.search.service import vocabulary
from webapp.search.service.changes import gone_ids
from webapp.search.service.direct import direct_ids
from webapp.search.service.fitting import fits
from webapp.search.service.keeping import request_rebuild
from webapp.search.service.kept import entries_by_id
from webapp.search.service.names_alone import names_meeting
from webapp.search.service.synonyms import widened
from webapp.shared.languages import language_of

log = logging.getLogger(__name__)
# Where fewer are found than this, another spelling that finds more is offered.
_FEW = 4
# A slip that many make stands in some texts, and what was meant in very many more: where fewer are
# found than this, a spelling that finds so many times as much is offered too. Where nothing on the
# first page holds the words, a spelling that is there is offered whatever was found.
_SOME, _TIMES = 100, 20
# As many as a page shows: what fits less well need not hold the words as typed.
_FIRST_PAGE = 10


@dataclass(frozen=True)
class Item:
    """One thing found: the entry, and the piece of its text that shows why.

    `is_direct` says that the words name this very thing.
    """

    entry: Entry
    passage: Sequence[tuple[str, bool]]
    is_direct: bool = False


class Reason(StrEnum):
    """Why other words are taken for what was meant."""

    LAYOUT = "layout"
    SPELLING = "spelling"


@dataclass(frozen=True)
class Correction:
    """Other words that may have been meant. `is_answered`: nothing was found for the words as
    typed, which cannot be right, so that the answer is for these."""

    words: str
    reason: Reason
    is_answered: bool


@dataclass(frozen=True)
class Answer:
    """One page of what was found. `from_index` is false where only names were looked through."""

    items: Sequence[Item] = ()
    total: int = 0
    total_is_exact: bool = True
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    from_index: bool = True
    correction: Correction | None = None


@dataclass(frozen=True)
class _Wanted:
    """Which of the things found are wanted: filters, the page and its length, the order."""

    filters: Mapping[str, str]
    page: int
    per_page: int
    order: Order


def ask(
    typed: str,
    filters: Mapping[str, str],
    page: int = 1,
    per_page: int = 10,
    order: Order = Order.FIT,
    as_typed: bool = False,
) -> Answer:
    """What is found for the words that a person typed; nothing for no words.

    Where nothing is found, what is found for the words that were meant, unless it is to be looked
    for `as_typed`; where a word that is right finds nothing, others are offered only. A missing or
    broken index is noted to be built anew, and names are looked through meanwhile.
    """
    # No more is looked for, nor mended: each word that nobody knows costs a look at all words.
    typed = typed[:LONGEST].strip()
    if not typed:
        return Answer()
    wanted = _Wanted(filters, page, per_page, order)
    try:
        answer = _found(typed, wanted)
        return answer if as_typed else _meant(typed, wanted, answer)
    except IndexUnusable as reason:
        log.warning("search index: %s", reason)
        current_index().forget()
        _ask_for_rebuild()
        return _among_names(typed, wanted)


def has_words(typed: str) -> bool:
    """Whether there is a word to look for, beside those to be left out."""
    return not parse(typed).is_empty


def _ask_for_rebuild() -> None:
    """Where the database has no time for it now the page is whole without: the next search asks
    again, as does the nightly look at the index."""
    try:
        request_rebuild()
    except OperationalError as busy:
        log.warning("the rebuild of the search index is asked for at the next search: %s", busy)


def _found(typed: str, wanted: _Wanted) -> Answer:
    query = widened(parse(typed))
    if query.is_empty:
        return Answer()
    found = find(
        current_index().opened(),
        query,
        entries_by_id,
        wanted.filters,
        wanted.page,
        wanted.per_page,
        gone_ids(),
        wanted.order,
    )
    results = found.results
    items = [Item(entry, passage(entry.shown, query)) for entry in found.entries]
    answer = Answer(items, results.total, results.total_is_exact, results.facets)
    # By date nothing goes before the newest, unless there is nothing else.
    if wanted.order is not Order.FIT and answer.total:
        return answer
    return _with_direct(direct_ids(typed), query, wanted, answer)


def _with_direct(ids: list[str], query: Query, wanted: _Wanted, answer: Answer) -> Answer:
    """The answer with what the words name put first; filters leave only what fits them."""
    kept = entries_by_id(ids) if ids else {}
    named = [kept[one] for one in ids if one in kept and _fits(kept[one], wanted)]
    if not named:
        return answer
    here = {entry.id for entry in named}
    rest = [item for item in answer.items if item.entry.id not in here]
    first = [Item(entry, passage(entry.shown, query), True) for entry in named]
    items = [*first, *rest] if wanted.page == 1 else rest
    return replace(answer, items=items, total=max(answer.total, len(items)))


def _fits(entry: Entry, wanted: _Wanted) -> bool:
    return fits(entry.kind, entry.lang, entry.facets, wanted.filters)


def _meant(typed: str, wanted: _Wanted, answer: Answer) -> Answer:
    """The answer with other words that find more; where it is empty and no word of the search is
    right, the answer for those."""
    if not answer.total and wanted.filters and _found(typed, _unfiltered(wanted)).total:
        # The words are right; it is the filters that leave nothing.
        return answer
    is_there = _is_there(typed, wanted, answer)
    if is_there and answer.total >= _SOME:
        return answer
    for meant, reason in _others(typed, answer):
        better = _found(meant.words, wanted)
        if _finds_more(better.total, answer.total) or (
            not is_there and _is_there(meant.words, wanted, better)
        ):
            is_answered = not answer.total and meant.is_sure
            correction = Correction(meant.words, reason, is_answered)
            return replace(better if is_answered else answer, correction=correction)
    keyed = in_other_layout(typed)
    if keyed and not answer.total and language_of(keyed) == "th":
        # Words of Thai out of Latin keys are no chance, even where nothing speaks of them.
        return replace(answer, correction=Correction(keyed, Reason.LAYOUT, is_answered=False))
    return answer


def _others(typed: str, answer: Answer) -> Iterator[tuple[Meant, Reason]]:
    """Other words that may have been meant, the likeliest first."""
    keyed = in_other_layout(typed) if answer.total < _FEW else None
    if keyed:
        yield Meant(keyed, is_sure=True), Reason.LAYOUT
    spelt = vocabulary.spelt_otherwise(typed)
    if spelt:
        yield spelt, Reason.SPELLING


def _finds_more(better: int, found: int) -> bool:
    return better > found and (found < _FEW or found < _SOME and better >= _TIMES * found)


def _is_there(typed: str, wanted: _Wanted, answer: Answer) -> bool:
    """Whether something on the first page is what the words name, or holds them as typed.

    Many entries hold pieces of a word that none holds: กองทนุ. Only what fits best tells of that,
    so that elsewhere it is taken for there.
    """
    if not answer.total or wanted.page > 1 or wanted.order is not Order.FIT:
        return answer.total > 0
    query = widened(parse(typed))
    return any(
        item.is_direct or holds(_read_of(item.entry), query) for item in answer.items[:_FIRST_PAGE]
    )


def _read_of(entry: Entry) -> str:
    return "\n".join((entry.short, entry.title, entry.heading, entry.text))


def _unfiltered(wanted: _Wanted) -> _Wanted:
    return replace(wanted, filters={}, page=1, per_page=1, order=Order.FIT)


def _among_names(typed: str, wanted: _Wanted) -> Answer:
    """What the words find by names alone, and what they name outright; nothing is counted."""
    query = widened(parse(typed))
    names = names_meeting(query, wanted.filters, wanted.order)
    shown = names.ids[(wanted.page - 1) * wanted.per_page : wanted.page * wanted.per_page]
    kept = entries_by_id(shown)
    entries = [kept[one] for one in shown if one in kept]
    items = [Item(entry, passage(entry.shown, query)) for entry in entries]
    answer = Answer(items, len(names.ids), names.are_all, from_index=False)
    if wanted.order is not Order.FIT and answer.total:
        return answer
    try:
        named = direct_ids(typed)
    except IndexUnusable:
        # Of which law a section is is asked of the index.
        named = []
    return _with_direct(named, query, wanted, answer)
