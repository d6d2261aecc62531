"""Tokens in letters' links, and what they open. Plain Python.

A token is the HMAC of an id, what the link may do, and the key version. The id is a
subscription's or, for what concerns all that a person follows, the follower's, or a message's: the
scope says which. A token is never stored; raising the version makes every earlier link void.
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
    # Of a follower: the list of all that he follows, and his own feeds.
    MANAGE = "manage"
    FEED = "feed"
    # Of a message that several subscriptions brought: stop them all.
    MESSAGE = "message"
    # Of a follower who asked for a letter: to put the address that proves itself on his list.
    JOIN = "join"


def token(secret: str, number: int, scope: Scope, version: int, within: str = "") -> str:
    """The token of a link: the id and its signature. `within` names what alone it is good with."""
    text = ":".join(["following", str(number), scope, str(version), *([within] if within else [])])
    signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
    return f"{number}-{signature[:SIGNATURE_LENGTH]}"


def id_in(text: str) -> int | None:
    """The id that a token speaks of, not yet proved; None where it is no token."""
    number, dash, signature = text.partition("-")
    proper = dash and number.isascii() and number.isdigit() and len(number) < 12
    return int(number) if proper and len(signature) == SIGNATURE_LENGTH else None


def is_genuine(
    text: str, secret: str, number: int, scope: Scope, version: int, within: str = ""
) -> bool:
    """Whether `text` is the token of this id, scope and version, and of what it is good with."""
    genuine = token(secret, number, scope, version, within)
    return hmac.compare_digest(text.encode(), genuine.encode())
