"""Matching: an event finds those who follow what it concerns, in a few statements.

Nothing here looks at subscriptions one by one: the event's keys, and the saved searches that it
meets, find them through an index, and the database writes the matches itself.
"""

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    case,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from webapp.accounts import service as accounts
from webapp.extensions import db
from webapp.following.events import passed
from webapp.following.models import (
    Delivery,
    DeliveryState,
    Follower,
    Match,
    News,
    SavedSearch,
    SearchTerm,
    Subscription,
)
from webapp.following.rules.percolating import Piece, lookup_terms, meets
from webapp.following.rules.subjects import search_key
from webapp.following.rules.wishes import (
    SENT_CHANNELS,
    URGENCY,
    Cadence,
    Channel,
    SubscriptionState,
    bits_for,
)
from webapp.following.service.deliveries import (
    ask_to_deliver,
    hearing,
    make_immediate,
    occasion_of,
)
from webapp.following.service.followers import email_hash
from webapp.following.service.handing_over import hand_over
from webapp.following.service.happenings import concerning
from webapp.following.service.listed import one_of
from webapp.following.service.news import happening_of
from webapp.following.service.rushes import begin_of_rush, gather, has_heard_enough
from webapp.search import service as search
from webapp.shared import clock
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction


def match(news_id: int) -> int:
    """Find everybody who is to hear of news, and make the messages that go at once; gives how many
    people. Done twice, the second time does nothing."""
    news = db.session.get(News, news_id)
    if news is None or news.matched_at is not None:
        return 0
    if news.corrects_id is None:
        keys, texts = concerning(happening_of(news))
        keys += [search_key(number) for number in met_searches([one.piece for one in texts])]
    else:
        keys = []
    with transaction():
        _lock(news)
        if news.matched_at is not None:
            return 0
        news.keys = keys
        found = _match_told(news) if news.corrects_id else _match_followers(news, keys)
        passed.send("following", boundary="matched")
        news.matched_at = clock.now()
        ask_to_deliver()
    passed.send("following", boundary="ready")
    return found


def _lock(news: News) -> None:
    """Hold news until the transaction ends; of a vote on several bills the news of each, as who is
    told of the one is not told of the others."""
    if news.vote_id is not None:
        votes = select(News.id).where(News.vote_id == news.vote_id).order_by(News.id)
        db.session.execute(votes.with_for_update())
    db.session.refresh(news, with_for_update=True)


def _match_followers(news: News, keys: Sequence[str]) -> int:
    """Tell each follower of any of the keys."""
    nth = func.row_number().over(
        partition_by=Subscription.follower_id, order_by=(*_order(), Subscription.id)
    )
    to_send = Subscription.channel.in_(SENT_CHANNELS) & (Subscription.cadence != Cadence.FEED_ONLY)
    wanted = select(*hearing(to_send), nth.label("nth")).where(
        one_of(Subscription.subject_key, keys),
        Subscription.state == SubscriptionState.CONFIRMED,
        Subscription.kinds.op("&")(bits_for(news.kind, news.vote_id)) != 0,
    )
    if news.actor_id is not None:
        wanted = wanted.where(Subscription.follower_id.not_in(_followers_of_account(news.actor_id)))
    if news.vote_id is not None:
        wanted = wanted.where(Subscription.follower_id.not_in(_told_of_vote(news)))
    each = wanted.subquery()
    return _tell(news, select(each).where(each.c.nth == 1).subquery())


def _told_of_vote(news: News) -> Select[int]:
    """Who hears of the same vote, or of the same new counts of it, already as news of another bill
    that it was on."""
    told = (
        select(Match.follower_id)
        .join(News, News.id == Match.news_id)
        .where(News.vote_id == news.vote_id, News.kind == news.kind, News.id != news.id)
    )
    # After the vote and the bill the name of an event says which new counts it tells of.
    rest = news.fact.split(":", 3)[3:]
    return told.where(News.fact.endswith(f":{rest[0]}", autoescape=True)) if rest else told


def _order() -> tuple[ColumnElement[int], ...]:
    """Which of a person's subscriptions tells: one that is sent now before one that a pause or
    returned mail holds back, and that before one that is only in the feed; then the most urgent.
    `handing_over` has the same order."""
    only_feed = Subscription.cadence == Cadence.FEED_ONLY
    refused = select(Follower.id).where(Follower.mail_stopped_at.is_not(None))
    stopped = (Subscription.channel == Channel.EMAIL) & Subscription.follower_id.in_(refused)
    paused = Subscription.paused_until > clock.now()
    held = case((only_feed, 2), (or_(paused, stopped), 1), else_=0)
    return held, case(URGENCY, value=Subscription.cadence)


def _followers_of_account(account_id: int) -> Select[int]:
    """As whom the person with this account follows: nobody is told of what he did himself."""
    hashed = email_hash(accounts.email_of(account_id), settings().SECRET_KEY)
    mine = or_(Follower.account_id == account_id, Follower.email_hash == hashed)
    return select(Follower.id).where(mine)


def _match_told(correction: News) -> int:
    """Tell each follower who was told of what is corrected, or may have read it in a feed;
    messages that are not sent yet tell of it no more."""
    wrong = Match.news_id == correction.corrects_id
    reached = or_(Delivery.state == DeliveryState.SENT, Delivery.claim.is_not(None))
    told = (
        select(*hearing(Match.delivery_id.is_not(None)))
        .join_from(Match, Subscription, Subscription.id == Match.subscription_id)
        .outerjoin(Delivery, Delivery.id == Match.delivery_id)
        .where(wrong, ~Match.waits, or_(Match.delivery_id.is_(None), reached))
    )
    if correction.actor_id is not None:
        told = told.where(Match.follower_id.not_in(_followers_of_account(correction.actor_id)))
    found = _tell(correction, told.subquery())
    _hand_what_hangs(correction)
    occasion = Delivery.occasion == occasion_of(correction.corrects_id)
    unsent = (occasion, Delivery.state == DeliveryState.WAITING)
    db.session.execute(
        update(Delivery)
        .where(*unsent, Delivery.claim.is_(None))
        .values(state=DeliveryState.DROPPED)
        .execution_options(synchronize_session=False)
    )
    db.session.execute(
        update(Match)
        .where(wrong, Match.waits)
        .values(waits=False)
        .execution_options(synchronize_session=False)
    )
    return found


def _hand_what_hangs(correction: News) -> None:
    """Leave a correction to another wish where the one that brought the wrong step brings nothing
    any more: the person has stopped it, or its mail comes back."""
    over = (Subscription.state != SubscriptionState.CONFIRMED) & Subscription.ended_by.is_(None)
    stopped = (Subscription.channel == Channel.EMAIL) & Follower.mail_stopped_at.is_not(None)
    hanging = (
        select(Match.follower_id)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .join(Follower, Follower.id == Match.follower_id)
        .where(Match.news_id == correction.id, Match.waits, or_(over, stopped))
    )
    for follower_id in db.session.scalars(hanging.order_by(Match.follower_id)).all():
        hand_over(follower_id)


def _tell(news: News, hearers: Subquery) -> int:
    """Write the messages that go at once, and one match for each who is to hear (see `hearing`), in
    the caller's transaction; gives how many people. The messages come first, so that a match is
    written once, with its message."""
    begin = begin_of_rush()
    many = None if begin is None else has_heard_enough(hearers.c.follower_id, begin)
    make_immediate(news, hearers, but_for=many)
    own = (Delivery.occasion == occasion_of(news.id), Delivery.follower_id == hearers.c.follower_id)
    message = select(Delivery.id).where(*own).scalar_subquery()
    # Materialized, or PostgreSQL would look each message up twice.
    each = select(hearers, message.label("message")).cte().prefix_with("MATERIALIZED")
    to = each.c
    rows = select(
        literal(news.id),
        to.follower_id,
        to.subscription_id,
        to.waits & to.message.is_(None),
        to.message,
    )
    columns = ["news_id", "follower_id", "subscription_id", "waits", "delivery_id"]
    done = db.session.execute(
        insert(Match).from_select(columns, rows).execution_options(preserve_rowcount=True)
    )
    if many is not None:
        gather(news)
    return int(done.rowcount)  # type: ignore[attr-defined]


def met_searches(pieces: Sequence[Piece]) -> list[int]:
    """The database ids of the saved searches that these texts meet: those that share a term that
    they need are looked at in full, the others not at all."""
    if not pieces:
        return []
    candidates = db.session.execute(
        select(SavedSearch.id, SavedSearch.typed, SavedSearch.filters).where(
            SavedSearch.id.in_(
                select(SearchTerm.search_id).where(one_of(SearchTerm.term, lookup_terms(pieces)))
            )
        )
    ).all()
    read = search.reading()
    return [row.id for row in candidates if meets(pieces, read(row.typed), row.filters)]
