"""Which kinds of form this machine can make."""

from webapp.listening.rules.forms import FormState
from webapp.listening.rules.kinds import FormKind
from webapp.listening.rules.shelf import Standing, standing
from webapp.shared import printing


def is_possible(kind: FormKind) -> bool:
    """Whether a form of this kind can be made here: large print needs Pango."""
    return kind is not FormKind.LARGE_PRINT or printing.unavailable() is None


def standing_here(
    kind: FormKind, state: FormState | None, has_file: bool, characters: int
) -> Standing:
    """As by the rule, but what this machine cannot make failed, tried or not."""
    if not has_file and not is_possible(kind):
        return Standing.FAILED
    return standing(kind, state, has_file, characters)
