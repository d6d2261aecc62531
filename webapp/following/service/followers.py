"""Followers: finding one by what is known of a person, proving links, erasing."""

import hashlib
import hmac
from dataclasses import dataclass

from sqlalchemy import delete, exists, select

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


@dataclass(frozen=True)
class Contact:
    """By what a person is reached. `follower_id` is given only where it is proved: by a signed link
    or a session; `line_user` and `push` prove themselves, as LINE's server and the browser gave
    them; an address is proved by answering a letter."""

    email: str = ""
    line_user: str = ""
    push: str = ""
    account_id: int | None = None
    follower_id: int | None = None


def keyed_hash(kind: str, text: str, secret: str) -> str:
    """Under which somebody is found by what the database holds only encrypted."""
    said = f"following {kind}:{text.strip().lower()}"
    return hmac.new(secret.encode(), said.encode(), hashlib.sha256).hexdigest()


def email_hash(email: str, secret: str) -> str:
    """The keyed hash of an e-mail address."""
    return keyed_hash("address", email, secret)


def follower_for(contact: Contact, language: str, secret: str) -> Follower:
    """The follower whom `contact` reaches, made where there is none yet, in the caller's
    transaction. An account and an address become one follower only where the address is free."""
    found = _known(contact, secret)
    if found is None:
        found = Follower(language=language, key_version=1, made_at=clock.now())
        found.account_id = contact.account_id
        db.session.add(found)
    _add_ways(found, contact, secret)
    db.session.flush()
    return found


def _known(contact: Contact, secret: str) -> Follower | None:
    if contact.follower_id is not None:
        return follower_by_id(contact.follower_id)
    if contact.email and (found := follower_of_email(contact.email, secret)):
        return found
    if contact.account_id is not None and (found := follower_of_account(contact.account_id)):
        own = found.email_hash in (None, email_hash(contact.email, secret))
        return found if own or not contact.email else None
    return _by_device(contact, secret)


def _by_device(contact: Contact, secret: str) -> Follower | None:
    if contact.line_user:
        hashed = keyed_hash("line", contact.line_user, secret)
        return db.session.scalar(select(Follower).where(Follower.line_hash == hashed))
    if contact.push:
        hashed = keyed_hash("push", contact.push, secret)
        return db.session.scalar(select(Follower).where(Follower.push_hash == hashed))
    return None


def _add_ways(follower: Follower, contact: Contact, secret: str) -> None:
    """Keep each way that the follower does not have yet and that is nobody else's."""
    if contact.email and follower.email_hash is None:
        follower.email = contact.email.strip()
        follower.email_hash = email_hash(contact.email, secret)
    if contact.line_user:
        follower.line_user = contact.line_user
        follower.line_hash = keyed_hash("line", contact.line_user, secret)
    if contact.push:
        follower.push = contact.push
        follower.push_hash = keyed_hash("push", contact.push, secret)
        follower.push_refused_at = None


def follower_by_id(follower_id: int) -> Follower:
    """The follower of this database id. Raises FollowerNotFound."""
    found = db.session.get(Follower, follower_id)
    if found is None:
        raise FollowerNotFound(str(follower_id))
    return found


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
    return found


def revoke_links(follower: Follower) -> None:
    """Make every link void that was ever given of this follower and of each subscription."""
    with transaction():
        follower.key_version += 1
        for subscription in db.session.scalars(
            select(Subscription).where(Subscription.follower_id == follower.id)
        ):
            subscription.key_version += 1


def note_end(follower_id: int) -> None:
    """Keep, in the caller's transaction, since when a follower follows nothing any more."""
    db.session.flush()
    live = exists().where(
        Subscription.follower_id == follower_id,
        Subscription.state != SubscriptionState.STOPPED,
    )
    follower = follower_by_id(follower_id)
    if db.session.scalar(select(live)):
        follower.ended_at = None
    elif follower.ended_at is None:
        follower.ended_at = clock.now()


def erase(follower: Follower) -> None:
    """Forget a follower: the addresses, the wishes, the notes, and what was sent."""
    with transaction():
        number = follower.id
        for table in (Match, Delivery, Subscription, BillNote, HomeDraft):
            db.session.execute(delete(table).where(table.follower_id == number))
        db.session.execute(delete(Follower).where(Follower.id == number))
        db.session.expire_all()
