"""LINE as this site sees it: an API that takes messages and hands over files, and a webhook that is
signed."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import uuid4

from tests.support.bad_service import Asked, BadService, bad_service, status
from tests.support.sample_site import MOMENT

SECRET = "channel-secret"
SETTINGS = {"LINE_CHANNEL_SECRET": SECRET, "LINE_CHANNEL_TOKEN": "channel-token", "LINE_ACCOUNT_ID": "@siang"}  # fmt: skip
TAKEN = status(200, b'{"sentMessages":[{"id":"1"}]}')


@contextmanager
def line_service() -> Iterator[BadService]:
    """LINE's Messaging API; `address` is what LINE_API_URL and LINE_DATA_URL want. Each file that
    it has is in `files` by the id of its message, None while LINE prepares it."""

    def well(asked: Asked) -> None:
        path = asked.path.split("/")
        if path[-1] != "content":
            return TAKEN(asked)
        content = service.files.get(path[-2], b"")
        if content is None:
            return asked.say(b"", 202)
        return asked.say(content, 200 if content else 404, Content_Type="application/octet-stream")

    with bad_service(well) as service:
        service.files = {}
        yield service


def said(api: BadService) -> list[str]:
    """The texts that were sent by LINE, oldest first."""
    return [one.json["messages"][0]["text"] for one in api.asked if one.body]


def told(*events: dict, secret: str = SECRET, at: datetime = MOMENT) -> tuple[bytes, str]:
    """The body of a webhook's call and its signature."""
    whole = [
        {
            "mode": "active",
            "timestamp": int(at.timestamp() * 1000),
            "webhookEventId": uuid4().hex,
            "deliveryContext": {"isRedelivery": False},
            **event,
        }
        for event in events
    ]
    body = json.dumps({"destination": "U0", "events": whole}).encode()
    signature = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest())
    return body, signature.decode()


def wrote(user: str, text: str, **more: object) -> dict:
    message = {"type": "text", "id": "1", "text": text, "quoteToken": "q"}
    return {**_event(user), "message": message, **more}


def sent_file(user: str, kind: str, message_id: str, **more: object) -> dict:
    """A picture, a sound, a video or a file; `fileName` and `fileSize` belong to a file."""
    content = {} if kind == "file" else {"contentProvider": {"type": "line"}, "quoteToken": "q"}
    return {**_event(user), "message": {"type": kind, "id": message_id, **content, **more}}


def _event(user: str) -> dict:
    return {"type": "message", "source": {"type": "user", "userId": user}, "replyToken": f"reply-{user}"}  # fmt: skip


def befriended(user: str) -> dict:
    return {**_event(user), "type": "follow", "follow": {"isUnblocked": False}}


def blocked(user: str) -> dict:
    return {"type": "unfollow", "source": {"type": "user", "userId": user}}
