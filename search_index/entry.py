"""One thing that can be found: a bill, a document, a section of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# A section names its document under this facet: to filter by, never to count.
PARENT = "parent"
# A document and its sections tell under this one in which month it came ("2026-03"), so that what
# is new can be looked through by itself; it is not counted either.
CAME = "came"

# What follows this sign in a text only finds it: it is shown to nobody.
ONLY_FINDS = "\f"


@dataclass(frozen=True)
class Entry:
    """What an index is given about one page or one part of a page.

    `id` is unique over all kinds. `short` is the name people use ("พ.ร.บ.สหกรณ์"), `heading` the
    place inside a document ("มาตรา ๑๒"), so that a passage can say where it stands. `text` is
    already cleaned. `lang` is "th" or "en", `date` its own day and `published` the moment at which
    it was published here, in ISO 8601. `facets` hold what one can filter by beside kind and
    language, such as `{"year": "2565", "parent": "d-17"}`, several values where several are true
    (`{"form": ("sound", "braille")}`); a name holds no "=".
    """

    id: str
    kind: str
    url: str
    title: str
    short: str = ""
    heading: str = ""
    text: str = ""
    lang: str = "th"
    facets: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    date: str | None = None
    published: str | None = None

    @property
    def shown(self) -> str:
        """What of the text a passage may show; the title where there is none."""
        return self.text.partition(ONLY_FINDS)[0].rstrip() or self.title

    @property
    def is_part(self) -> bool:
        """It is a section of something that is found by itself, whose title it bears."""
        return PARENT in self.facets
