"""An SMTP server (RFC 5321), many letters over one connection."""

import smtplib
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import unquote, urlsplit

from webapp.shared.sending import Away, Gone, PutOff

TIMEOUT_SECONDS = 20
LOCAL = {"localhost", "127.0.0.1", "::1"}
_GO_AHEAD = 354
_CLOSING = 421


class NoSecureMail(OSError, Away):
    """The mail server asks for a password and offers no encryption to send it under."""


class LetterRefused(smtplib.SMTPResponseException, Gone):
    """The server will never take this letter: the address does not exist, say (an answer 5xx)."""


class LetterPutOff(smtplib.SMTPResponseException, PutOff):
    """The server does not take this letter now (an answer 4xx); others it may take."""


class ServerAway(OSError, Away):
    """No letter can go now: the server cannot be reached, or refuses the sender."""


class Pace:
    """At most so many letters a minute, by all threads together; 0 is without limit."""

    def __init__(
        self,
        per_minute: int,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._gap = 60 / per_minute if per_minute else 0.0
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._next = 0.0

    def wait(self) -> None:
        """Return when the next letter may go."""
        if not self._gap:
            return
        with self._lock:
            now = self._clock()
            turn = max(now, self._next)
            self._next = turn + self._gap
        if turn > now:
            self._sleep(turn - now)


class SmtpPost:
    """`smtp://user:password@host:port` (`smtps://` for TLS from the start)."""

    def __init__(self, url: str, sender: str, per_minute: int = 0) -> None:
        """`sender` is the envelope's, to which bounces come."""
        parts = urlsplit(url)
        self.implicit_tls = parts.scheme == "smtps"
        self.host = parts.hostname or "localhost"
        self.port = parts.port or (465 if self.implicit_tls else 25)
        self.user, self.password = unquote(parts.username or ""), unquote(parts.password or "")
        self.sender = sender
        self.pace = Pace(per_minute)

    @contextmanager
    def open(self) -> Iterator["SmtpRound"]:
        """See `Post`."""
        round = SmtpRound(self)
        try:
            yield round
        finally:
            round.close()

    def connect(self) -> smtplib.SMTP:
        """A connection on which letters can go. Raises `ServerAway`, `NoSecureMail`."""
        try:
            return self._connect()
        except NoSecureMail:
            raise
        except (OSError, smtplib.SMTPException) as trouble:
            raise self.away(trouble) from trouble

    def away(self, trouble: Exception) -> ServerAway:
        """What is said where the server is of no use now."""
        return ServerAway(f"{self.host}:{self.port}: {trouble}")

    def _connect(self) -> smtplib.SMTP:
        kind = smtplib.SMTP_SSL if self.implicit_tls else smtplib.SMTP
        server = kind(self.host, self.port, timeout=TIMEOUT_SECONDS)
        try:
            server.ehlo_or_helo_if_needed()
            secure = self.implicit_tls
            if not secure and server.has_extn("starttls"):
                server.starttls(context=ssl.create_default_context())
                server.ehlo()
                secure = True
            if self.user:
                if not secure and self.host not in LOCAL:
                    raise NoSecureMail(
                        f"{self.host} offers no TLS; the mail password is not sent in the clear. "
                        "Use smtps:// in MAIL_URL, or a server with STARTTLS."
                    )
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server


class SmtpRound:
    """Letters one after another over one connection, made when the first letter comes."""

    def __init__(self, post: SmtpPost) -> None:
        self._post = post
        self._server: smtplib.SMTP | None = None

    def deliver(self, to: str, content: bytes) -> None:
        """See `Round`. Where the server has ended a connection between two letters, as it may
        after so many or when it has waited long, a new one is made, once for each letter."""
        self._post.pace.wait()
        used_before = self._server is not None
        try:
            self._deliver(to, content)
        except _Unsent as trouble:
            self.close()
            if not used_before:
                raise self._post.away(trouble) from trouble
            try:
                self._deliver(to, content)
            except _Unsent as again:
                self.close()
                raise self._post.away(again) from again

    def close(self) -> None:
        """Take leave of the server."""
        server, self._server = self._server, None
        if server is None:
            return
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
        server.close()

    def _deliver(self, to: str, content: bytes) -> None:
        if self._server is None:
            self._server = self._post.connect()
        try:
            _hand_over(self._server, self._post.sender, to, content)
        except (LetterRefused, LetterPutOff):
            raise
        except OSError as trouble:
            # Whether the letter went is not known: it goes again later, with the same name.
            self.close()
            raise self._post.away(trouble) from trouble


class _Unsent(Exception):
    """The server went away before it had the letter; sending it again cannot make it come twice."""


def _hand_over(server: smtplib.SMTP, sender: str, to: str, content: bytes) -> None:
    """One letter over an open connection.

    Raises `LetterRefused`, `LetterPutOff`, `_Unsent`, and `OSError` where the connection broke
    while the letter was on its way.
    """
    try:
        _envelope(server, sender, to)
    except smtplib.SMTPResponseException:
        raise
    except (OSError, smtplib.SMTPException) as trouble:
        raise _Unsent(str(trouble)) from trouble
    server.send(_dotted(content))
    code, words = server.getreply()
    if code != 250:
        _refuse(server, code, words)


def _envelope(server: smtplib.SMTP, sender: str, to: str) -> None:
    """Say from whom and to whom; together in one packet where the server can (RFC 2920)."""
    mail = f"MAIL FROM:<{sender}>{_options(server, to)}\r\n"
    commands = (mail, f"RCPT TO:<{to}>\r\n", "DATA\r\n")
    if server.has_extn("pipelining"):
        server.send("".join(commands).encode())
        answers = [server.getreply() for _one in commands]
        # Past the DATA of a letter that nobody gets: a dot alone ends it.
        if answers[2][0] == _GO_AHEAD and answers[1][0] not in (250, 251):
            server.send(b".\r\n")
            server.getreply()
        for at, (code, words) in enumerate(answers):
            _judge(server, at, code, words)
        return
    for at, command in enumerate(commands):
        server.send(command.encode())
        _judge(server, at, *server.getreply())


def _options(server: smtplib.SMTP, to: str) -> str:
    if to.isascii():
        return ""
    if not server.has_extn("smtputf8"):
        raise LetterRefused(553, b"5.6.7 the mail server takes no address in other letters")
    return " SMTPUTF8 BODY=8BITMIME"


def _judge(server: smtplib.SMTP, at: int, code: int, words: bytes) -> None:
    """Nothing for the answer hoped for; `at` 0 is the sender, whom no other letter helps."""
    if code in ((250,), (250, 251), (_GO_AHEAD,))[at]:
        return
    if at == 0 or code == _CLOSING:
        raise _Unsent(f"{code} {words.decode(errors='replace')}")
    _refuse(server, code, words)


def _refuse(server: smtplib.SMTP, code: int, words: bytes) -> None:
    """Raise for an answer that is not the one hoped for; leave the connection clean."""
    if code == _CLOSING or code < 400:
        raise OSError(f"{code} {words.decode(errors='replace')}")
    server.rset()
    raise (LetterRefused if code >= 500 else LetterPutOff)(code, words)


def _dotted(content: bytes) -> bytes:
    """A letter as it goes after DATA: a dot at the start of a line doubled, a dot at the end."""
    body = content.replace(b"\r\n.", b"\r\n..")
    return body + (b"" if body.endswith(b"\r\n") else b"\r\n") + b".\r\n"
