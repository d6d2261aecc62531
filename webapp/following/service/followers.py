"""Followers: found by what is known of a person, their links proved, erased."""

import hashlib
import hmac

from sqlalchemy import Select, delete, exists, or_, select, update

from webapp.extensions import db
from webapp.following.models import BillNote, Delivery, Follower, HomeDraft, Match, Subscription
from webapp.following.rules import tokens
from webapp.following.rules.tokens import Scope
from webapp.following.rules.wishes import SubscriptionState
from webapp.shared import clock
from webapp.shared.errors import NotFound
from webapp.shared.transaction import transaction


class LinkOver(NotFound):
    """The link is wrong, was made void, or is older than it may be."""


class FollowerNotFound(NotFound):
    """There is no such follower."""


def keyed_hash(kind: str, text: str, secret: str) -> str:
    """Under which somebody is found by what the database holds only encrypted."""
    said = f"following {kind}:{text.strip().lower()}"
    return hmac.new(secret.encode(), said.encode(), hashlib.sha256).hexdigest()


def email_hash(email: str, secret: str) -> str:
    """The keyed hash of an e-mail address."""
    return keyed_hash("address", email, secret)


def follower_by_id(follower_id: int) -> Follower:
    """The follower of this database id. Raises FollowerNotFound."""
    found = db.session.get(Follower, follower_id)
    if found is None:
        raise FollowerNotFound(str(follower_id))
    return found


def person(follower: Follower) -> Follower:
    """As whom a follower is known now who was joined to another (see `joining`)."""
    return follower if follower.joined_id is None else follower_by_id(follower.joined_id)


def follower_ids(follower: Follower) -> Select[int]:
    """The database ids of a follower and of those who were joined to this one."""
    return select(Follower.id).where(
        or_(Follower.id == follower.id, Follower.joined_id == follower.id)
    )


def follower_of_email(email: str, secret: str) -> Follower | None:
    """Who has this address, proved or not; for no page to show."""
    hashed = email_hash(email, secret)
    return db.session.scalar(select(Follower).where(Follower.email_hash == hashed))


def follower_of_account(account_id: int) -> Follower | None:
    """The follower whom this account signs in as."""
    return db.session.scalar(select(Follower).where(Follower.account_id == account_id))


def follower_token(follower: Follower, scope: Scope, secret: str) -> str:
    """The token for a link to all that one follows (`MANAGE`) or to one's own feeds (`FEED`)."""
    return tokens.token(secret, follower.id, scope, follower.key_version)


def opened_follower(token: str, scope: Scope, secret: str) -> Follower:
    """The follower whose link this is. Raises `LinkOver`."""
    number = tokens.id_in(token)
    found = db.session.get(Follower, number) if number is not None else None
    if found is None or not tokens.is_genuine(token, secret, found.id, scope, found.key_version):
        raise LinkOver
    return person(found)


def revoke_links(follower: Follower) -> None:
    """Make every link void that was ever given of this follower and of each subscription."""
    with transaction():
        db.session.execute(
            update(Follower)
            .where(Follower.id.in_(follower_ids(follower)))
            .values(key_version=Follower.key_version + 1)
            .execution_options(synchronize_session="fetch")
        )
        for subscription in db.session.scalars(
            select(Subscription).where(Subscription.follower_id.in_(follower_ids(follower)))
        ):
            subscription.key_version += 1


def note_end(follower_id: int) -> None:
    """Keep, in the caller's transaction, since when a follower follows nothing any more; one who
    was joined to another stays as long as that one."""
    db.session.flush()
    follower = follower_by_id(follower_id)
    if follower.joined_id is not None:
        return
    live = exists().where(
        Subscription.follower_id == follower_id,
        Subscription.state != SubscriptionState.STOPPED,
    )
    if db.session.scalar(select(live)):
        follower.ended_at = None
    elif follower.ended_at is None:
        follower.ended_at = clock.now()


def erase(follower: Follower) -> None:
    """Forget a follower: the addresses, the wishes, the notes, and what was sent."""
    with transaction():
        numbers = list(db.session.scalars(follower_ids(follower)))
        for table in (Match, Delivery, Subscription, BillNote, HomeDraft):
            db.session.execute(delete(table).where(table.follower_id.in_(numbers)))
        # Who was joined to another goes first, as he refers to that one.
        db.session.execute(delete(Follower).where(Follower.joined_id == follower.id))
        db.session.execute(delete(Follower).where(Follower.id == follower.id))
        db.session.expire_all()
