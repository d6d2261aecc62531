"""News that nobody enters: limits that end soon, and what an import brought."""

from datetime import timedelta

from sqlalchemy import select

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.following.models import News
from webapp.following.rules.happenings import Happening
from webapp.following.service.happenings import of_arrival, of_deadline, of_step, of_vote
from webapp.following.service.news import announce
from webapp.shared import clock

# A limit is news a week before its last day, and again on the day before it.
DAYS_BEFORE = (7, 1)
_MOST_LIMITS = 1_000
# What a record tells of older days is history, which nobody waits for.
_NEWS_FOR = timedelta(days=14)
_MOST_VERSIONS = 500


def announce_deadlines() -> int:
    """Make news of the limits of the Constitution that end soon, each once for each distance; gives
    how many end soon."""
    today = clock.today()
    found = 0
    for bill, state in bills.running_limits(_MOST_LIMITS):
        due = state.deadline.due if state.deadline else None
        if due is None or due < today:
            continue
        near = [days for days in DAYS_BEFORE if (due - today).days <= days]
        if near:
            announce(of_deadline(bill, due, near[-1]))
            found += 1
    return found


def announce_imported() -> int:
    """Make news of what an import has just brought and what happened in the last 14 days; gives how
    much that was. Records of long ago are no news."""
    last = clock.today()
    first = last - _NEWS_FOR
    fresh = clock.now() - timedelta(days=1)
    found = [of_step(s) for s in bills.steps_since(first, last, None) if s.entered_at >= fresh]
    found += [of_vote(bill_id, vote) for bill_id, vote in bills.votes_since(first, last, None)]
    arrived = documents.arrivals_since(first, last)
    found += [of_arrival(one) for one in arrived if one.made_at >= fresh][:_MOST_VERSIONS]
    told = _told(found)
    for one in found:
        if one.fact not in told:
            announce(one)
    return len(found) - len(told)


def _told(found: list[Happening]) -> set[str]:
    facts = [one.fact for one in found]
    return set(db.session.scalars(select(News.fact).where(News.fact.in_(facts))))
