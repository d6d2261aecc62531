"""Which steps a record means that tells only a stage, in the words of the House's own statuses."""

from collections.abc import Callable

from webapp.bills.rules.kinds import BillKind
from webapp.bills.rules.steps import StepKind as K

Reached = tuple[K, ...]
JOINT = frozenset({BillKind.ORGANIC, BillKind.CONSTITUTION_AMENDMENT})
BEFORE_PARLIAMENT = "ถอนร่างก่อนเข้าสภา"
# Stages that the record knows before Parliament has received anything.
UNSUBMITTED = frozenset({"citizen_signature", "pre_submission"})
# Stages whose last event is the end of the bill, so that the record's last day is the day of it. Of
# a bill still under way that day only tells when somebody looked, and of an Act it is now the day
# of assent, now that of the Gazette.
ENDINGS = frozenset(
    {
        "lapsed_pm_refused",
        "rejected_house_r1",
        "rejected_house",
        "rejected_joint_r1",
        "merged",
        "withdrawn",
        "struck_out",
        "lapsed",
    }
)


def start_of(kind: BillKind, stage: str, status: str) -> K | None:
    """The step that the record's first day is the day of; None where the stage says it itself."""
    if stage in UNSUBMITTED:
        return None
    if BEFORE_PARLIAMENT in status:
        return K.PREPARATION_STARTED
    if kind is BillKind.EMERGENCY_DECREE:
        return K.DECREE_SUBMITTED
    return K.SUBMITTED_PARLIAMENT if kind in JOINT else K.SUBMITTED_HOUSE


def _always(*steps: K) -> Callable[[BillKind, str], Reached]:
    return lambda _kind, _status: steps


def _enacted(kind: BillKind, _status: str) -> Reached:
    # A decree was in the Gazette before Parliament saw it: both Houses' approval keeps it law.
    if kind is BillKind.EMERGENCY_DECREE:
        return (K.DECREE_SENATE_APPROVED,)
    return (K.GAZETTED,)


def _approved(kind: BillKind, _status: str) -> Reached:
    return (K.JOINT_R3_APPROVED,) if kind in JOINT else (K.SENATE_R3_APPROVED,)


def _in_house(_kind: BillKind, status: str) -> Reached:
    if "วาระที่ 1" in status or "คณะกรรมาธิการ" in status:
        return (K.HOUSE_R1_ACCEPTED,)
    if "ให้ปรับปรุงร่าง" in status:
        return (K.PREPARATION_STARTED,)
    return ()


def _in_senate(_kind: BillKind, status: str) -> Reached:
    if "วีโต้" in status:
        return (K.PARLIAMENT_NOT_CONFIRMED,)
    if "คณะกรรมาธิการ" in status:
        return (K.SENATE_RECEIVED, K.SENATE_R1_ACCEPTED)
    return (K.HOUSE_R3_APPROVED,)


def _agenda(kind: BillKind, _status: str) -> Reached:
    return (K.JOINT_AGENDA_PLACED,) if kind in JOINT else (K.HOUSE_AGENDA_PLACED,)


def _merged(_kind: BillKind, _status: str) -> Reached:
    return (K.MERGED,)


STAGE_STEPS: dict[str, Callable[[BillKind, str], Reached]] = {
    "citizen_signature": _always(K.SIGNATURES_OPENED),
    "pre_submission": _always(K.PREPARATION_STARTED),
    "money_bill_certification": _always(K.MONEY_CHECK_ASKED),
    "lapsed_pm_refused": _always(K.PM_REFUSED),
    "house_agenda": _agenda,
    "house": _in_house,
    "house_r2": _always(K.HOUSE_R1_ACCEPTED),
    "rejected_house_r1": _always(K.HOUSE_R1_REJECTED),
    "rejected_house": _always(K.HOUSE_R3_REJECTED),
    "rejected_joint_r1": _always(K.JOINT_R1_REJECTED),
    "merged": _merged,
    "senate": _in_senate,
    "parliament_approved": _approved,
    "enacted": _enacted,
    "withdrawn": _always(K.WITHDRAWN),
    "struck_out": _always(K.STRUCK_OUT),
    # The record's "lapsed" is a draft that did not meet the conditions for being taken up.
    "lapsed": _always(K.STRUCK_OUT),
}
