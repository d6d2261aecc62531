"""The clock of complaints: the published standard on the government's calendar."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from webapp.bills.service import government_holidays
from webapp.complaints.models import Complaint
from webapp.complaints.rules.alerts import Cause
from webapp.complaints.rules.clock import Count, Pause, StandsStill
from webapp.complaints.rules.rounds import Mark, pauses_of
from webapp.complaints.rules.standard import PublishedStandard
from webapp.complaints.rules.states import State
from webapp.complaints.service.standard import present_standard, standard_by_version
from webapp.shared import clock
from webapp.shared.clock import BANGKOK

# The longest limit of a standard is 60 working days; no year has so few that this is not enough.
HORIZON = timedelta(days=150)


def answer_due_if_sent_now() -> date:
    """The day by which a message sent at this moment would be answered."""
    standard = present_standard()
    return _count(clock.now(), standard, ()).limit_day(standard.answer_within)


def day_after(moment: datetime, within: int, standard: PublishedStandard) -> date:
    """The last day of `within` working days after `moment`, counted as the standard says."""
    return _count(moment, standard, ()).limit_day(within)


def hear_by(complaint: Complaint) -> date | None:
    """The day by which we hear from those who have a message now; None where nobody else has it.

    Counted from when it was sent on, or from when they were asked last.
    """
    if State(complaint.state) is not State.REFERRED or complaint.erased_at is not None:
        return None
    sent = [
        step.at
        for step in complaint.steps
        if step.state == State.REFERRED and step.cause in ("", Cause.ASKED_OTHERS)
    ]
    standard = standard_by_version(complaint.standard)
    return day_after(sent[-1], standard.hear_within, standard)


def waits_until(complaint: Complaint) -> date | None:
    """The day until which we wait for the citizen's answer, counted from when the question was
    told; None where nothing is asked, or the question is still to be told."""
    asked = None
    for step in complaint.steps:
        asked = (asked or step.counts_from) if step.state == State.WAITING else None
    if asked is None:
        return None
    standard = standard_by_version(complaint.standard)
    return day_after(asked, standard.wait_for_citizen, standard)


def start_clock(complaint: Complaint, moment: datetime, standard: PublishedStandard) -> None:
    """Count from `moment` on, by `standard`."""
    complaint.counted_from = moment
    complaint.standard = standard.version
    recount(complaint)


def recount(complaint: Complaint) -> bool:
    """Count a message's days again, by its own standard; gives whether the due day has moved.

    While the clock stands still the due day is the last one known, and `days_left` says how many
    working days are left once it runs again.
    """
    standard = standard_by_version(complaint.standard)
    count = _count(complaint.counted_from, standard, _pauses(complaint))
    before = complaint.due_on
    complaint.decide_by = _reached(count, standard.decide_within) or complaint.decide_by
    try:
        complaint.due_on = count.limit_day(standard.answer_within)
        complaint.days_left = None
    except StandsStill as still:
        complaint.days_left = still.left
    # Where it was late already when we asked, how very late is counted when the clock runs again.
    complaint.very_late_on = _reached(count, standard.very_late_after) or complaint.very_late_on
    return complaint.due_on != before


def _reached(count: Count, within: int) -> date | None:
    try:
        return count.limit_day(within)
    except StandsStill:
        return None


def _pauses(complaint: Complaint) -> Sequence[Pause]:
    """When the clock stood still since it was last started."""
    steps = [step for step in complaint.steps if step.at >= complaint.counted_from]
    return pauses_of(
        Mark(
            step.state,
            _local(step.at),
            by_hand=step.by_hand,
            told_at=_local(step.told_at) if step.told_at else None,
        )
        for step in steps
    )


def _count(moment: datetime, standard: PublishedStandard, pauses: Sequence[Pause]) -> Count:
    local = _local(moment)
    latest = max([local, *(pause.ends or pause.begins for pause in pauses)])
    closed = government_holidays(local.date(), latest.date() + HORIZON)
    return Count(local, closed, standard.counting, pauses)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(BANGKOK)
