"""What happened in days gone by that a subject would have heard of, by the rules of matching.

A search, a member and a committee are looked for in the search index: it finds by the same terms as
matching does, and answers for all documents at once. Without an index each text is read.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from search_index.entry import CAME
from search_index.errors import IndexUnusable
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.following.models import News
from webapp.following.rules.happenings import Happening
from webapp.following.rules.percolating import meets
from webapp.following.rules.subjects import Subject, SubjectKind
from webapp.following.rules.wishes import NewsKind
from webapp.following.service.coming import past_deadlines
from webapp.following.service.happenings import concerning, of_arrival, of_step, of_vote
from webapp.following.service.news import happening_of
from webapp.search import service as search
from webapp.shared import clock
from webapp.shared.clock import BANGKOK, start_of_day

log = logging.getLogger(__name__)
# What is only known since this service announces it: earlier ones are in no record. Of what was
# put right documents have versions.
_ANNOUNCED = (
    NewsKind.NEW_FORM, NewsKind.COMPLAINT_STEP, NewsKind.IMPROVEMENT, NewsKind.CASE_CHANGED,
    NewsKind.SEAT, NewsKind.SITTING, NewsKind.FOUND, NewsKind.CORRECTED,
)  # fmt: skip
# Those of them that are met by their own texts, whatever record they are of.
_OF_TEXTS = (NewsKind.IMPROVEMENT, NewsKind.FOUND)
# Found by a name that stands in texts.
_NAMED = (SubjectKind.MEMBER, SubjectKind.COMMITTEE)
_OF_BILLS = (SubjectKind.BILL, SubjectKind.EVERYTHING, SubjectKind.SEARCH, *_NAMED)
_OF_DOCUMENTS = (*_OF_BILLS, SubjectKind.DOCUMENTS)
# As the index names them.
_KINDS_OF_BILLS = [("kind", "bill"), ("kind", "vote")]
_KINDS_OF_DOCUMENTS = [("kind", "document"), ("kind", "section")]
Test = Callable[[Happening], bool]


def past(subject: Subject, first: date, last: date) -> list[Happening]:
    """All that happened on these days, both included, that a subject concerns; a vote on several
    bills is told once."""
    return _each_vote_once(_past(subject, first, last))


def _each_vote_once(found: Sequence[Happening]) -> list[Happening]:
    told: set[tuple[object, ...]] = set()
    kept = []
    for one in found:
        # After the vote and the bill the name of an event says which new counts it tells of.
        vote = (one.kind, one.vote_id, *one.fact.split(":", 3)[3:])
        if one.vote_id is None or vote not in told:
            kept.append(one)
        told.add(vote)
    return kept


def _past(subject: Subject, first: date, last: date) -> list[Happening]:
    recorded = [*_of_bills(subject, first, last), *_of_documents(subject, first, last)]
    announced = _announced(first, last)
    if subject.kind is SubjectKind.SEARCH:
        # What is nobody else's has no words to be found by.
        found = [*recorded, *(one for one, _keys in announced if one.complaint_id is None)]
        return list(filter(_search_test(subject, found, first, last), found))
    if subject.kind in _NAMED:
        recorded = list(filter(_name_test(subject, recorded, first, last), recorded))
    return recorded + [one for one, keys in announced if _concerns(subject, one, keys)]


def _concerns(subject: Subject, one: Happening, keys: Sequence[str]) -> bool:
    """Whether what was announced, with these keys, concerns what is no search."""
    if one.kind is NewsKind.FOUND:
        # As a search has it: what is gone again is not counted, and what was told before everything
        # heard of it is.
        return subject.kind is SubjectKind.EVERYTHING and _is_met(subject, one)
    return subject.key in keys


def _of_bills(subject: Subject, first: date, last: date) -> Iterator[Happening]:
    if subject.kind in _OF_BILLS:
        bill_id = int(subject.ref) if subject.kind is SubjectKind.BILL else None
        yield from map(of_step, bills.steps_since(first, last, bill_id))
        for number, vote in bills.votes_since(first, last, bill_id):
            yield of_vote(number, vote)
    if subject.kind in (*_OF_BILLS, SubjectKind.DEADLINES):
        bill_id = int(subject.ref) if subject.kind is SubjectKind.BILL else None
        yield from past_deadlines(first, last, bill_id)


def _of_documents(subject: Subject, first: date, last: date) -> Iterator[Happening]:
    if subject.kind in _OF_DOCUMENTS:
        of_kind = subject.kind is SubjectKind.DOCUMENTS
        kind = documents.DocumentKind(subject.ref) if of_kind else None
        bill_id = int(subject.ref) if subject.kind is SubjectKind.BILL else None
        yield from map(of_arrival, documents.arrivals_since(first, last, kind, bill_id))


def known_since() -> date:
    """Since when this site has announced what is in no other record; today where it has announced
    nothing yet."""
    first = db.session.scalar(select(func.min(News.announced_at)))
    return first.astimezone(BANGKOK).date() if first else clock.today()


def _announced(first: date, last: date) -> Iterator[tuple[Happening, list[str]]]:
    """What was announced and is in no record, each with the keys of what it concerns."""
    wrong = aliased(News)
    found = db.session.execute(
        select(News, wrong.keys)
        .outerjoin(wrong, wrong.id == News.corrects_id)
        .where(
            News.kind.in_(_ANNOUNCED),
            News.version_id.is_(None) | (News.kind != NewsKind.CORRECTED),
            News.announced_at >= start_of_day(first),
            News.announced_at < start_of_day(last + timedelta(days=1)),
            News.withdrawn_at.is_(None),
        )
    )
    for news, corrected in found:
        told_on = news.announced_at.astimezone(BANGKOK).date()
        on = told_on if news.corrects_id else news.happened_on or told_on
        yield replace(happening_of(news), on=on), corrected or news.keys


def _search_test(subject: Subject, found: Sequence[Happening], first: date, last: date) -> Test:
    filters = dict(subject.filters)
    # The index knows where a bill is now; by a step it came there from elsewhere.
    place = filters.get("stage", "")
    met = _test(subject, subject.typed, filters, found, _months(first, last))
    if not place or not any(one.step_id for one in found):
        return met
    del filters["stage"]
    elsewhere = _test(subject, subject.typed, filters, found, _months(first, last))
    return lambda one: elsewhere(one) and _was_in(place, one) if one.step_id else met(one)


def _was_in(place: str, one: Happening) -> bool:
    """Whether a bill was in this place before a step or after it."""
    return place in map(str, bills.families_around(bills.step_by_id(one.step_id or 0)))


def _name_test(subject: Subject, found: Sequence[Happening], first: date, last: date) -> Test:
    """Whether the name of a member or a committee stands in the texts of an event."""
    if subject.kind is SubjectKind.MEMBER:
        member = bills.get_member(f"m-{subject.ref}")
        name = f"{member.first_name} {member.last_name}"
    else:
        name = bills.get_committee(f"c-{subject.ref}").name
    return _test(subject, f'"{name}"', {}, found, _months(first, last))


def _test(
    subject: Subject,
    typed: str,
    filters: Mapping[str, str],
    found: Sequence[Happening],
    months: Sequence[str],
) -> Test:
    """Whether an event is met by words and filters, all events at once."""
    # An older document of which there is a new form came in a month that is not looked through.
    forms = any(one.kind is NewsKind.NEW_FORM for one in found)
    of_documents = _KINDS_OF_DOCUMENTS if forms else [(CAME, month) for month in months]
    try:
        met = search.records_meeting(typed, filters, [*_KINDS_OF_BILLS, *of_documents])
    except IndexUnusable as reason:
        log.warning("a preview reads every text: %s", reason)
        return lambda one: _is_met(subject, one)
    return lambda one: (
        _is_met(subject, one) if one.kind in _OF_TEXTS else not met.isdisjoint(_records(one))
    )


def _months(first: date, last: date) -> list[str]:
    """The months that these days lie in, as the index names them."""
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return list(dict.fromkeys(f"{day:%Y-%m}" for day in days))


def _records(one: Happening) -> Iterator[str]:
    """What an event is found by in the index."""
    if one.bill_id is not None:
        yield f"b-{one.bill_id}"
    if one.vote_id is not None:
        yield f"v-{one.vote_id}"
    if one.document_id is not None:
        yield f"d-{one.document_id}"


def _is_met(subject: Subject, one: Happening) -> bool:
    """The same for one event, by reading its texts."""
    keys, texts = concerning(one)
    if subject.kind is SubjectKind.SEARCH:
        query = search.reading()(subject.typed)
        return meets([text.piece for text in texts], query, subject.filters)
    return subject.key in keys
