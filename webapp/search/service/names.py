"""What the kinds of things that are found are called."""

from webapp.search.wording import KIND_NAMES


def kind_name(kind: str) -> str:
    """What a kind is called in the language in force; an unknown one as it came."""
    return str(KIND_NAMES.get(kind, kind))
