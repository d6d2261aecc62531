"""The addresses that every message carries: where it is changed, and where it is stopped."""

from webapp.following import service
from webapp.following.service import Follower, Scope, Subscription, address
from webapp.shared.settings import settings


def manage_url(follower: Follower, lang: str) -> str:
    """Where a person sees and changes all that is followed, without signing in."""
    token = service.follower_token(follower, Scope.MANAGE, settings().SECRET_KEY)
    return address(f"/following/mine/{token}", lang)


def stop_url(subscription: Subscription, lang: str) -> str:
    """Where a message is stopped: by a button there, or by a mail program's own (RFC 8058)."""
    token = service.link_token(subscription, Scope.STOP, settings().SECRET_KEY)
    return address(f"/following/stop/{token}", lang)
