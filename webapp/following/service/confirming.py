"""Proving an address: by the link of a letter, which may put the address on an earlier list."""

from sqlalchemy import select

from webapp.extensions import db
from webapp.following.models import Follower, Subscription
from webapp.following.rules import tokens
from webapp.following.rules.tokens import Scope
from webapp.following.rules.wishes import SubscriptionState
from webapp.following.service.followers import person
from webapp.following.service.joining import join, may_be_one
from webapp.following.service.subscribing import link_token, opened, speak_as
from webapp.shared import clock
from webapp.shared.transaction import transaction


def list_token(asking_id: int | None, subscription: Subscription, secret: str) -> str:
    """What the link to confirm a subscription carries where somebody asked for it who follows by
    another way already: whose list the address is to be put on. Good with that link alone; "" where
    nobody asked so, or where both cannot be one person."""
    asking = db.session.get(Follower, asking_id) if asking_id is not None else None
    if asking is None or not may_be_one(subscription.follower, person(asking)):
        return ""
    within = link_token(subscription, Scope.CONFIRM, secret)
    return tokens.token(secret, asking.id, Scope.JOIN, asking.key_version, within)


def list_to_join(own_list: str, token: str, secret: str) -> Follower | None:
    """The follower named by what `list_token` gave, beside the token to confirm; None for nobody,
    or where the address is on that list already, or cannot be put there any more. Raises
    `LinkOver` for a link to confirm that is over."""
    subscription = opened(token, Scope.CONFIRM, secret)
    number = tokens.id_in(own_list)
    found = db.session.get(Follower, number) if number is not None else None
    if found is None or not tokens.is_genuine(
        own_list, secret, found.id, Scope.JOIN, found.key_version, token
    ):
        return None
    asking = person(found)
    return asking if may_be_one(subscription.follower, asking) else None


def confirm(
    token: str, secret: str, account_id: int | None = None, own_list: str = ""
) -> Subscription:
    """Begin to follow. Whoever asked, as `own_list` says, and the address are one person from then
    on. `account_id`, of whoever is signed in, is joined to the follower where neither has another.
    Raises `LinkOver`."""
    with transaction():
        subscription = opened(token, Scope.CONFIRM, secret)
        if subscription.state is not SubscriptionState.CONFIRMED:
            subscription.state = SubscriptionState.CONFIRMED
            subscription.confirmed_at = clock.now()
            speak_as(subscription)
        asking = list_to_join(own_list, token, secret)
        if asking is not None:
            join(subscription.follower, asking)
        if account_id is not None:
            join_account(subscription.follower, account_id)
    return subscription


def join_account(follower: Follower, account_id: int) -> bool:
    """Let an account sign in as a follower whose address is proved; gives whether it does now."""
    with transaction():
        other = db.session.scalar(select(Follower).where(Follower.account_id == account_id))
        if other is None and follower.account_id is None:
            follower.account_id = account_id
    return follower.account_id == account_id
