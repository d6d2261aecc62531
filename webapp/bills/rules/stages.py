"""Where a bill can be: the stages, and the few families that a list of bills is filtered by."""

from enum import StrEnum


class Stage(StrEnum):
    """Where a bill is now; always derived from its steps, never written by hand."""

    NO_STEP = "no_step"
    HEARING_S77 = "hearing_s77"
    CITIZEN_SIGNATURE = "citizen_signature"
    PRE_SUBMISSION = "pre_submission"
    SUBMITTED_HOUSE = "submitted_house"
    MONEY_CHECK = "money_check"
    HOUSE_R1 = "house_r1"
    HOUSE_R2 = "house_r2"
    HOUSE_R3 = "house_r3"
    HOUSE_APPROVED = "house_approved"
    SENATE_RECEIVED = "senate_received"
    SENATE_R1 = "senate_r1"
    SENATE_R2 = "senate_r2"
    SENATE_R3 = "senate_r3"
    SENATE_REJECTED_WITHHELD = "senate_rejected_withheld"
    SENATE_AMENDED = "senate_amended"
    JOINT_COMMITTEE = "joint_committee"
    WITHHELD = "withheld"
    SUBMITTED_PARLIAMENT = "submitted_parliament"
    JOINT_R1 = "joint_r1"
    JOINT_R2 = "joint_r2"
    JOINT_R3 = "joint_r3"
    JOINT_SITTING = "joint_sitting"
    BODY_OPINION = "body_opinion"
    JOINT_RECONSIDERATION = "joint_reconsideration"
    OPINION_SETTLED = "opinion_settled"
    REFERENDUM = "referendum"
    REFERENDUM_APPROVED = "referendum_approved"
    DECREE_IN_FORCE = "decree_in_force"
    DECREE_HOUSE = "decree_house"
    DECREE_SENATE = "decree_senate"
    DECREE_HOUSE_AGAIN = "decree_house_again"
    PARLIAMENT_APPROVED = "parliament_approved"
    PM_WAIT = "pm_wait"
    CONSTITUTIONAL_COURT = "constitutional_court"
    ROYAL_ASSENT = "royal_assent"
    RECONSIDERATION = "reconsideration"
    CONFIRMED = "confirmed"
    ROYAL_ASSENT_AGAIN = "royal_assent_again"
    ASSENTED = "assented"
    GAZETTED = "gazetted"
    TREATY_CONCLUDED = "treaty_concluded"
    LAPSED = "lapsed"
    RESUMPTION = "resumption"
    LAPSED_PM_REFUSED = "lapsed_pm_refused"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    STRUCK_OUT = "struck_out"
    FELL_AT_COURT = "fell_at_court"


class StageFamily(StrEnum):
    """A coarse place, for filters and tags."""

    PREPARING = "preparing"
    HOUSE = "house"
    SENATE = "senate"
    BOTH_HOUSES = "both_houses"
    APPROVED = "approved"
    LAW = "law"
    ENDED = "ended"


_FAMILIES: dict[StageFamily, tuple[Stage, ...]] = {
    StageFamily.PREPARING: (
        Stage.NO_STEP,
        Stage.HEARING_S77,
        Stage.CITIZEN_SIGNATURE,
        Stage.PRE_SUBMISSION,
    ),
    StageFamily.HOUSE: (
        Stage.SUBMITTED_HOUSE,
        Stage.MONEY_CHECK,
        Stage.HOUSE_R1,
        Stage.HOUSE_R2,
        Stage.HOUSE_R3,
        Stage.DECREE_IN_FORCE,
        Stage.DECREE_HOUSE,
        Stage.DECREE_HOUSE_AGAIN,
    ),
    StageFamily.SENATE: (
        Stage.HOUSE_APPROVED,
        Stage.SENATE_RECEIVED,
        Stage.SENATE_R1,
        Stage.SENATE_R2,
        Stage.SENATE_R3,
        Stage.DECREE_SENATE,
    ),
    StageFamily.BOTH_HOUSES: (
        Stage.SENATE_REJECTED_WITHHELD,
        Stage.SENATE_AMENDED,
        Stage.JOINT_COMMITTEE,
        Stage.WITHHELD,
        Stage.SUBMITTED_PARLIAMENT,
        Stage.JOINT_R1,
        Stage.JOINT_R2,
        Stage.JOINT_R3,
        Stage.JOINT_SITTING,
        Stage.JOINT_RECONSIDERATION,
        Stage.RECONSIDERATION,
        Stage.RESUMPTION,
    ),
    StageFamily.APPROVED: (
        Stage.PARLIAMENT_APPROVED,
        Stage.BODY_OPINION,
        Stage.OPINION_SETTLED,
        Stage.REFERENDUM,
        Stage.REFERENDUM_APPROVED,
        Stage.PM_WAIT,
        Stage.CONSTITUTIONAL_COURT,
        Stage.ROYAL_ASSENT,
        Stage.CONFIRMED,
        Stage.ROYAL_ASSENT_AGAIN,
        Stage.ASSENTED,
    ),
    StageFamily.LAW: (Stage.GAZETTED, Stage.TREATY_CONCLUDED),
    StageFamily.ENDED: (
        Stage.LAPSED,
        Stage.LAPSED_PM_REFUSED,
        Stage.MERGED,
        Stage.WITHDRAWN,
        Stage.REJECTED,
        Stage.STRUCK_OUT,
        Stage.FELL_AT_COURT,
    ),
}

_FAMILY_OF = {stage: family for family, stages in _FAMILIES.items() for stage in stages}

# A lapsed bill is not final: the new cabinet may ask for it again (constitution s.147).
FINAL_STAGES: frozenset[Stage] = frozenset(
    {*_FAMILIES[StageFamily.LAW], *_FAMILIES[StageFamily.ENDED]} - {Stage.LAPSED}
)

# Left only to come back to where the bill was, to go on to another of these, or to end.
INTERRUPTIONS: frozenset[Stage] = frozenset(
    {Stage.MONEY_CHECK, Stage.CONSTITUTIONAL_COURT, Stage.LAPSED, Stage.RESUMPTION}
)


def family_of(stage: Stage) -> StageFamily:
    """The family that a stage belongs to."""
    return _FAMILY_OF[stage]


def stages_of(family: StageFamily) -> tuple[Stage, ...]:
    """The stages of a family, in the order a bill passes them."""
    return _FAMILIES[family]
