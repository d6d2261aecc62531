"""What LINE tells by its webhook, in our words."""

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from webapp.config import Config

# The kinds of message that bring a file.
FILES = frozenset({"image", "audio", "video", "file"})


class ForgedMessage(Exception):
    """Not LINE wrote this: the signature is not that of the channel's secret."""


@dataclass(frozen=True)
class LineEvent:
    """What a LINE user did: wrote (`message`), began to be our friend (`follow`) or blocked us
    (`unfollow`).

    `key` is the same where LINE tells it again; `reply_token` allows one free answer within a
    minute of `at`. A message is of a `form` (`text`, `image`, `sticker` …); where it brings a file,
    `message_id` fetches that, and `file_name` is what its sender calls it ("" mostly).
    """

    kind: str
    user: str
    key: str
    at: datetime
    text: str = ""
    reply_token: str = ""
    form: str = ""
    message_id: str = ""
    file_name: str = ""


def read_events(settings: Config, body: bytes, signature: str) -> list[LineEvent]:
    """What LINE tells by its webhook; what is of no use to us is left out, groups among it: an
    answer there would be read by others.

    Raises `ForgedMessage` where the signature is not genuine or the body is none of LINE's.
    """
    webhook = import_module("linebot.v3.webhook")
    parser = webhook.WebhookParser(settings.LINE_CHANNEL_SECRET)
    try:
        events = parser.parse(body.decode(), signature)
    except Exception as trouble:
        # The SDK lets errors of its own, of pydantic and of json through.
        raise ForgedMessage(str(trouble)) from trouble
    return [event for one in events if (event := _event(one)) is not None]


def _event(one: Any) -> LineEvent | None:
    source: Any = getattr(one, "source", None)
    user = source.user_id if source is not None and source.type == "user" else None
    if not user or one.type not in ("message", "follow", "unfollow"):
        return None
    message = getattr(one, "message", None)
    return LineEvent(
        kind=one.type,
        user=user,
        key=one.webhook_event_id,
        at=datetime.fromtimestamp(one.timestamp / 1000, UTC),
        text=(getattr(message, "text", None) or "").replace("\0", ""),
        reply_token=getattr(one, "reply_token", None) or "",
        form=getattr(message, "type", None) or "",
        message_id=getattr(message, "id", None) or "",
        file_name=getattr(message, "file_name", None) or "",
    )
