"""Whether a text names a member of staff: by the whole name, or by a part that may be another's."""

import re
from collections.abc import Mapping
from enum import StrEnum

_TITLES = re.compile(
    r"^(?:นางสาว|น\.ส\.|นาย|นาง|คุณ|ดร\.|ผศ\.|รศ\.|ศ\.|ว่าที่\s*ร\.ต\.|mr\.?\s|mrs\.?\s|ms\.?\s|dr\.?\s)\s*",
    re.IGNORECASE,
)
# Shorter given names stand within too many other words.
FEWEST_LETTERS = 3


class Named(StrEnum):
    """How surely a text names a person."""

    WHOLE = "whole"
    PART = "part"


def name_parts(name: str) -> list[str]:
    """The parts of a name without its title, without capitals."""
    return _TITLES.sub("", name.strip()).casefold().split()


def named(text: str, name: str) -> Named | None:
    """How surely `text` names the person `name`; None where it does not."""
    parts = name_parts(name)
    said = text.casefold()
    if len(parts) > 1 and _stands(r"\s*".join(map(re.escape, parts)), said):
        return Named.WHOLE
    if any(len(part) >= FEWEST_LETTERS and _stands(re.escape(part), said) for part in parts):
        return Named.PART
    return None


def _stands(pattern: str, text: str) -> bool:
    """Whether it stands in the text; Latin letters only as whole words, Thai has no spaces."""
    return re.search(rf"(?<![a-z]){pattern}(?![a-z])", text) is not None


def who_is_named(text: str, names: Mapping[int, str]) -> dict[int, Named]:
    """Which of the persons, by id, the text names, and how surely; the surest first."""
    found = {key: sure for key, name in names.items() if (sure := named(text, name))}
    return dict(sorted(found.items(), key=lambda item: item[1] is not Named.WHOLE))
