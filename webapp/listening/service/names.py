"""What forms are called."""

from webapp.listening.rules.kinds import FormKind
from webapp.listening.wording import KIND_NAMES


def kind_name(kind: str) -> str:
    """What a kind of form is called, in the language in force; an unknown one as it came."""
    return str(KIND_NAMES[FormKind(kind)]) if kind in set(FormKind) else kind
