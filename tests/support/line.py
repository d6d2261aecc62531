"""LINE as this site sees it: an API that takes messages, and a webhook that is signed."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.bad_service import BadService, bad_service, status

SECRET = "channel-secret"
SETTINGS = {"LINE_CHANNEL_SECRET": SECRET, "LINE_CHANNEL_TOKEN": "channel-token", "LINE_ACCOUNT_ID": "@siang"}  # fmt: skip


@contextmanager
def line_service() -> Iterator[BadService]:
    """LINE's Messaging API; `address` is what LINE_API_URL wants."""
    with bad_service(status(200, b'{"sentMessages":[{"id":"1"}]}')) as service:
        yield service


def told(*events: dict, secret: str = SECRET) -> tuple[bytes, str]:
    """The body of a webhook's call and its signature."""
    whole = [
        {
            "mode": "active",
            "timestamp": 1772427600000,
            "webhookEventId": f"01{at}",
            "deliveryContext": {"isRedelivery": False},
            **event,
        }
        for at, event in enumerate(events)
    ]
    body = json.dumps({"destination": "U0", "events": whole}).encode()
    signature = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest())
    return body, signature.decode()


def wrote(user: str, text: str) -> dict:
    message = {"type": "text", "id": "1", "text": text, "quoteToken": "q"}
    return {"type": "message", "source": {"type": "user", "userId": user}, "replyToken": f"reply-{user}", "message": message}  # fmt: skip


def befriended(user: str) -> dict:
    source = {"type": "user", "userId": user}
    follow = {"isUnblocked": False}
    return {"type": "follow", "source": source, "replyToken": f"reply-{user}", "follow": follow}


def blocked(user: str) -> dict:
    return {"type": "unfollow", "source": {"type": "user", "userId": user}}
