"""The addresses that messages carry: where all is changed, and where a message is stopped."""

from webapp.following import service
from webapp.following.service import Follower, Scope, Subscription, address
from webapp.shared.settings import settings


def manage_url(follower: Follower, lang: str) -> str:
    """Where a person sees and changes all that is followed, without signing in."""
    token = service.follower_token(follower, Scope.MANAGE, settings().SECRET_KEY)
    return address(f"/following/mine/{token}", lang)


def stop_url(subscription: Subscription, lang: str) -> str:
    """Where a subscription is stopped: by a button there, or by a mail program's own (RFC 8058)."""
    token = service.link_token(subscription, Scope.STOP, settings().SECRET_KEY)
    return address(f"/following/stop/{token}", lang)


def stop_digest_url(delivery_id: int, follower: Follower, lang: str) -> str:
    """Where everything is stopped that a message of several subscriptions brought."""
    token = service.message_token(delivery_id, follower, settings().SECRET_KEY)
    return address(f"/following/message/{token}/stop", lang)


def feed_token(follower: Follower) -> str:
    """The key to a person's own feeds and files."""
    return service.follower_token(follower, Scope.FEED, settings().SECRET_KEY)
