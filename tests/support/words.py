"""The words of the interface in either language, so that a journey is written once for both."""

from functools import cache

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.support.house import WEBAPP


@cache
def thai() -> Catalog:
    with (WEBAPP / "translations/th/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file)


class Words:
    """`Words("th")("Send")` is what the button says in Thai; placeholders are given by name."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, english: str, **values: object) -> str:
        """Return the words for the message `english`; raise KeyError where there are none in Thai."""
        text = english
        if self.language == "th":
            message = thai().get(english)
            if message is None or not message.string:
                raise KeyError(english)
            text = message.string if isinstance(message.string, str) else message.string[0]
        return text % values if values else text

    def start(self, english: str) -> str:
        """Return what a message with placeholders begins with, for `tab_to`: words and "…"."""
        return self(english).partition("%(")[0].strip() + "…"
