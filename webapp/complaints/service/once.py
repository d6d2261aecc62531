"""The same form sent twice is one message, with one receipt.

An answer can be lost on its way: the web server is restarted, the line breaks, a person presses the
button twice. The form carries a random word; the word and all that was sent with it make the
receipt code. So the same form sent again finds the message that is there and is shown the same
code, which is stored nowhere; a form gone back to and sent with other words is another message.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass

from webapp.complaints.rules import codename
from webapp.shared import receipt
from webapp.shared.uploads.checking import Upload


@dataclass(frozen=True)
class Once:
    """What tells that the same form came before, and the receipt code that belongs to it."""

    source_key: str
    code: str
    codename: str


def sent_once(token: str, words: Sequence[str], uploads: Sequence[Upload], secret: str) -> Once:
    """What belongs to a form with the random word `token` and exactly these words and files."""
    sent = _sent(token, words, uploads)
    key = _key(sent, secret)
    return Once(key, receipt.code_of(sent, secret), codename.codename_of(sent, secret))


def key_of(token: str, words: Sequence[str], uploads: Sequence[Upload], secret: str) -> str:
    """What alone tells that the same form came before, where there is no code to give."""
    return _key(_sent(token, words, uploads), secret)


def _sent(token: str, words: Sequence[str], uploads: Sequence[Upload]) -> str:
    files = [[file.name, hashlib.sha256(file.content).hexdigest()] for file in uploads]
    return json.dumps([token, list(words), files])


def _key(sent: str, secret: str) -> str:
    return f"form:{hmac.new(secret.encode(), f'form {sent}'.encode(), hashlib.sha256).hexdigest()}"
