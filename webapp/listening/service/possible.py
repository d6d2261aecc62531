"""Which kinds of form this machine can make."""

from webapp.listening.rules.kinds import FormKind
from webapp.shared import printing


def is_possible(kind: FormKind) -> bool:
    """Whether a form of this kind can be made here: large print needs Pango."""
    return kind is not FormKind.LARGE_PRINT or printing.unavailable() is None
