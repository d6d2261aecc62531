"""What tells that the same form came before: see service/once.py."""

import secrets

from wtforms import HiddenField


def token_field() -> HiddenField:
    """A random word, which comes back with the form."""
    return HiddenField(default=lambda: secrets.token_urlsafe(16))
