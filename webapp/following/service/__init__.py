"""The door of following: wishes, news, and the messages that tell of it."""

from webapp.following.models import (
    BillNote,
    Delivery,
    DeliveryState,
    Follower,
    Match,
    News,
    Subscription,
)
from webapp.following.rules.subjects import FILTERS, Subject, SubjectKind
from webapp.following.rules.tokens import Scope
from webapp.following.rules.wishes import (
    CHOSEN_KINDS,
    Cadence,
    Channel,
    Form,
    NewsKind,
    SubscriptionState,
    Wish,
    WishFault,
)
from webapp.following.service.claiming import (
    Parcel,
    Told,
    addresses,
    claim,
    drop,
    let_go,
    note_put_off,
    note_refused,
    note_sent,
)
from webapp.following.service.deliveries import ask_to_deliver
from webapp.following.service.followers import (
    Contact,
    FollowerNotFound,
    LinkOver,
    email_hash,
    erase,
    follower_by_id,
    follower_of_account,
    follower_token,
    keyed_hash,
    opened_follower,
    revoke_links,
)
from webapp.following.service.happenings import of_deadline, of_step, of_version, of_vote
from webapp.following.service.matching import match
from webapp.following.service.news import announce, correct_step, news_by_id
from webapp.following.service.subscribing import (
    SubscriptionNotFound,
    WishRefused,
    ask_for_list,
    ask_to_follow,
    change,
    confirm,
    following_of,
    get_subscription,
    join_account,
    link_token,
    opened,
    pause,
    stop,
    stop_all,
    stop_one,
    subscription_of,
    subscriptions_by_id,
    subscriptions_of,
)

__all__ = [
    "BillNote", "CHOSEN_KINDS", "Cadence", "Channel", "Contact", "Delivery", "DeliveryState",
    "FILTERS", "Follower", "FollowerNotFound", "Form", "LinkOver", "Match", "News", "NewsKind",
    "Parcel", "Scope", "Subject", "SubjectKind", "Subscription", "SubscriptionNotFound",
    "SubscriptionState", "Told", "Wish", "WishFault", "WishRefused", "addresses", "announce",
    "ask_for_list", "ask_to_deliver", "ask_to_follow", "change", "claim", "confirm",
    "correct_step", "drop", "email_hash", "erase", "follower_by_id", "follower_of_account",
    "follower_token", "following_of", "get_subscription", "join_account", "keyed_hash", "let_go",
    "link_token", "match", "news_by_id", "note_put_off", "note_refused", "note_sent",
    "of_deadline", "of_step", "of_version", "of_vote", "opened", "opened_follower", "pause",
    "revoke_links", "stop",
    "stop_all", "stop_one", "subscription_of", "subscriptions_by_id",
    "subscriptions_of",
]  # fmt: skip
