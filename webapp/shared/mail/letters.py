"""Letters as the bytes that travel: plain text first, a page of HTML beside it, files with it.

One letter to many people is a `Circular`: it is put together once, and what differs between its
copies stands in blanks, `@@name@@`, which are filled in a few microseconds each.
"""

import hashlib
from base64 import encodebytes
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape
from urllib.parse import quote

from webapp.shared import clock

TO = "@@to@@"
_NEWLINE = b"\r\n"


@dataclass(frozen=True)
class Attachment:
    """A file that travels with a letter."""

    name: str
    mimetype: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """One letter. `text` is written first and complete; `html` says the same for those who want
    it in another form; headers are extra ones."""

    to: str
    subject: str
    text: str
    language: str = "th"
    headers: Mapping[str, str] = field(default_factory=dict)
    html: str = ""
    attachments: tuple[Attachment, ...] = ()


class Circular:
    """A letter to many: `copy_for` gives the bytes of one copy."""

    def __init__(self, letter: Letter, sender: str, headers: Mapping[str, str]) -> None:
        """Raises `ValueError` for a newline in a header."""
        self._head = _head(letter, sender, headers)
        content = repr((letter.text, letter.html)).encode()
        self._boundary = f"=_{hashlib.sha256(content).hexdigest()[:24]}"
        self._text, self._html = letter.text, letter.html
        self._files = b"".join(self._part(_file(one)) for one in letter.attachments)

    @property
    def size(self) -> int:
        """How many bytes it holds, about."""
        return 3 * (len(self._head) + len(self._text) + len(self._html)) + len(self._files)

    def copy_for(self, to: str, blanks: Mapping[str, str] | None = None) -> bytes:
        """The letter to `to` with its blanks filled. Raises `ValueError` for a newline in one."""
        values = {**(blanks or {}), "to": to}
        if any("\n" in value or "\r" in value for value in values.values()):
            raise ValueError("a newline cannot stand in a header")
        return _filled(self._head, values).encode() + self._body(values)

    def _body(self, values: Mapping[str, str]) -> bytes:
        text = _text_part("plain", _filled(self._text, values))
        if self._html:
            safe = {name: escape(value) for name, value in values.items()}
            page = _text_part("html", _filled(self._html, safe))
            text = self._parts("alternative", "a", self._part(text, "a") + self._part(page, "a"))
        if self._files:
            text = self._parts("mixed", "", self._part(text) + self._files)
        return text

    def _part(self, part: bytes, level: str = "") -> bytes:
        return f"--{self._boundary}{level}".encode() + _NEWLINE + part

    def _parts(self, kind: str, level: str, parts: bytes) -> bytes:
        name = self._boundary + level
        head = f'Content-Type: multipart/{kind};\r\n boundary="{name}"'.encode()
        return head + _NEWLINE * 2 + parts + f"--{name}--".encode() + _NEWLINE


def _head(letter: Letter, sender: str, headers: Mapping[str, str]) -> str:
    """The headers of a letter, blanks in them."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    # A name may have been typed in several lines.
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(clock.now())
    message["Content-Language"] = letter.language
    message["Auto-Submitted"] = "auto-generated"
    message["MIME-Version"] = "1.0"
    head = message.as_bytes().decode("ascii").removesuffix("\r\n")
    for name, value in {"To": TO, **headers}.items():
        if "\n" in value or "\r" in value:
            raise ValueError("a newline cannot stand in a header")
        # The others hold addresses alone, which mail programs take apart by themselves.
        head += f"{name}: {value}\r\n"
    return head


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"@@{name}@@", value)
    return text


def _text_part(kind: str, text: str) -> bytes:
    # Lines of text end in CRLF before they are encoded (RFC 2045, 6.8).
    content = "\r\n".join(text.splitlines()) + "\r\n"
    head = f'Content-Type: text/{kind}; charset="utf-8"\r\nContent-Transfer-Encoding: base64'
    return head.encode() + _NEWLINE * 2 + _base64(content.encode())


def _file(one: Attachment) -> bytes:
    name = quote(one.name, safe="")
    head = (
        f"Content-Type: {one.mimetype}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Disposition: attachment; filename*=UTF-8''{name}"
    )
    return head.encode() + _NEWLINE * 2 + _base64(one.content)


def _base64(content: bytes) -> bytes:
    return encodebytes(content).replace(b"\n", _NEWLINE)
