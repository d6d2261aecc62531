"""How the source of a rule is written out: English sentences with the section's number."""

from webapp.bills.rules.wording.mark import mark

CONSTITUTION = mark("Constitution, section %(number)s")
SECTION = mark("section %(number)s")
PROCEDURE = mark("rules of procedure")


def section_parts(source: str) -> list[tuple[str, str]]:
    """The parts of a rule's source, each a sentence to translate and the section's number:
    "constitution s.133, s.136" gives Constitution with 133 and section with 136; the rules of
    procedure have no number."""
    parts: list[tuple[str, str]] = []
    for part in source.split(", "):
        _, _, number = part.partition("s.")
        if part.startswith("constitution "):
            parts.append((CONSTITUTION, number))
        elif part.startswith("s."):
            parts.append((SECTION, number))
        elif part:
            parts.append((PROCEDURE, ""))
    return parts
