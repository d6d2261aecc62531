"""The name of any key of the rules, whichever enumeration it is from."""

from enum import StrEnum

from webapp.bills.rules.kinds import BillKind, House, ProposerKind
from webapp.bills.rules.sessions import SessionKind
from webapp.bills.rules.stages import Stage, StageFamily
from webapp.bills.rules.steps import Result, StepKind
from webapp.bills.wording.clock import SESSION_KIND_NAMES
from webapp.bills.wording.stages import FAMILY_NAMES, STAGE_NAMES
from webapp.bills.wording.steps import (
    HOUSE_NAMES,
    KIND_NAMES,
    PROPOSER_NAMES,
    RESULT_NAMES,
    STEP_NAMES,
)

# Kept by type: keys of two enumerations may be the same text and mean different things.
_TABLES = {
    BillKind: KIND_NAMES,
    House: HOUSE_NAMES,
    ProposerKind: PROPOSER_NAMES,
    Result: RESULT_NAMES,
    SessionKind: SESSION_KIND_NAMES,
    Stage: STAGE_NAMES,
    StageFamily: FAMILY_NAMES,
    StepKind: STEP_NAMES,
}


def key_name(key: StrEnum) -> str:
    """What a key is called in the language in force. Raises KeyError for a key of no table."""
    return str(_TABLES[type(key)][key])  # type: ignore[index]
