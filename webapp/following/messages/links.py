"""The addresses that messages carry: where all is changed, and where a message is stopped."""

from webapp.following import service
from webapp.following.rules import tokens
from webapp.following.service import Bringer, Follower, Reached, Scope, Subscription, address
from webapp.shared.settings import settings


def manage_url(follower: Follower, lang: str) -> str:
    """Where a person sees and changes all that is followed, without signing in."""
    return manage_url_of(Reached(follower.id, follower.key_version, ""), lang)


def manage_url_of(person: Reached, lang: str) -> str:
    """The same for whom a message reaches."""
    return address(f"/following/mine/{_own(person, Scope.MANAGE)}", lang)


def confirm_url(subscription: Subscription, lang: str, own_list: str = "") -> str:
    """Where the owner of an address confirms; `own_list` is what `service.list_token` gave."""
    token = service.link_token(subscription, Scope.CONFIRM, settings().SECRET_KEY)
    asked = f"?list={own_list}" if own_list else ""
    return address(f"/following/confirm/{token}{asked}", lang)


def feed_page_url(token: str, lang: str) -> str:
    """Where a wish is changed or stopped from one's own feeds: no more than their key opens."""
    return address(f"/following/feed/{token}", lang)


def stop_url(subscription: Subscription, lang: str) -> str:
    """Where a subscription is stopped: by a button there, or by a mail program's own (RFC 8058)."""
    token = service.link_token(subscription, Scope.STOP, settings().SECRET_KEY)
    return address(f"/following/stop/{token}", lang)


def stop_url_of(bringers: list[Bringer], delivery_id: int, person: Reached, lang: str) -> str:
    """Where everything is stopped that brought a message, be it one subscription or several."""
    secret = settings().SECRET_KEY
    if len(bringers) == 1:
        only = bringers[0]
        token = tokens.token(secret, only.subscription_id, Scope.STOP, only.key_version)
        return address(f"/following/stop/{token}", lang)
    token = service.message_token(delivery_id, person.key_version, secret)
    return address(f"/following/message/{token}/stop", lang)


def feed_token(person: Reached) -> str:
    """The key to a person's own feeds and files."""
    return _own(person, Scope.FEED)


def _own(person: Reached, scope: Scope) -> str:
    return tokens.token(settings().SECRET_KEY, person.follower_id, scope, person.key_version)
