"""Digests: what waits for an hour becomes one message for each follower, in bounded memory.

A digest is due where something waits that was announced before its hour struck the last time, so
an hour at which no worker ran is made up for. The database writes the messages itself, some
thousand followers in one transaction.
"""

from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Select,
    exists,
    func,
    insert,
    literal,
    null,
    select,
    text,
    update,
)

from webapp.extensions import db
from webapp.following.events import passed
from webapp.following.models import Delivery, Follower, Match, News, Subscription
from webapp.following.rules.timing import Turn
from webapp.following.rules.wishes import Cadence
from webapp.following.service.deliveries import COLUMNS, QUIET, ask_to_deliver, fresh, goes_now
from webapp.shared import clock
from webapp.shared.clock import BANGKOK
from webapp.shared.transaction import transaction

# So many followers' messages are made in one transaction.
BATCH = 2_000
# Any number, the same in every worker: PostgreSQL lets one at a time make digests.
_LOCK = 7_410_001
# What is only for the feed never goes into a message, whatever was asked for before.
_IS_SENT = Subscription.cadence != Cadence.FEED_ONLY
_FOR_PERSON = (
    Delivery.follower_id == Match.follower_id,
    Delivery.channel == Subscription.channel,
    Delivery.form == Subscription.form,
    Delivery.language == Subscription.language,
)


def make_digests() -> int:
    """Make every digest whose hour has struck, and one message of what a pause or a rush held back;
    gives how many messages. Done twice, the second time makes none."""
    return sum(_make(turn, struck) for turn, struck in _due_turns())


def tell_together() -> int:
    """Make one message for each of those for whom something waits that they hear at once; gives how
    many. Done twice, the second time makes none."""
    at_once = [turn for turn in _due_turns() if turn[0].cadence is Cadence.AT_ONCE]
    return sum(_make(turn, struck) for turn, struck in at_once)


def _due_turns() -> list[tuple[Turn, datetime]]:
    """The turns for which something waits, each with the moment at which its hour last struck."""
    now = clock.now()
    rows = db.session.execute(
        select(
            Subscription.cadence,
            Subscription.weekday,
            Subscription.hour,
            func.min(News.announced_at).label("first"),
        )
        .select_from(Match)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .join(News, News.id == Match.news_id)
        .where(Match.waits, News.matched_at.is_not(None), _IS_SENT)
        .group_by(Subscription.cadence, Subscription.weekday, Subscription.hour)
    ).all()
    db.session.rollback()
    turns = [(Turn(row.cadence, row.weekday, row.hour), row.first) for row in rows]
    struck = [(turn, turn.last_struck(now, BANGKOK), first) for turn, first in turns]
    return [(turn, moment) for turn, moment, first in struck if first <= moment]


def _make(turn: Turn, struck: datetime) -> int:
    # Of two hours that somebody chose both may have been missed, and are made up for together.
    turned = f"{turn.cadence}:{turn.weekday}-{turn.hour:02}"
    occasion = f"{turned}:{clock.now().astimezone(BANGKOK):%Y-%m-%dT%H:%M:%S.%f}"
    made, last = 0, 0
    while True:
        with transaction():
            _one_at_a_time()
            people = _next_followers(turn, struck, last)
            if not people:
                return made
            made += _write(turn, struck, occasion, (people[0], people[-1]))
            ask_to_deliver()
        passed.send("following", boundary="digests made")
        last = people[-1]


def _one_at_a_time() -> None:
    if db.session.connection().dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _waiting(turn: Turn, struck: datetime) -> tuple[ColumnElement[bool], ...]:
    """What is to go into the digests of a turn now."""
    chosen = [Subscription.cadence == turn.cadence]
    if turn.cadence is not Cadence.AT_ONCE:
        chosen += [Subscription.hour == turn.hour, Subscription.weekday == turn.weekday]
    return (
        *chosen,
        _IS_SENT,
        *goes_now(clock.now()),
        News.announced_at <= struck,
        News.matched_at.is_not(None),
        News.withdrawn_at.is_(None),
    )


def _joined(query: Select[*tuple[object, ...]]) -> Select[*tuple[object, ...]]:
    return (
        query.select_from(Match)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .join(Follower, Follower.id == Match.follower_id)
        .join(News, News.id == Match.news_id)
    )


def _next_followers(turn: Turn, struck: datetime, last: int) -> list[int]:
    query = _joined(select(Match.follower_id).distinct()).where(
        Match.waits, Match.follower_id > last, *_waiting(turn, struck)
    )
    rows = db.session.execute(query.order_by(Match.follower_id).limit(BATCH))
    return [int(row.follower_id) for row in rows]


def _write(turn: Turn, struck: datetime, occasion: str, people: tuple[int, int]) -> int:
    theirs = Match.follower_id.between(*people)
    kind = (Subscription.channel, Subscription.form, Subscription.language)
    rows = _joined(
        select(Match.follower_id, literal(occasion), null(), *kind, *fresh(clock.now()))
    ).where(Match.waits, theirs, *_waiting(turn, struck))
    made = db.session.execute(
        insert(Delivery)
        .from_select(COLUMNS, rows.group_by(Match.follower_id, *kind))
        .execution_options(preserve_rowcount=True)
    )
    own = (Subscription.id == Match.subscription_id, Delivery.occasion == occasion, *_FOR_PERSON)
    message = select(Delivery.id).where(*own).correlate(Match).scalar_subquery()
    taken = exists().where(
        Subscription.id == Match.subscription_id,
        Follower.id == Match.follower_id,
        News.id == Match.news_id,
        *_waiting(turn, struck),
    )
    db.session.execute(
        update(Match)
        .where(Match.waits, theirs, taken.correlate(Match))
        # Of what has changed hands since the messages were made there may be none: it waits on.
        # Asked for each row: as a condition it was joined, and took seven times as long.
        .values(waits=message.is_(None), delivery_id=message)
        .execution_options(**QUIET)
    )
    return int(made.rowcount)  # type: ignore[attr-defined]
