"""What an e-mail is made of (MIME, RFC 2045 to 2047): its words, its files, the letters it is in.

Nothing is left out: what is no words is a file, wherever in the letter it stands.
"""

import re
from email.message import EmailMessage, Message

from bs4 import BeautifulSoup

# Names of the Thai code page that programs write and Python does not know.
_CODECS = {"windows-874": "cp874", "x-windows-874": "cp874", "tis620": "cp874"}
_IN_HEADERS = re.compile(rb"=\?(?:x-)?windows-874\?", re.IGNORECASE)
_BYTES_IN_HEADER = re.compile("[\udc80-\udcff]")
_WORDS = ("text/plain", "text/html")

Files = list[tuple[str, bytes]]


def readable(raw: bytes) -> bytes:
    """The e-mail with Thai in its headers under the name by which it can be decoded."""
    return _IN_HEADERS.sub(b"=?cp874?", raw)


def decoded(content: bytes, charset: str | None) -> str:
    """Bytes as text: by the charset named, else as UTF-8, else by the Thai code page."""
    named = (charset or "utf-8").lower()
    for codec in (_CODECS.get(named, named), "utf-8"):
        try:
            return content.decode(codec)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("cp874", "replace")


def header(mail: EmailMessage, name: str) -> str:
    """A header in one line; "" where there is none, or one too broken to be read."""
    for key, value in mail.raw_items():
        if key.lower() == name.lower() and _BYTES_IN_HEADER.search(str(value)):
            sent = str(value).encode("utf-8", "surrogateescape")
            return " ".join(decoded(sent, None).split())
    try:
        return " ".join(str(mail.get(name, "")).split())
    except (ValueError, IndexError, AttributeError):
        return ""


def text_and_files(mail: EmailMessage) -> tuple[str, Files]:
    """All words of a letter in their order, and every file with its name."""
    texts, files, _is_plain = _collect(mail)
    return "\n\n".join(filter(None, texts)), files


def _collect(part: Message) -> tuple[list[str], Files, bool]:
    """The texts and files of a part, and whether its words are plain text."""
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        found = [_collect(child) for child in part.iter_parts()]  # type: ignore[attr-defined]
        files = [file for _texts, more, _is_plain in found for file in more]
        if part.get_content_subtype() == "alternative":
            said = [one for one in found if any(one[0])]
            # The same words twice: plain ones before those in HTML.
            best = next((one for one in said if one[2]), said[-1] if said else ([], [], False))
            return best[0], files, best[2]
        texts = [text for more, _files, _is_plain in found for text in more]
        return texts, files, any(is_plain for _texts, _files, is_plain in found)
    kind = part.get_content_type()
    name = part.get_filename()
    if kind in _WORDS and not name and part.get_content_disposition() != "attachment":
        return [_text(part)], [], kind == "text/plain"
    return [], [(name or "file", _content(part))], False


def _text(part: Message) -> str:
    text = decoded(_content(part), part.get_content_charset())
    if part.get_content_type() == "text/html":
        text = BeautifulSoup(text, "html.parser").get_text("\n")
    return text.replace("\r\n", "\n").replace("\0", "").strip()


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else part.as_bytes()
