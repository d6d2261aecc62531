"""What forms are called, in the language in force; an unknown one as it came."""

from webapp.listening.rules.kinds import FormKind
from webapp.listening.wording import KIND_NAMES, TERM_NAMES


def kind_name(kind: str) -> str:
    """What a kind of form is called."""
    return str(KIND_NAMES[FormKind(kind)]) if kind in set(FormKind) else kind


def term_name(term: str) -> str:
    """What a coarse term is called that documents are filtered by: "sound", "braille"."""
    return str(TERM_NAMES.get(term, term))
