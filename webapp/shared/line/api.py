"""What we ask of LINE: to take a message, to hand over a file."""

import hashlib
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import quote
from uuid import UUID

from webapp.config import Config
from webapp.shared.line.fitting import fitting
from webapp.shared.sending import Away, Gone, PutOff

TIMEOUT_SECONDS = 20
_GONE = (400, 404)
_ACCEPTED_BEFORE = 409
_HERE, _PREPARED = 200, 202
_NO_FILE = (400, 404, 410)


class TooLarge(Exception):
    """A file is larger than is wanted."""


def is_set(settings: Config) -> bool:
    """Whether this site has an Official Account."""
    return bool(settings.LINE_CHANNEL_SECRET and settings.LINE_CHANNEL_TOKEN)


def account(settings: Config) -> str:
    """The account that people write to, "@name"; "" where there is none."""
    return settings.LINE_ACCOUNT_ID if is_set(settings) else ""


def push(settings: Config, user: str, text: str, name: str) -> None:
    """Send a message to a LINE user. The same `name` within a day is delivered once only.

    Raises `Gone` where there is no such user, `Away` where LINE takes nothing now.
    """
    line = import_module("linebot.v3.messaging")
    message = line.TextMessage(text=fitting(text))
    request = line.PushMessageRequest(to=user, messages=[message])
    key = str(UUID(bytes=hashlib.sha256(name.encode()).digest()[:16], version=4))
    _call(settings, "push_message", request, x_line_retry_key=key)


def reply(settings: Config, reply_token: str, text: str) -> None:
    """Answer a message. Raises `Gone` for a token that is over, `Away`."""
    line = import_module("linebot.v3.messaging")
    message = line.TextMessage(text=fitting(text))
    request = line.ReplyMessageRequest(reply_token=reply_token, messages=[message])
    _call(settings, "reply_message", request)


def fetch_file(settings: Config, message_id: str, most: int) -> bytes:
    """The file that a message brought, of `most` bytes at most.

    Raises `TooLarge`; `Gone` where LINE keeps it no longer; `PutOff` while LINE prepares it (long
    videos); `Away`.
    """
    http = import_module("urllib3")
    address = f"{settings.LINE_DATA_URL}/v2/bot/message/{quote(message_id, safe='')}/content"
    headers = {"Authorization": f"Bearer {settings.LINE_CHANNEL_TOKEN}"}
    try:
        with http.PoolManager(timeout=TIMEOUT_SECONDS, retries=False) as pool:
            answer = pool.request(
                "GET", address, headers=headers, redirect=False, preload_content=False
            )
            if answer.status != _HERE:
                _refuse_file(answer.status)
            content = bytes(answer.read(most + 1))
    except (http.exceptions.HTTPError, OSError) as trouble:
        raise Away(f"LINE: {trouble}") from trouble
    if len(content) > most:
        raise TooLarge
    return content


def _refuse_file(status: int) -> None:
    if status == _PREPARED:
        raise PutOff("LINE still prepares the file")
    kind = Gone if status in _NO_FILE else Away
    raise kind(f"LINE answered {status} for a file")


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
