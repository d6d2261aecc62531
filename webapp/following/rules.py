"""Tokens in letters' links, and what they open. Plain Python.

A token is the HMAC of a subscription's id, what the link may do, and the key version. It is
never stored; raising the version makes every earlier link of that subscription void.
"""

import hashlib
import hmac
from datetime import timedelta
from enum import StrEnum

CONFIRM_WITHIN = timedelta(days=7)
SIGNATURE_LENGTH = 32  # hex digits: 128 bits


class Scope(StrEnum):
    """What a link may do."""

    CONFIRM = "confirm"
    STOP = "stop"


class SubscriptionState(StrEnum):
    """Asked for, confirmed by the address's owner, or stopped."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    STOPPED = "stopped"


def token(secret: str, subscription_id: int, scope: Scope, version: int) -> str:
    """The token of a link: the id and its signature."""
    text = f"following:{subscription_id}:{scope}:{version}"
    signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
    return f"{subscription_id}-{signature[:SIGNATURE_LENGTH]}"


def id_in(text: str) -> int | None:
    """The subscription that a token speaks of, not yet proved; None where it is no token."""
    number, dash, signature = text.partition("-")
    proper = dash and number.isascii() and number.isdigit() and len(number) < 12
    return int(number) if proper and len(signature) == SIGNATURE_LENGTH else None


def is_genuine(text: str, secret: str, subscription_id: int, scope: Scope, version: int) -> bool:
    """Whether `text` is the token of this subscription, scope and version."""
    return hmac.compare_digest(
        text.encode(), token(secret, subscription_id, scope, version).encode()
    )
