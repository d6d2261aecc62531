"""Names of bills: how two of them are compared, and how one stands in an address."""

import re

from thai_text import short_forms
from thai_text.words import fold

# A vote's title goes on after the bill's name; nothing from here on belongs to the name.
_AFTER_NAME = re.compile(
    r"\s*(ซึ่งสภาผู้แทนราษฎรลงมติ|ซึ่งคณะกรรมาธิการ|\(?วาระ(ที่)?\s*[0-9]|\(โหวต|\(?รอบที่).*$"
)
_DRAFT = re.compile(r"^\s*(พิจารณา)?\s*(ร่าง)?\s*")
_FILLERS = re.compile(r"[.…\s]+")
_YEAR = re.compile(r"พุทธศักราช[0-9]*")
_ISSUE = re.compile(r"\(ฉบับที่[0-9]*\)")
_NOT_IN_SLUG = re.compile(r"[^\w\u0e00-\u0e7f]+|[_]+")
SLUG_LENGTH = 80


def fold_title(text: str) -> str:
    """A bill's name in the form in which names are compared: abbreviations written out, digits,
    blanks for a year (`....`, `…`) and spaces made alike, ร่าง left off."""
    written_out = short_forms.PATTERN.sub(
        lambda found: short_forms.sure_form(found.group()) or found.group(), fold(text)
    )
    named = _AFTER_NAME.sub("", written_out)
    return _FILLERS.sub("", _DRAFT.sub("", named))


def title_stem(text: str) -> str:
    """A folded name without issue number and year: what a draft and its Act have in common."""
    return _ISSUE.sub("", _YEAR.sub("", fold_title(text)))


def slug(text: str) -> str:
    """A bill's name as it may stand at the end of its address; at most SLUG_LENGTH characters."""
    words = _NOT_IN_SLUG.sub("-", _DRAFT.sub("", text, count=1)).strip("-")
    return words[:SLUG_LENGTH].rstrip("-")
