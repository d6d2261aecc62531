"""An e-mail address that an answer can be announced to."""

import re

MAX_EMAIL = 254  # RFC 5321 4.5.3.1.3, the path without its angle brackets
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}")


def is_email(text: str) -> bool:
    """Whether a letter can be sent to `text`; whether somebody reads it only a letter can tell."""
    return len(text) <= MAX_EMAIL and _ADDRESS.fullmatch(text) is not None
