"""How the source of a rule is written out for a reader."""

import re

from flask_babel import gettext as _

_SECTION = re.compile(r"(constitution )?s\.([\d/()]+)")


def section_words(source: str) -> str:
    """A rule's source in the page's language: "constitution s.133, s.136" is "Constitution,
    section 133, section 136"; the rules of procedure have no number."""
    return ", ".join(_part(part) for part in source.split(", "))


def _part(part: str) -> str:
    found = _SECTION.fullmatch(part)
    if found is None:
        return _("rules of procedure")
    if found[1]:
        return _("Constitution, section %(number)s", number=found[2])
    return _("section %(number)s", number=found[2])
