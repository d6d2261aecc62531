"""News that nobody enters: limits that end soon, and what an import brought."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import select

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.following.models import News, Subscription
from webapp.following.rules.happenings import LATE, Happening
from webapp.following.rules.subjects import bill_key
from webapp.following.rules.wishes import SubscriptionState
from webapp.following.service.found import of_new_bill
from webapp.following.service.happenings import (
    of_arrival,
    of_deadline,
    of_recount,
    of_step,
    of_vote,
)
from webapp.following.service.listed import one_of
from webapp.following.service.news import announce, news_of
from webapp.shared import clock
from webapp.shared.clock import BANGKOK
from webapp.shared.outbox import asked_at

# A limit is news a week before its last day, and again on the day before it.
DAYS_BEFORE = (7, 1)
_MOST_LIMITS = 1_000
# What a record tells of older days is history, which nobody waits for.
_NEWS_FOR = timedelta(days=14)
# So much is told at once; the rest follows.
PIECE = 500
_RECOUNTED_FOR = timedelta(days=90)
# An import takes no longer.
_IMPORT_LASTS = timedelta(days=1)


def announce_deadlines() -> int:
    """Make news of the limits of the Constitution that end soon, each once for each distance; gives
    how many end soon."""
    today = clock.today()
    found = 0
    for bill, state in bills.running_limits(_MOST_LIMITS):
        due = state.deadline.due if state.deadline else None
        if due is None or due < today:
            continue
        near = nearness(due, today)
        if near is not None:
            announce(of_deadline(bill, due, near))
            found += 1
    return found


def nearness(due: date, today: date) -> int | None:
    """At which distance from its last day a limit is told of today; None while it is far."""
    near = [days for days in DAYS_BEFORE if (due - today).days <= days]
    return near[-1] if near else None


def past_deadlines(first: date, last: date, bill_id: int | None = None) -> Iterator[Happening]:
    """The limits, of one bill or of all, that were told or would have been told on these days, both
    included: each on the first day of each nearness."""
    for limit in bills.limits_between(first, last, bill_id):
        for days in DAYS_BEFORE:
            on = max(limit.due - timedelta(days=days), limit.first)
            in_time = first <= on <= min(last, limit.last, limit.due)
            if in_time and nearness(limit.due, on) == days:
                yield replace(of_deadline(limit.bill, limit.due, days), on=on)


def announce_recount(vote: bills.VoteEvent, before: Mapping[str, int], on: date) -> int:
    """Make news of counts that were put right on a day, of a vote of the last 90 days or one that
    was told; gives of how many bills. Who puts old records in order tells nobody anything."""
    is_late = vote.on >= on - _RECOUNTED_FOR
    meant = [
        bill.id
        for bill in vote.bills
        if is_late or news_of(of_vote(bill.id, vote).fact) is not None
    ]
    for bill_id in meant:
        announce(of_recount(bill_id, vote, before, on))
    return len(meant)


def announce_joined_vote(bill_id: int, vote: bills.VoteEvent) -> None:
    """Make news of a vote that records join to a bill: of one older than 14 days only for those who
    follow that bill by name."""
    happening = of_vote(bill_id, vote)
    is_old = vote.on < clock.today() - _NEWS_FOR
    announce(_late(happening) if is_old else happening)


def announce_new_bill(bill: bills.Bill) -> None:
    """Make news of a bill that an import brought, unless a step of it is told as news of these
    days. To be called by the work that was asked for when it came."""
    last = asked_at().astimezone(BANGKOK).date()
    # The import may end on the next day, and its 14 days begin a day later.
    first = last - _NEWS_FOR + _IMPORT_LASTS
    days = [step.on for step in bill.steps if step.withdrawn_at is None and step.on]
    if not any(first <= on <= last for on in days):
        announce(of_new_bill(bill))


def _late(happening: Happening) -> Happening:
    return replace(happening, details={**happening.details, LATE: "yes"})


def announce_imported(finished_at: datetime) -> int:
    """Make news of what an import that ended at this moment brought and what happened in the 14
    days before it, however late that is asked for, in pieces of 500; gives how much that was. What
    happened long ago is no news, but the last step of a bill is to those who follow it, however
    late its record comes. Documents that are new here are told when they come, unless history
    did."""
    last = finished_at.astimezone(BANGKOK).date()
    first = last - _NEWS_FOR
    fresh = finished_at - _IMPORT_LASTS
    found = [of_step(s) for s in bills.steps_since(first, last, None) if s.entered_at >= fresh]
    found += _late_steps(fresh, first)
    found += [of_vote(bill_id, vote) for bill_id, vote in bills.votes_since(first, last, None)]
    arrived = documents.arrivals_since(first, last)
    found += [of_arrival(one) for one in arrived if one.made_at >= fresh]
    told = _told(found)
    piece = [one for one in found if one.fact not in told][:PIECE]
    for one in piece:
        announce(one)
    return len(piece)


def _late_steps(fresh: datetime, first: date) -> list[Happening]:
    """The last steps of bills that somebody follows, from before `first`."""
    steps = [s for s in bills.last_steps_entered(fresh) if s.on is None or s.on < first]
    keys = [bill_key(step.bill_id) for step in steps]
    followed = set(
        db.session.scalars(
            select(Subscription.subject_key).where(
                one_of(Subscription.subject_key, keys),
                Subscription.state == SubscriptionState.CONFIRMED,
            )
        )
    )
    return [_late(of_step(step)) for step in steps if bill_key(step.bill_id) in followed]


def _told(found: list[Happening]) -> set[str]:
    facts = [one.fact for one in found]
    return set(db.session.scalars(select(News.fact).where(one_of(News.fact, facts))))
