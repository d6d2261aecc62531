"""One event as it is told to people: words and places, the same for every channel and form."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """Where there is more: what is there, and its address."""

    what: str
    url: str


@dataclass(frozen=True)
class Telling:
    """What is said of one event in one language, in the order in which it is said.

    `name` is the bill's short name, or the document's; `what` says in one sentence what changed,
    `meaning` what that means, `coming` what comes next and by when, `section` the words that
    changed. `thread` names what it is about ("b-12"): messages of one thread hang together.
    """

    news_id: int
    language: str
    name: str
    what: str
    page: Place
    thread: str
    meaning: str = ""
    coming: str = ""
    section: str = ""
    # Set apart and said first: that something told before was wrong, that this is the last message.
    sorry: str = ""
    last: str = ""
    more: tuple[Place, ...] = field(default=())

    @property
    def title(self) -> str:
        """The subject of a message: the name first."""
        return f"{self.name}: {self.what}"

    @property
    def paragraphs(self) -> list[str]:
        """All that is said after the name and what happened, without the empty."""
        said = (self.sorry, self.meaning, self.coming, self.section, self.last)
        return [paragraph for paragraph in said if paragraph]

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place where there is more, the page itself first."""
        return (self.page, *self.more)

    @property
    def text(self) -> str:
        """The whole without addresses, as it is read aloud or set in braille."""
        return "\n".join([self.name, self.what, *self.paragraphs])


@dataclass(frozen=True)
class Hearing:
    """How somebody hears news: the language, the voice's name and the speed in per cent; "" and 0
    are the usual ones of the site."""

    language: str
    voice: str = ""
    speed: int = 0


@dataclass(frozen=True)
class Chapter:
    """A place in a sound: what is said there, and its start and end in seconds."""

    title: str
    start: float
    end: float


@dataclass(frozen=True)
class Sound:
    """A sound as a file: its size in bytes and its length in seconds."""

    path: Path
    bytes: int
    seconds: float
