"""A blind person who comes to the site with a screen reader; what she hears is kept."""

from pathlib import Path

from tests.support.orca import Reader
from tests.support.sample_site import SampleSite
from tests.support.transcript import Transcript
from tests.support.words import Words

TRANSCRIPTS = Path(__file__).with_name("transcripts")


class Listener:
    """Opens addresses, presses keys, and remembers what was said."""

    def __init__(self, reader: Reader, site: SampleSite, language: str, journey: str) -> None:
        self.reader = reader
        self.base = site.url + ("" if language == "th" else "/en")
        self.language = language
        self.say = Words(language)
        self.transcript = Transcript(TRANSCRIPTS / f"{journey}.{language}.txt")

    def open(self, path: str) -> str:
        """Open an address; return all that is read out, joined."""
        return self.arrive(f"open {path}", self.reader.open(self.base + path))

    def keys(self, *names: str) -> str:
        """Press keys on this page; return what is said."""
        return self.note(" ".join(names), self.reader.keys(*names))

    def tab_to(self, words: str) -> str:
        """Press Tab until `words` are said; return what is said there."""
        return self.note(f"Tab to: {words}", self.reader.tab_to(words))

    def type(self, text: str) -> None:
        """Type into the field that has the focus; each character is echoed, and not kept."""
        self.reader.type(text)

    def go(self, key: str = "Return") -> str:
        """Press a key that leads to another page; return what is read out there."""
        return self.arrive(key, self.reader.go(key))

    def arrive(self, what: str, said: list[str]) -> str:
        """Keep what was said of a page without the menus around it; return all of it."""
        heading, footer = (self.reader.region(place) for place in ("h1", "footer a"))
        return "\n".join(self.transcript.page(what, said, heading, footer))

    def note(self, what: str, said: list[str]) -> str:
        return "\n".join(self.transcript.step(what, said))
