"""Addresses of pages as messages name them: whole, and in the language of the message."""

from webapp.shared.languages import PREFIX
from webapp.shared.settings import settings


def address(path: str, lang: str) -> str:
    """The absolute address of the page at `path` in `lang`."""
    return f"{settings().BASE_URL}{PREFIX if lang == 'en' else ''}{path}"


def file_address(path: str) -> str:
    """The absolute address of what exists once: a feed, a file."""
    return f"{settings().BASE_URL}{path}"
