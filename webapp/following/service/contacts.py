"""By what a person is reached: the follower whom it reaches, found or made."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from webapp.extensions import db
from webapp.following.models import Follower
from webapp.following.rules.wishes import Channel
from webapp.following.service.followers import (
    email_hash,
    follower_by_id,
    follower_of_account,
    follower_of_email,
    keyed_hash,
)
from webapp.following.service.handing_over import hand_over
from webapp.following.service.joining import take_way
from webapp.shared import clock


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
    # Who, proved, gives an address that is not proved yet.
    asking_id: int | None = None


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
    """Keep each way that reaches this person. An address that the follower has stays; a LINE
    account and a browser prove themselves, so whoever had them before is the same person: what came
    there comes to this follower from now on."""
    if contact.email and follower.email_hash is None:
        follower.email = contact.email.strip()
        follower.email_hash = email_hash(contact.email, secret)
    if contact.line_user:
        hashed = keyed_hash("line", contact.line_user, secret)
        _take_from(Follower.line_hash == hashed, follower, Channel.LINE)
        follower.line_user, follower.line_hash = contact.line_user, hashed
    if contact.push:
        hashed = keyed_hash("push", contact.push, secret)
        _take_from(Follower.push_hash == hashed, follower, Channel.PUSH)
        follower.push, follower.push_hash = contact.push, hashed
        follower.push_refused_at = None


def _take_from(has: ColumnElement[bool], follower: Follower, channel: Channel) -> None:
    """Let whoever has the way lose it to this follower, in the caller's transaction."""
    db.session.flush()
    before = db.session.scalar(select(Follower).where(has, Follower.id != follower.id))
    if before is not None:
        take_way(before, follower, channel)
        hand_over(follower.id)
