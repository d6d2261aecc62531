"""What a wish would have brought in the last 90 days, by the rules of matching."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sqlalchemy import select

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.following.models import News
from webapp.following.rules.happenings import Happening
from webapp.following.rules.percolating import meets
from webapp.following.rules.subjects import Subject, SubjectKind
from webapp.following.rules.wishes import (
    Cadence,
    NewsKind,
    Wish,
    cadence_of,
    kinds_in,
    mask,
)
from webapp.following.service.happenings import (
    concerning,
    of_step,
    of_version,
    of_vote,
)
from webapp.following.service.texts import texts_of_bill
from webapp.shared import clock
from webapp.shared.clock import BANGKOK

DAYS = 90
# More documents in 90 days than this are told from the newest.
MOST_VERSIONS = 100
# What is only known since this service announces it: earlier ones are in no record.
_ANNOUNCED = (
    NewsKind.NEW_FORM, NewsKind.DEADLINE, NewsKind.COMPLAINT_STEP, NewsKind.IMPROVEMENT,
)  # fmt: skip
_OF_ALL_BILLS = (SubjectKind.EVERYTHING, SubjectKind.SEARCH, SubjectKind.MEMBER)


@dataclass(frozen=True)
class Preview:
    """What would have come in `days` days, the newest first, and in how many messages."""

    happenings: tuple[Happening, ...]
    messages: int
    days: int = DAYS

    @cached_property
    def per_week(self) -> float:
        """How many messages a week that is."""
        return self.messages * 7 / self.days


def preview(wish: Wish, days: int = DAYS) -> Preview:
    """What this wish would have brought in the last `days` days up to today."""
    last = clock.today()
    first = last - timedelta(days=days - 1)
    wanted = kinds_in(mask(wish.kinds))
    found = [
        one
        for one in _past(wish.subject, first, last)
        if one.kind in wanted or one.kind not in _CHOOSABLE
    ]
    found.sort(key=lambda one: one.on or first, reverse=True)
    return Preview(tuple(found), _messages(wish, found, first), days)


_CHOOSABLE = frozenset(NewsKind) - {
    NewsKind.BILL_ENDED, NewsKind.COMPLAINT_STEP, NewsKind.IMPROVEMENT,
}  # fmt: skip


def _messages(wish: Wish, found: list[Happening], first: date) -> int:
    cadence = cadence_of(wish)
    if cadence is Cadence.FEED_ONLY:
        return 0
    if cadence is Cadence.AT_ONCE:
        return len(found)
    step = 1 if cadence is Cadence.DAILY else 7
    return len({((one.on or first) - first).days // step for one in found})


def _past(subject: Subject, first: date, last: date) -> Iterator[Happening]:
    kind = subject.kind
    bill_id = int(subject.ref) if kind is SubjectKind.BILL else None
    if bill_id is not None or kind in _OF_ALL_BILLS or kind is SubjectKind.COMMITTEE:
        yield from _of_bills(subject, bill_id, first, last)
    if bill_id is not None or kind in (
        *_OF_ALL_BILLS,
        SubjectKind.COMMITTEE,
        SubjectKind.DOCUMENTS,
    ):
        yield from _of_versions(subject, first)
    yield from _announced(subject, first)


def _of_bills(
    subject: Subject, bill_id: int | None, first: date, last: date
) -> Iterator[Happening]:
    past = [of_step(step) for step in bills.steps_since(first, last, bill_id)]
    past += [of_vote(number, vote) for number, vote in bills.votes_since(first, last, bill_id)]
    fits = _bill_test(subject)
    known: dict[int, bool] = {}
    for one in past:
        number = one.bill_id or 0
        if number not in known:
            known[number] = fits(number)
        if known[number]:
            yield one


def _bill_test(subject: Subject) -> Callable[[int], bool]:
    """Whether a bill's events meet a subject, asked once for each bill."""
    if subject.kind in (SubjectKind.BILL, SubjectKind.EVERYTHING):
        return lambda _number: True
    if subject.kind is SubjectKind.SEARCH:
        return lambda number: meets(
            [text.piece for text in texts_of_bill(bills.bill_by_id(number), "")],
            subject.typed,
            subject.filters,
        )
    return lambda number: subject.key in concerning(Happening("", NewsKind.STEP, bill_id=number))[0]


def _of_versions(subject: Subject, first: date) -> Iterator[Happening]:
    for version in documents.versions_since(first, MOST_VERSIONS):
        happening = of_version(version)
        if subject.kind is SubjectKind.EVERYTHING or _concerns(subject, happening):
            yield happening


def _announced(subject: Subject, first: date) -> Iterator[Happening]:
    found = db.session.scalars(
        select(News).where(
            News.kind.in_(_ANNOUNCED),
            News.announced_at >= clock.now() - timedelta(days=DAYS),
            News.withdrawn_at.is_(None),
        )
    )
    for news in found:
        on = news.happened_on or news.announced_at.astimezone(BANGKOK).date()
        happening = Happening(
            fact=news.fact,
            kind=news.kind,
            on=on,
            bill_id=news.bill_id,
            document_id=news.document_id,
            version_id=news.version_id,
            complaint_id=news.complaint_id,
            details=news.details,
        )
        is_met = subject.key in news.keys
        if subject.kind is SubjectKind.SEARCH:
            is_met = _concerns(subject, happening)
        if is_met and on >= first:
            yield happening


def _concerns(subject: Subject, happening: Happening) -> bool:
    if happening.version_id is not None:
        document = documents.version_by_id(happening.version_id).document
        if subject.kind is SubjectKind.DOCUMENTS:
            return subject.ref == document.kind
        if subject.kind is SubjectKind.BILL:
            return int(subject.ref) in documents.bills_of_document(document)
    keys, texts = concerning(happening)
    if subject.kind is SubjectKind.SEARCH:
        return meets([text.piece for text in texts], subject.typed, subject.filters)
    return subject.key in keys
