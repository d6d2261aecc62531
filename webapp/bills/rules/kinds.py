"""What sorts of bills there are, who acts on them and who may propose them."""

from enum import StrEnum


class BillKind(StrEnum):
    """A sort of bill, each with its own path through Parliament."""

    ORDINARY = "ordinary"
    MONEY = "money"
    ORGANIC = "organic"
    BUDGET = "budget"
    CONSTITUTION_AMENDMENT = "constitution_amendment"
    EMERGENCY_DECREE = "emergency_decree"
    TREATY = "treaty"


class House(StrEnum):
    """Who takes a step."""

    HOUSE = "house"
    SENATE = "senate"
    JOINT = "joint"
    JOINT_COMMITTEE = "joint_committee"
    CABINET = "cabinet"
    PRIME_MINISTER = "prime_minister"
    KING = "king"
    COURT = "court"
    GAZETTE = "gazette"
    CITIZENS = "citizens"
    PRESIDENT = "president_of_parliament"
    CONSULTED_BODY = "consulted_body"


class ProposerKind(StrEnum):
    """Who proposed a bill."""

    CABINET = "cabinet"
    MPS = "mps"
    MPS_AND_SENATORS = "mps_and_senators"
    CITIZENS = "citizens"


_CABINET_ONLY = frozenset({ProposerKind.CABINET})

# Senators alone propose no bill; the Constitution names them only beside members of the House.
PROPOSERS: dict[BillKind, frozenset[ProposerKind]] = {
    BillKind.ORDINARY: frozenset({ProposerKind.CABINET, ProposerKind.MPS, ProposerKind.CITIZENS}),
    BillKind.MONEY: frozenset({ProposerKind.CABINET, ProposerKind.MPS, ProposerKind.CITIZENS}),
    BillKind.ORGANIC: frozenset({ProposerKind.CABINET, ProposerKind.MPS}),
    BillKind.BUDGET: _CABINET_ONLY,
    BillKind.CONSTITUTION_AMENDMENT: frozenset(ProposerKind),
    BillKind.EMERGENCY_DECREE: _CABINET_ONLY,
    BillKind.TREATY: _CABINET_ONLY,
}

# How many voters must sign: constitution s.133(3) for bills, s.256(1) for amendments.
SIGNATURES_NEEDED: dict[BillKind, int] = {
    BillKind.ORDINARY: 10_000,
    BillKind.MONEY: 10_000,
    BillKind.CONSTITUTION_AMENDMENT: 50_000,
}


def may_propose(kind: BillKind, proposer: ProposerKind) -> bool:
    """Whether this proposer may bring a bill of this kind (constitution s.131, s.133, s.143, s.172,
    s.178, s.256(1))."""
    return proposer in PROPOSERS[kind]
