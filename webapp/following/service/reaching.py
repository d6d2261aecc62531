"""Whom messages reach and by what they were brought: plain facts, read for many messages at once.

Rows of the database would be read anew one by one each time that a few messages are noted as sent.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from webapp.extensions import db
from webapp.following.models import Follower, SavedSearch, Subscription
from webapp.following.rules.subjects import Subject, SubjectKind, subject_of
from webapp.following.rules.wishes import Channel

_WAYS = {
    Channel.EMAIL: Follower.email,
    Channel.LINE: Follower.line_user,
    Channel.PUSH: Follower.push,
}


@dataclass(frozen=True)
class Reached:
    """A follower as a channel reaches one: `to` is the address, the LINE user, or what a browser
    gave; `voice` and `speed` are those chosen, "" and 0 where none is."""

    follower_id: int
    key_version: int
    to: str
    voice: str = ""
    speed: int = 0


@dataclass(frozen=True)
class Bringer:
    """A subscription that brings a message."""

    subscription_id: int
    key_version: int
    subject: Subject


def reached(follower_ids: Collection[int], channel: Channel) -> dict[int, Reached]:
    """These followers by their ids, without those whom the channel does not reach: who has no
    address, or none that mail goes to."""
    way = _WAYS[channel]
    query = select(
        Follower.id, Follower.key_version, way.label("way"), Follower.voice, Follower.speed
    ).where(Follower.id.in_(follower_ids), way.is_not(None))
    if channel is Channel.EMAIL:
        query = query.where(Follower.mail_stopped_at.is_(None))
    rows = db.session.execute(query)
    return {row.id: Reached(row.id, row.key_version, row.way, row.voice, row.speed) for row in rows}


def bringers(subscription_ids: Collection[int]) -> dict[int, Bringer]:
    """The subscriptions with these ids."""
    rows = db.session.execute(
        select(
            Subscription.id,
            Subscription.key_version,
            Subscription.subject_key,
            SavedSearch.typed,
            SavedSearch.filters,
        )
        .outerjoin(SavedSearch, SavedSearch.id == Subscription.search_id)
        .where(Subscription.id.in_(subscription_ids))
    )
    return {
        row.id: Bringer(row.id, row.key_version, _subject(row.subject_key, row.typed, row.filters))
        for row in rows
    }


def _subject(key: str, typed: str | None, filters: dict[str, str] | None) -> Subject:
    found = subject_of(key)
    if found.kind is SubjectKind.SEARCH:
        return Subject(found.kind, found.ref, typed or "", filters or {})
    return found
