"""Messages to a browser that asked for them: Web Push (RFC 8030, 8291) with VAPID (RFC 8292).

Without VAPID_PRIVATE_KEY there are none: `is_set` says so, and no page offers them. The library
is loaded when it is first needed.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from webapp.config import Config
from webapp.shared.sending import Gone, PutOff

TIMEOUT_SECONDS = 20
# As long as other channels try.
KEEP_SECONDS = 72 * 3600
# A push service takes 4096 bytes, of which encryption needs 103 and the address some.
_MOST_BODY_BYTES = 2000
_GONE = (404, 410)
# Addresses of push services have some hundreds of characters.
_MOST_BROWSER = 4000
# RFC 8291: an uncompressed point of P-256, and 16 bytes.
_POINT_BYTES, _AUTH_BYTES = 65, 16


@dataclass(frozen=True)
class Browser:
    """Where a browser is reached, and the keys it gave."""

    endpoint: str
    p256dh: str
    auth: str


@dataclass(frozen=True)
class Notice:
    """What a browser shows: one notice of the same `name` at a time. `url` opens with it; each of
    `places` is a button, by its key, with its words and its address."""

    title: str
    body: str
    url: str
    name: str
    places: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def is_set(settings: Config) -> bool:
    """Whether this site sends push messages."""
    return bool(settings.VAPID_PRIVATE_KEY)


def read_browser(text: str) -> Browser | None:
    """What a browser says of itself (`PushSubscription` as JSON); None for anything else."""
    try:
        told = json.loads(text)
        keys = told["keys"]
        found = Browser(told["endpoint"], keys["p256dh"], keys["auth"])
    except (ValueError, KeyError, TypeError):
        return None
    is_text = all(isinstance(one, str) for one in (found.endpoint, found.p256dh, found.auth))
    return found if is_text and len(text) <= _MOST_BROWSER else None


def is_acceptable(settings: Config, browser: Browser) -> bool:
    """Whether the keys are keys and the address a known push service's: a browser's word must not
    make this server call any address that somebody likes."""
    if len(_bytes(browser.p256dh)) != _POINT_BYTES or len(_bytes(browser.auth)) != _AUTH_BYTES:
        return False
    parts = urlsplit(browser.endpoint)
    host = parts.hostname or ""
    known = [one.strip() for one in settings.PUSH_HOSTS.split(",") if one.strip()]
    local = parts.scheme == "http" and host == "127.0.0.1" and host in known
    if parts.scheme != "https" and not local:
        return False
    return any(host == one or host.endswith(f".{one}") for one in known)


def public_key(settings: Config) -> str:
    """The key that a page hands to the browser: the point, uncompressed, in base64url."""
    return _vapid(settings.VAPID_PRIVATE_KEY)[1]


def push(settings: Config, browser: Browser, notice: Notice) -> None:
    """Send a notice.

    Raises `Gone` where the browser wants no more, `PutOff` where its service takes nothing now.
    """
    if not is_acceptable(settings, browser):
        raise Gone("no push service that is known here, or no keys")
    sender = import_module("pywebpush")
    session = import_module("requests").Session()
    # A redirect could lead anywhere.
    session.max_redirects = 0
    topic = hashlib.sha256(notice.name.encode()).hexdigest()[:32]
    said = {
        "title": notice.title[:200],
        "body": _short(notice.body),
        "url": notice.url,
        "tag": topic,
        "places": [[key, *place] for key, place in notice.places.items()],
    }
    keys = {"p256dh": browser.p256dh, "auth": browser.auth}
    try:
        sender.webpush(
            {"endpoint": browser.endpoint, "keys": keys},
            json.dumps(said, ensure_ascii=False),
            vapid_private_key=_vapid(settings.VAPID_PRIVATE_KEY)[0],
            vapid_claims={"sub": _contact(settings)},
            ttl=KEEP_SECONDS,
            timeout=TIMEOUT_SECONDS,
            headers={"Topic": topic, "Urgency": "normal"},
            requests_session=session,
        )
    except sender.WebPushException as refusal:
        _judge(refusal)
    except OSError as trouble:
        raise PutOff(f"{urlsplit(browser.endpoint).hostname}: {trouble}") from trouble
    except ValueError as trouble:
        raise Gone(f"the browser's keys are none: {trouble}") from trouble


def _judge(refusal: Any) -> None:
    answer = refusal.response
    status = answer.status_code if answer is not None else 0
    if status in _GONE or answer is None:
        raise Gone(str(refusal)[:300]) from refusal
    raise PutOff(str(refusal)[:300]) from refusal


def _contact(settings: Config) -> str:
    address = parseaddr(settings.MAIL_FROM)[1]
    if "." in address.rpartition("@")[2]:
        return f"mailto:{address}"
    # RFC 8292 wants a mail address or an https one.
    return f"https://{urlsplit(settings.BASE_URL).hostname}"


@cache
def _vapid(private_key: str) -> tuple[Any, str]:
    vapid = import_module("py_vapid").Vapid02.from_string(private_key)
    numbers = vapid.public_key.public_numbers()
    point = b"\x04" + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")
    return vapid, base64.urlsafe_b64encode(point).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return b""


def _short(text: str) -> str:
    return text.encode()[:_MOST_BODY_BYTES].decode(errors="ignore")
