"""Letters by e-mail: to files by default, to an SMTP server where MAIL_URL says so."""

from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from flask import Flask, current_app

from webapp.config import Config, ConfigError
from webapp.shared.mail.bounces import Bounce, is_for_good, read_bounces, status_in
from webapp.shared.mail.letters import Attachment, Circular, Letter
from webapp.shared.mail.mailbox import MailboxAway, delete_named, delete_older, read_mailbox
from webapp.shared.mail.posts import FilePost, Post, Round
from webapp.shared.mail.smtp import LetterPutOff, LetterRefused, NoSecureMail, ServerAway, SmtpPost

__all__ = [
    "Attachment", "Bounce", "Circular", "FilePost", "Letter", "LetterPutOff", "LetterRefused",
    "MailboxAway", "NoSecureMail", "Post", "Round", "ServerAway", "SmtpPost", "circular",
    "delete_named", "delete_older", "domain", "is_for_good", "message_id", "post", "read_bounces",
    "read_mailbox", "send", "status_in",
]  # fmt: skip


def send(letter: Letter) -> str:
    """Send one letter now; only jobs call this. Gives the Message-ID.

    Raises `OSError` (`smtplib.SMTPException` is one) where the server did not take it.
    """
    headers = {"Message-ID": message_id(uuid4().hex), **letter.headers}
    content = Circular(letter, _sender(), headers).copy_for(letter.to)
    with post().open() as round:
        round.deliver(letter.to, content)
    return headers["Message-ID"]


def circular(letter: Letter) -> Circular:
    """A letter to many, for a round of `post()` copy by copy; its own `to` is not looked at.

    Its headers should name a Message-ID with a blank in it.
    """
    return Circular(letter, _sender(), letter.headers)


def post() -> Post:
    """What takes letters away."""
    found: Post = current_app.extensions["post"]
    return found


def message_id(name: str) -> str:
    """The Message-ID of what is called `name` here (ASCII without spaces): the same letter sent
    again after a crash has the same, so that mail programs show it once."""
    return f"<{name}@{domain()}>"


def domain() -> str:
    """The domain that names letters and lists: the sender's, or the site's where he has none."""
    config: Config = current_app.extensions["settings"]
    own = parseaddr(config.MAIL_FROM)[1].rpartition("@")[2]
    return own if "." in own else urlsplit(config.BASE_URL).hostname or "localhost"


def _sender() -> str:
    config: Config = current_app.extensions["settings"]
    return config.MAIL_FROM


def init_app(app: Flask, config: Config) -> None:
    """Choose where letters go. Raises `ConfigError` for a MAIL_URL of no known kind."""
    url = config.mail_url
    if url.startswith("file:"):
        app.extensions["post"] = FilePost(Path(url.removeprefix("file:")))
    elif url.startswith(("smtp://", "smtps://")):
        sender = parseaddr(config.MAIL_FROM)[1]
        app.extensions["post"] = SmtpPost(url, sender, config.MAIL_PER_MINUTE)
    else:
        raise ConfigError(f"MAIL_URL is {url!r}; use smtp://host:port or file:FOLDER.")
