"""What can happen to a bill: the kinds of step, and one step as it stands in the log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.bills.rules.kinds import House


class Result(StrEnum):
    """What came out of a step."""

    DONE = "done"
    APPROVED = "approved"
    REJECTED = "rejected"
    AMENDED = "amended"
    DEEMED_APPROVED = "deemed_approved"
    ENDED = "ended"


class StepKind(StrEnum):
    """A kind of step; it fixes the house, the reading and the result."""

    HEARING_OPENED = "hearing_opened"
    HEARING_CLOSED = "hearing_closed"
    HEARING_REPORTED = "hearing_reported"
    SIGNATURES_OPENED = "signatures_opened"
    SIGNATURES_VERIFIED = "signatures_verified"
    PREPARATION_STARTED = "preparation_started"
    SUBMITTED_HOUSE = "submitted_house"
    MONEY_CHECK_ASKED = "money_check_asked"
    MONEY_BILL_FOUND = "money_bill_found"
    MONEY_BILL_NOT_FOUND = "money_bill_not_found"
    PM_CERTIFIED = "pm_certified"
    PM_REFUSED = "pm_refused"
    HOUSE_AGENDA_PLACED = "house_agenda_placed"
    HOUSE_R1_ACCEPTED = "house_r1_accepted"
    HOUSE_R1_REJECTED = "house_r1_rejected"
    MERGED = "merged"
    HOUSE_COMMITTEE_REPORTED = "house_committee_reported"
    HOUSE_R2_DONE = "house_r2_done"
    HOUSE_R3_APPROVED = "house_r3_approved"
    HOUSE_R3_REJECTED = "house_r3_rejected"
    HOUSE_DEEMED_APPROVED = "house_deemed_approved"
    SENATE_RECEIVED = "senate_received"
    SENATE_AGENDA_PLACED = "senate_agenda_placed"
    SENATE_TIME_EXTENDED = "senate_time_extended"
    SENATE_R1_ACCEPTED = "senate_r1_accepted"
    SENATE_R1_REJECTED = "senate_r1_rejected"
    SENATE_COMMITTEE_REPORTED = "senate_committee_reported"
    SENATE_R2_DONE = "senate_r2_done"
    SENATE_R3_APPROVED = "senate_r3_approved"
    SENATE_R3_AMENDED = "senate_r3_amended"
    SENATE_R3_REJECTED = "senate_r3_rejected"
    SENATE_APPROVED = "senate_approved"
    SENATE_REFUSED = "senate_refused"
    SENATE_DEEMED_APPROVED = "senate_deemed_approved"
    RETURNED_TO_HOUSE = "returned_to_house"
    HOUSE_AGREED_AMENDMENTS = "house_agreed_amendments"
    HOUSE_REFUSED_AMENDMENTS = "house_refused_amendments"
    JOINT_COMMITTEE_REPORTED = "joint_committee_reported"
    HOUSE_APPROVED_JOINT_REPORT = "house_approved_joint_report"
    SENATE_APPROVED_JOINT_REPORT = "senate_approved_joint_report"
    HOUSE_REJECTED_JOINT_REPORT = "house_rejected_joint_report"
    SENATE_REJECTED_JOINT_REPORT = "senate_rejected_joint_report"
    HOUSE_CONFIRMED = "house_confirmed"
    HOUSE_NOT_CONFIRMED = "house_not_confirmed"
    SUBMITTED_PARLIAMENT = "submitted_parliament"
    JOINT_AGENDA_PLACED = "joint_agenda_placed"
    JOINT_R1_ACCEPTED = "joint_r1_accepted"
    JOINT_R1_REJECTED = "joint_r1_rejected"
    JOINT_R2_DONE = "joint_r2_done"
    JOINT_R3_APPROVED = "joint_r3_approved"
    JOINT_R3_REJECTED = "joint_r3_rejected"
    PARLIAMENT_DEEMED_APPROVED = "parliament_deemed_approved"
    SENT_FOR_OPINION = "sent_for_opinion"
    OPINION_NO_OBJECTION = "opinion_no_objection"
    OPINION_SILENCE = "opinion_silence"
    OPINION_OBJECTION = "opinion_objection"
    JOINT_RECONSIDERED = "joint_reconsidered"
    REFERENDUM_CALLED = "referendum_called"
    REFERENDUM_APPROVED = "referendum_approved"
    REFERENDUM_REJECTED = "referendum_rejected"
    TREATY_APPROVED = "treaty_approved"
    TREATY_REFUSED = "treaty_refused"
    TREATY_BOUND = "treaty_bound"
    DECREE_GAZETTED = "decree_gazetted"
    DECREE_SUBMITTED = "decree_submitted"
    DECREE_HOUSE_APPROVED = "decree_house_approved"
    DECREE_HOUSE_REFUSED = "decree_house_refused"
    DECREE_SENATE_APPROVED = "decree_senate_approved"
    DECREE_SENATE_REFUSED = "decree_senate_refused"
    DECREE_HOUSE_CONFIRMED = "decree_house_confirmed"
    DECREE_HOUSE_NOT_CONFIRMED = "decree_house_not_confirmed"
    SENT_TO_PM = "sent_to_pm"
    COURT_REFERRED = "court_referred"
    COURT_CLEARED = "court_cleared"
    COURT_STRUCK_PART = "court_struck_part"
    COURT_STRUCK_WHOLE = "court_struck_whole"
    PRESENTED = "presented"
    ASSENTED = "assented"
    RETURNED_BY_KING = "returned_by_king"
    NINETY_DAYS_PASSED = "ninety_days_passed"
    PARLIAMENT_CONFIRMED = "parliament_confirmed"
    PARLIAMENT_NOT_CONFIRMED = "parliament_not_confirmed"
    PRESENTED_AGAIN = "presented_again"
    GAZETTED = "gazetted"
    LAPSED = "lapsed"
    RESUMPTION_ASKED = "resumption_asked"
    RESUMED = "resumed"
    RESUMPTION_REFUSED = "resumption_refused"
    WITHDRAWN = "withdrawn"
    STRUCK_OUT = "struck_out"

    @property
    def house(self) -> House:
        """Who takes this step."""
        return _actor(self)

    @property
    def reading(self) -> int | None:
        """Which of the three readings the step belongs to, if any."""
        return next((n for n in (1, 2, 3) if f"_r{n}_" in self.value), None)

    @property
    def result(self) -> Result:
        """What came out of it."""
        return _result(self)


@dataclass(frozen=True)
class Step:
    """One step in a bill's log; `on` is None when the record does not tell the day.

    A withdrawn step was a mistake and counts for nothing; an exception reason says why a step
    stands in the log against the order of the Constitution (mostly: the record is incomplete).
    `days` is the length of an extension, in session days.
    """

    kind: StepKind
    on: date | None
    exception_reason: str = ""
    withdrawn: bool = False
    days: int | None = None


def effective(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps that count, in the order given: those not withdrawn."""
    return tuple(step for step in steps if not step.withdrawn)


_PREFIX_ACTORS: tuple[tuple[str, House], ...] = (
    ("hearing_", House.CABINET),
    ("signatures_", House.CITIZENS),
    ("decree_house_", House.HOUSE),
    ("decree_senate_", House.SENATE),
    ("house_", House.HOUSE),
    ("senate_", House.SENATE),
    ("money_", House.HOUSE),
    ("pm_", House.PRIME_MINISTER),
    ("court_", House.COURT),
    ("referendum_", House.CITIZENS),
    ("opinion_", House.CONSULTED_BODY),
    ("joint_committee_", House.JOINT_COMMITTEE),
)

_ACTORS: dict[StepKind, House] = {
    StepKind.PREPARATION_STARTED: House.HOUSE,
    StepKind.SUBMITTED_HOUSE: House.HOUSE,
    StepKind.MERGED: House.HOUSE,
    StepKind.RETURNED_TO_HOUSE: House.SENATE,
    StepKind.DECREE_GAZETTED: House.GAZETTE,
    StepKind.DECREE_SUBMITTED: House.CABINET,
    StepKind.TREATY_BOUND: House.CABINET,
    StepKind.PRESENTED: House.PRIME_MINISTER,
    StepKind.PRESENTED_AGAIN: House.PRIME_MINISTER,
    StepKind.ASSENTED: House.KING,
    StepKind.RETURNED_BY_KING: House.KING,
    StepKind.NINETY_DAYS_PASSED: House.KING,
    StepKind.GAZETTED: House.GAZETTE,
    StepKind.LAPSED: House.HOUSE,
    StepKind.RESUMPTION_ASKED: House.CABINET,
    StepKind.WITHDRAWN: House.HOUSE,
    StepKind.STRUCK_OUT: House.PRESIDENT,
}


def _actor(kind: StepKind) -> House:
    if kind in _ACTORS:
        return _ACTORS[kind]
    named = (house for prefix, house in _PREFIX_ACTORS if kind.value.startswith(prefix))
    return next(named, House.JOINT)


_ENDINGS: tuple[tuple[str, Result], ...] = (
    ("deemed_approved", Result.DEEMED_APPROVED),
    ("amended", Result.AMENDED),
    ("_not_confirmed", Result.REJECTED),
    ("_not_found", Result.DONE),
    ("rejected", Result.REJECTED),
    ("refused", Result.REJECTED),
    ("rejected_joint_report", Result.REJECTED),
    ("refused_amendments", Result.REJECTED),
    ("objection", Result.REJECTED),
    ("returned_by_king", Result.REJECTED),
    ("struck_part", Result.AMENDED),
    ("struck_whole", Result.REJECTED),
    ("approved_joint_report", Result.APPROVED),
    ("agreed_amendments", Result.APPROVED),
    ("approved", Result.APPROVED),
    ("accepted", Result.APPROVED),
    ("confirmed", Result.APPROVED),
    ("certified", Result.APPROVED),
    ("cleared", Result.APPROVED),
    ("assented", Result.APPROVED),
)

_RESULTS: dict[StepKind, Result] = {
    StepKind.OPINION_NO_OBJECTION: Result.APPROVED,
    StepKind.LAPSED: Result.ENDED,
    StepKind.WITHDRAWN: Result.ENDED,
    StepKind.STRUCK_OUT: Result.ENDED,
    StepKind.MERGED: Result.ENDED,
}


def _result(kind: StepKind) -> Result:
    if kind in _RESULTS:
        return _RESULTS[kind]
    named = (result for ending, result in _ENDINGS if kind.value.endswith(ending))
    return next(named, Result.DONE)
