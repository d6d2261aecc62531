"""Whether a message was answered in time: the verdicts that the figures count.

Source of the limit: the Secretariat's published standard, a reply within 3 working days on every
channel (self-assessment, 3.4). What was promised at receipt is what counts, in the version then in
force, on the calendar of working days, with the time left out in which the citizen was asked.
"""

from collections.abc import Callable, Sequence, Set
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from webapp.complaints.rules.clock import Count, Pause, StandsStill
from webapp.complaints.rules.rounds import Round
from webapp.complaints.rules.standard import PublishedStandard


class Measure(StrEnum):
    """What is measured, each apart: the first words of the office, how it ended, reopened ones."""

    FIRST = "first"
    FINAL = "final"
    AGAIN = "again"


class Outcome(StrEnum):
    """What became of a promise; only the first two are assessed."""

    MET = "met"
    MISSED = "missed"
    # Within its time, or the clock stands still.
    PENDING = "pending"
    # Taken back by the citizen while there was time.
    VOID = "void"


class Verdict(NamedTuple):
    """An outcome and the counted working days; None where the office has not done it.

    A promise that is missed without days is still owed, or was taken back after its due day.
    """

    outcome: Outcome
    days: int | None = None


# The gravest first: what stands for several rounds is the worst of them.
_GRAVEST = (Outcome.MISSED, Outcome.PENDING, Outcome.MET, Outcome.VOID)


class Case(NamedTuple):
    """What is known of a message; moments are of Bangkok's time, `rounds` in their order."""

    rounds: Sequence[Round]
    first_reply: datetime | None


class Office(NamedTuple):
    """What verdicts are given by: the closed days, the standard of a day, and today."""

    closed: Set[date]
    standard_on: Callable[[date], PublishedStandard]
    today: date


def verdicts(case: Case, office: Office) -> dict[Measure, Verdict]:
    """The verdicts on a message; `Measure.AGAIN` only where it was reopened."""
    first, *reopened = case.rounds
    # The office's word that ends the message is its first reply where there was none before.
    replied = case.first_reply or (None if first.taken_back else first.ends)
    taken_back = first.ends if first.taken_back and replied is None else None
    given = {
        Measure.FIRST: _verdict(Round(first.begins), replied, taken_back, office),
        Measure.FINAL: _of_round(first, office),
    }
    if reopened:
        given[Measure.AGAIN] = worst([_of_round(later, office) for later in reopened])
    return given


def worst(given: Sequence[Verdict]) -> Verdict:
    """The gravest verdict; of days the most, or none where one has none."""
    gravest = min(given, key=lambda verdict: _GRAVEST.index(verdict.outcome)).outcome
    alike = [verdict.days for verdict in given if verdict.outcome is gravest]
    known = [days for days in alike if days is not None]
    return Verdict(gravest, max(known) if known and len(known) == len(alike) else None)


def _of_round(round_: Round, office: Office) -> Verdict:
    done = None if round_.taken_back else round_.ends
    return _verdict(round_, done, round_.ends if round_.taken_back else None, office)


def _verdict(
    round_: Round, done: datetime | None, taken_back: datetime | None, office: Office
) -> Verdict:
    standard = office.standard_on(round_.begins.date())
    pauses: Sequence[Pause] = round_.pauses
    count = Count(round_.begins, office.closed, standard.counting, pauses)
    within = standard.answer_within
    if done is not None:
        days = count.days_until(done.date())
        return Verdict(Outcome.MET if days <= within else Outcome.MISSED, days)
    until = taken_back.date() if taken_back else office.today
    if _is_over(count, within, until):
        return Verdict(Outcome.MISSED)
    return Verdict(Outcome.VOID if taken_back else Outcome.PENDING)


def _is_over(count: Count, within: int, day: date) -> bool:
    """Whether the limit lies before `day`; while the clock stands still it does not."""
    try:
        return count.limit_day(within) < day
    except StandsStill:
        return False
