"""Logs of bills written briefly, for tests: kinds of step with days, and whole well-trodden paths."""

from datetime import date, timedelta

from webapp.bills.rules.sessions import Session, SessionKind
from webapp.bills.rules.steps import Step, StepKind

K = StepKind
DAY = timedelta(days=1)
TODAY = date(2026, 11, 23)

# Ordinary sessions as the decrees of those years give them: the last day is the day before closing.
SESSIONS = (
    Session(date(2022, 5, 22), date(2022, 9, 18)),
    Session(date(2022, 11, 1), date(2023, 2, 28)),
    Session(date(2023, 7, 3), date(2023, 10, 30), SessionKind.FIRST),
)


def log(*entries: tuple[StepKind, date | str]) -> list[Step]:
    """Steps from pairs of kind and day; a day may be an ISO string."""
    return [
        Step(kind, date.fromisoformat(on) if isinstance(on, str) else on) for kind, on in entries
    ]


def daily(kinds: tuple[StepKind, ...], start: date = date(2022, 5, 22)) -> list[Step]:
    """These kinds of step, all on one day."""
    return [Step(kind, start) for kind in kinds]


TO_HOUSE_APPROVAL = (
    K.SUBMITTED_HOUSE,
    K.HOUSE_AGENDA_PLACED,
    K.HOUSE_R1_ACCEPTED,
    K.HOUSE_R2_DONE,
    K.HOUSE_R3_APPROVED,
)
TO_SENATE = (*TO_HOUSE_APPROVAL, K.SENATE_RECEIVED)
TO_SENATE_R3 = (*TO_SENATE, K.SENATE_R1_ACCEPTED, K.SENATE_R2_DONE)
TO_APPROVAL = (*TO_SENATE_R3, K.SENATE_R3_APPROVED)
TO_JOINT_R3 = (
    K.SUBMITTED_PARLIAMENT,
    K.JOINT_AGENDA_PLACED,
    K.JOINT_R1_ACCEPTED,
    K.JOINT_R2_DONE,
)
