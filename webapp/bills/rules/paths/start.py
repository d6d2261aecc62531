"""The beginning that bills share: hearing, signatures, preparation, ending before a vote."""

from webapp.bills.rules.kinds import ProposerKind
from webapp.bills.rules.paths.move import Move, Whither, stages
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind

_CITIZENS = frozenset({ProposerKind.CITIZENS})
_BEFORE = stages(Stage.NO_STEP, Stage.HEARING_S77, Stage.CITIZEN_SIGNATURE, Stage.PRE_SUBMISSION)


def preparing(submitted: StepKind, lands: Stage, section: str, signatures: str) -> tuple[Move, ...]:
    """The moves up to a bill's submission; `signatures` is the section on voters' signatures, empty
    where voters may not propose."""
    moves = [
        Move(
            StepKind.HEARING_OPENED,
            _BEFORE,
            Stage.HEARING_S77,
            "constitution s.77",
        ),
        Move(
            StepKind.HEARING_CLOSED,
            stages(Stage.HEARING_S77),
            Whither.STAY,
            "constitution s.77",
        ),
        Move(
            StepKind.HEARING_REPORTED,
            stages(Stage.HEARING_S77),
            Whither.STAY,
            "constitution s.77",
        ),
        Move(StepKind.PREPARATION_STARTED, _BEFORE, Stage.PRE_SUBMISSION, section),
        Move(
            submitted,
            _BEFORE,
            lands,
            section,
            needs=StepKind.SIGNATURES_VERIFIED if signatures else None,
            needs_from=_CITIZENS,
        ),
    ]
    if signatures:
        moves += [
            Move(
                StepKind.SIGNATURES_OPENED,
                _BEFORE,
                Stage.CITIZEN_SIGNATURE,
                signatures,
                proposers=_CITIZENS,
            ),
            Move(
                StepKind.SIGNATURES_VERIFIED,
                stages(Stage.CITIZEN_SIGNATURE),
                Stage.PRE_SUBMISSION,
                signatures,
                proposers=_CITIZENS,
            ),
        ]
    return tuple(moves)


def ending_early(open_stages: frozenset[Stage], mergeable: frozenset[Stage]) -> tuple[Move, ...]:
    """Withdrawn by its proposer, struck out by the presiding officer, or merged behind another
    bill; the Constitution leaves these to the rules of procedure (s.128)."""
    before = _BEFORE - {Stage.NO_STEP}
    ending = (
        Move(
            StepKind.WITHDRAWN,
            before | open_stages,
            Stage.WITHDRAWN,
            "rules of procedure, constitution s.128",
        ),
        Move(
            StepKind.STRUCK_OUT,
            before | open_stages,
            Stage.STRUCK_OUT,
            "rules of procedure, constitution s.128",
        ),
    )
    if not mergeable:
        return ending
    return (
        *ending,
        Move(
            StepKind.MERGED,
            mergeable,
            Stage.MERGED,
            "rules of procedure, constitution s.128",
        ),
    )
