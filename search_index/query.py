"""What a person types, understood: words, "a phrase", -without or NOT without, this OR that.

AND between words says what holds anyhow.

There are no other signs: no wildcard, no prefix, no field, so that no query is slow by design.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from thai_text.dates import MONTHS, SHORT_MONTHS
from thai_text.numbers import ARABIC_DIGITS

LONGEST = 200
# Every part is at least one look into the index; more than this no person means.
_MOST_PARTS = 24
_QUOTES = str.maketrans("“”„‟«»″＂", '"' * 8)
_TOKEN = re.compile(r'(?P<without>(?<!\S)[-−–])?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
# In capitals alone: in small letters they are words. Of several together the last counts.
OPERATORS = ("AND", "OR", "NOT")
_SAYS_SOMETHING = re.compile(r"\w")
_MONTH = "|".join(map(re.escape, (*MONTHS, *SHORT_MONTHS)))
# Words that only say that a year follows: many a title has the year without them.
_YEAR_WORD = r"(?:ปี|ปีพ\.?ศ\.?|พ\.?ศ\.?)"
# Two figures behind one of these are a year of the Buddhist era: ปี 66, ปีงบฯ ๖๗, 12 ม.ค. 67.
_YEAR = re.compile(
    rf"(?P<said>.*?)(?P<word>{_YEAR_WORD}|ปีงบประมาณ|ปีงบฯ?|{_MONTH}) ?"
    r"(?P<year>[3-9][0-9]|2[45][0-9]{2}|(?:19|20)[0-9]{2})"
)
_ONLY_YEAR_WORD = re.compile(_YEAR_WORD)


@dataclass(frozen=True)
class Part:
    """A piece of a query between spaces, or a phrase in quotes, which must stand as written."""

    text: str
    is_phrase: bool = False


@dataclass(frozen=True)
class Query:
    """All `wanted` groups must be met, each by one of its parts; no `unwanted` part may be met."""

    typed: str
    wanted: tuple[tuple[Part, ...], ...] = ()
    unwanted: tuple[Part, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing is asked for; a query that only excludes asks for nothing either."""
        return not self.wanted


def parse(typed: str) -> Query:
    """Understand any string as a query; never raises, and reads at most 200 characters."""
    typed = typed[:LONGEST].strip()
    wanted: list[tuple[Part, ...]] = []
    unwanted: list[Part] = []
    said: str | None = None
    before = ""
    for token in list(_TOKEN.finditer(typed.translate(_QUOTES)))[:_MOST_PARTS]:
        if token["word"] in OPERATORS and not token["without"]:
            said, before = token["word"], ""
            continue
        part = _part(token)
        if part is None:
            continue
        pieces = [] if part.is_phrase else _with_year(part.text, before)
        if token["without"] or said == "NOT":
            unwanted.append(part)
        elif said == "OR" and wanted:
            wanted[-1] += (part,)
        elif pieces:
            if _ONLY_YEAR_WORD.fullmatch(before):
                wanted.pop()
            wanted += pieces
        else:
            wanted.append((part,))
        is_word = not part.is_phrase and not token["without"] and said is None
        said, before = None, part.text if is_word else ""
    return Query(typed, tuple(wanted), tuple(unwanted))


def change_words(typed: str, change: Callable[[str], str]) -> str | None:
    """`typed` with its words changed, or None where that changes none.

    The signs stay, and so does what they hold: a phrase in quotes, what is to be left out.
    """
    pieces: list[str] = []
    changed, said = False, ""
    for token in _TOKEN.finditer(typed.translate(_QUOTES)):
        piece = token[0]
        stays = token["word"] is None or token["without"] or piece in OPERATORS or said == "NOT"
        pieces.append(piece if stays else change(piece))
        changed, said = changed or pieces[-1] != piece, piece
    return " ".join(pieces) if changed else None


def _with_year(text: str, before: str) -> list[tuple[Part, ...]]:
    """A word that ends in a year, in its pieces; none where it does not.

    A short year is the full one too, and what only says that it is one is left out: behind ปี, 66
    is 66 or 2566; งบปี66 is งบ and that year.
    """
    figures = text.translate(ARABIC_DIGITS)
    alone = f"{before} " if figures.isdigit() else ""
    found = _YEAR.fullmatch(alone + figures)
    if found is None:
        return []
    year = found["year"]
    ways = (Part(year),) if len(year) > 2 else (Part(year), Part(f"25{year}"))
    if alone:
        return [ways]
    said = [found["said"], "" if _ONLY_YEAR_WORD.fullmatch(found["word"]) else found["word"]]
    return [*((Part(one),) for one in said if one), ways]


def _part(token: re.Match[str]) -> Part | None:
    is_phrase = token["phrase"] is not None
    text = (token["phrase"] if is_phrase else token["word"]).strip()
    return Part(text, is_phrase) if _SAYS_SOMETHING.search(text) else None
