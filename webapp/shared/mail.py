"""Letters by e-mail: to files by default, to an SMTP server where MAIL_URL says so."""

import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from flask import Flask, current_app

from webapp.config import Config, ConfigError
from webapp.shared import clock

TIMEOUT_SECONDS = 20
LOCAL = {"localhost", "127.0.0.1", "::1"}


class NoSecureMail(OSError):
    """The mail server asks for a password and offers no encryption to send it under."""


@dataclass(frozen=True)
class Letter:
    """One letter. `text` is written first and complete; headers are extra ones."""

    to: str
    subject: str
    text: str
    language: str = "th"
    headers: Mapping[str, str] = field(default_factory=dict)


class Post(Protocol):
    """Whatever takes letters away."""

    def deliver(self, message: EmailMessage) -> None: ...


class FilePost:
    """Each letter becomes one .eml file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def deliver(self, message: EmailMessage) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"{clock.now():%Y%m%dT%H%M%S}-{uuid4().hex[:8]}.eml"
        (self.folder / name).write_bytes(bytes(message))


class SmtpPost:
    """An SMTP server, `smtp://user:password@host:port` (`smtps://` for TLS from the start)."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.implicit_tls = parts.scheme == "smtps"
        self.host = parts.hostname or "localhost"
        self.port = parts.port or (465 if self.implicit_tls else 25)
        self.user, self.password = unquote(parts.username or ""), unquote(parts.password or "")

    def deliver(self, message: EmailMessage) -> None:
        kind = smtplib.SMTP_SSL if self.implicit_tls else smtplib.SMTP
        with kind(self.host, self.port, timeout=TIMEOUT_SECONDS) as server:
            server.ehlo()
            secure = self.implicit_tls
            if not secure and server.has_extn("starttls"):
                server.starttls(context=ssl.create_default_context())
                secure = True
            if self.user:
                if not secure and self.host not in LOCAL:
                    raise NoSecureMail(
                        f"{self.host} offers no TLS; the mail password is not sent in the clear. "
                        "Use smtps:// in MAIL_URL, or a server with STARTTLS."
                    )
                server.login(self.user, self.password)
            server.send_message(message)


def send(letter: Letter) -> str:
    """Send one letter now; only jobs call this. Gives the Message-ID.

    Raises `OSError` (`smtplib.SMTPException` is one) where the server did not take it.
    """
    message = EmailMessage()
    # First of all: setting the content clears every header that begins with Content-.
    message.set_content(letter.text)
    message["From"] = current_app.extensions["mail_from"]
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(clock.now())
    message["Content-Language"] = letter.language
    message["Auto-Submitted"] = "auto-generated"
    for name, value in letter.headers.items():
        message[name] = value
    if "Message-ID" not in message:
        message["Message-ID"] = make_msgid(domain="siang-sapha.invalid")
    post: Post = current_app.extensions["post"]
    post.deliver(message)
    return str(message["Message-ID"])


def init_app(app: Flask, config: Config) -> None:
    """Choose where letters go. Raises `ConfigError` for a MAIL_URL of no known kind."""
    url = config.mail_url
    if url.startswith("file:"):
        post: Post = FilePost(Path(url.removeprefix("file:")))
    elif url.startswith(("smtp://", "smtps://")):
        post = SmtpPost(url)
    else:
        raise ConfigError(f"MAIL_URL is {url!r}; use smtp://host:port or file:FOLDER.")
    app.extensions["post"] = post
    app.extensions["mail_from"] = config.MAIL_FROM
