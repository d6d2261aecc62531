"""Messages by LINE, from the office's Official Account (Messaging API, `line-bot-sdk`).

Where the settings name no account there is no LINE: `is_set` says so, and no page offers it. The
SDK takes two seconds to load, so only a site with an account loads it, when it is first needed.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any
from uuid import UUID

from webapp.config import Config
from webapp.shared.sending import Away, Gone, PutOff

TIMEOUT_SECONDS = 20
# LINE's own limit on a text message.
MOST_CHARACTERS = 5000
_GONE = (400, 404)
_ACCEPTED_BEFORE = 409


class ForgedMessage(Exception):
    """Not LINE wrote this: the signature is not that of the channel's secret."""


@dataclass(frozen=True)
class LineEvent:
    """What a LINE user did: wrote `text`, began to be our friend (`follow`) or blocked us
    (`unfollow`); `reply_token` allows one free answer."""

    kind: str
    user: str
    text: str = ""
    reply_token: str = ""


def is_set(settings: Config) -> bool:
    """Whether this site has an Official Account."""
    return bool(settings.LINE_CHANNEL_SECRET and settings.LINE_CHANNEL_TOKEN)


def push(settings: Config, user: str, text: str, name: str) -> None:
    """Send a message to a LINE user. The same `name` within a day is delivered once only.

    Raises `Gone` where there is no such user, `Away` where LINE takes nothing now.
    """
    line = import_module("linebot.v3.messaging")
    message = line.TextMessage(text=_fitting(text))
    request = line.PushMessageRequest(to=user, messages=[message])
    key = str(UUID(bytes=hashlib.sha256(name.encode()).digest()[:16], version=4))
    _call(settings, "push_message", request, x_line_retry_key=key)


def reply(settings: Config, reply_token: str, text: str) -> None:
    """Answer a message. Raises `Gone` for a token that is over, `Away`."""
    line = import_module("linebot.v3.messaging")
    message = line.TextMessage(text=_fitting(text))
    request = line.ReplyMessageRequest(reply_token=reply_token, messages=[message])
    _call(settings, "reply_message", request)


def read_events(settings: Config, body: bytes, signature: str) -> list[LineEvent]:
    """What LINE tells by its webhook; what is of no use to us is left out.

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
    user = getattr(getattr(one, "source", None), "user_id", None)
    if not user or one.type not in ("message", "follow", "unfollow"):
        return None
    text = getattr(getattr(one, "message", None), "text", None) or ""
    return LineEvent(one.type, user, text, getattr(one, "reply_token", None) or "")


def _call(settings: Config, name: str, request: Any, **more: Any) -> None:
    line = import_module("linebot.v3.messaging")
    http = import_module("urllib3.exceptions")
    api = _api(settings.LINE_API_URL, settings.LINE_CHANNEL_TOKEN)
    try:
        getattr(api, name)(request, _request_timeout=TIMEOUT_SECONDS, **more)
    except line.ApiException as refusal:
        _judge(int(refusal.status), str(refusal.body))
    except (http.HTTPError, OSError) as trouble:
        raise Away(f"LINE: {trouble}") from trouble
    except ValueError:
        # It was taken, but the answer is not LINE's JSON: sending again is safe by its name.
        raise PutOff("LINE: an answer that cannot be read") from None


def _judge(status: int, words: str) -> None:
    if status == _ACCEPTED_BEFORE:
        return
    kind = Gone if status in _GONE else Away
    raise kind(f"LINE answered {status}: {words[:300]}")


@cache
def _api(url: str, token: str) -> Any:
    line = import_module("linebot.v3.messaging")
    settings = line.Configuration(host=url, access_token=token)
    # Our own back-off is longer than a client's, and nobody waits for a page meanwhile.
    settings.retries = False
    return line.MessagingApi(line.ApiClient(settings))


def _fitting(text: str) -> str:
    """Text within LINE's limit, which counts UTF-16 units."""
    most = text.encode("utf-16-le")[: 2 * MOST_CHARACTERS]
    return most.decode("utf-16-le", "ignore")
