"""What time brings by itself: reminders, lateness, a silence that ends, a changed calendar."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from webapp.bills.service import office_days_left
from webapp.complaints.models import Complaint, ComplaintAlert
from webapp.complaints.rules.alerts import (
    DECISION,
    DECISION_REMINDED_BEFORE,
    OTHERS,
    Alert,
    Cause,
    Ladder,
    alert_owed,
    rung_owed,
)
from webapp.complaints.rules.states import OWED, UNDECIDED, Move, State
from webapp.complaints.service.barring import hold
from webapp.complaints.service.calendar import day_after, hear_by, recount, waits_until
from webapp.complaints.service.desk_addresses import desk_addresses
from webapp.complaints.service.errors import NobodyToRemind, RemindedAlready, StepNotAllowed
from webapp.complaints.service.queue import clock_runs
from webapp.complaints.service.standard import standard_by_version
from webapp.complaints.service.steps import lock, mark, step
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction

MAIL_ALERT = "complaints.mail_alert"


def watch_due_days() -> None:
    """Note every reminder and every lateness that is owed today, each once for its due day."""
    watched = clock_runs() | (Complaint.state == State.REFERRED.value)
    found = select(Complaint.id).where(watched, Complaint.erased_at.is_(None))
    for complaint_id in db.session.scalars(found).all():
        with transaction():
            complaint = lock(complaint_id)
            for alert, day in _owed(complaint):
                note_alert(complaint, alert, day)


def _owed(complaint: Complaint) -> Iterator[tuple[Alert, date]]:
    """What is to be told today of each limit that runs for a message, with the limit's day."""
    state, standard = State(complaint.state), standard_by_version(complaint.standard)
    if state is State.REFERRED:
        # What was sent on before there was a limit is counted from then.
        complaint.hear_by = complaint.hear_by or hear_by(complaint)
    if complaint.hear_by:
        yield from _rung(OTHERS, complaint.hear_by, standard.remind_before, standard.grace)
    if state in UNDECIDED:
        yield from _rung(DECISION, complaint.decide_by, DECISION_REMINDED_BEFORE, standard.grace)
    if complaint.is_owed and not complaint.stands_still:
        due, left = complaint.due_on, _left(complaint.due_on)
        very_late, remind_before = complaint.very_late_on, standard.remind_before
        alert = alert_owed(clock.today(), due, very_late, left, remind_before)
        if alert is not None:
            yield alert, due


def _rung(
    ladder: Ladder, day: date, remind_before: int, grace: int
) -> Iterator[tuple[Alert, date]]:
    rung = rung_owed(_left(day), remind_before, grace)
    if rung is not None:
        yield ladder.at(rung), day


def _left(day: date) -> int:
    return office_days_left([day])[day]


def end_silences() -> None:
    """Go on with what waited long enough for the citizen; close what was ended long enough ago."""
    quiet = (State.WAITING, State.ANSWERED, State.OUT_OF_MANDATE)
    for complaint_id in db.session.scalars(
        select(Complaint.id).where(Complaint.state.in_(quiet))
    ).all():
        with transaction():
            _end_silence(lock(complaint_id))


def _end_silence(complaint: Complaint) -> None:
    today = clock.today()
    if complaint.stands_still:
        if complaint.wait_until is not None and complaint.wait_until < today:
            step(complaint, Move.HEAR, cause=Cause.NO_REPLY)
    elif State(complaint.state) in (State.ANSWERED, State.OUT_OF_MANDATE):
        standard = standard_by_version(complaint.standard)
        told = complaint.steps[-1].counts_from
        if told is not None and day_after(told, standard.close_after, standard) < today:
            step(complaint, Move.CLOSE, cause=Cause.TIME_OVER)


def recount_all() -> None:
    """Count every message that has a limit again after the calendar has changed; tell those whose
    due day moved, or the day until which we wait for them, or by which we hear from others."""
    for complaint_id in db.session.scalars(
        select(Complaint.id).where(Complaint.state.in_([*OWED, State.REFERRED]))
    ).all():
        with transaction():
            _recount(lock(complaint_id))


def _recount(complaint: Complaint) -> None:
    heard_by, before = hear_by(complaint), complaint.hear_by
    complaint.hear_by = heard_by
    if heard_by is not None and before is not None and heard_by != before:
        mark(complaint, None, cause=Cause.HEARING)
        note_alert(complaint, Alert.HEAR_MOVED, heard_by)
    if complaint.is_owed and recount(complaint):
        mark(complaint, None, cause=Cause.CALENDAR).due_on = complaint.due_on
        note_alert(complaint, Alert.MOVED, complaint.due_on)
    until = waits_until(complaint) if complaint.stands_still else None
    if until is not None and until != complaint.wait_until:
        complaint.wait_until = until
        mark(complaint, None, cause=Cause.WAITING)
        note_alert(complaint, Alert.WAIT_MOVED, until)


def remind(complaint_id: int, account_id: int | None) -> None:
    """Bring a message to the mind of those who owe the answer; once for each due day.

    Raises `ComplaintNotFound`, `StepNotAllowed` where no answer is owed, `RemindedAlready`, or
    `NobodyToRemind`.
    """
    with transaction():
        complaint = hold(complaint_id, account_id)
        if not complaint.is_owed:
            raise StepNotAllowed("no answer is owed")
        if complaint.handler_id is None and complaint.bureau not in desk_addresses():
            raise NobodyToRemind
        if not note_alert(complaint, Alert.ASKED, complaint.due_on):
            raise RemindedAlready
        audit.record(account_id, "complaints.remind", f"complaint {complaint_id}")


def note_alert(complaint: Complaint, alert: Alert, due_on: date, *, again: bool = False) -> bool:
    """Keep an alert and have it told, inside the caller's transaction.

    False where that has been done for this due day; with `again` it is told once more then.
    """
    same = select(ComplaintAlert).where(
        ComplaintAlert.complaint_id == complaint.id,
        ComplaintAlert.level == alert.value,
        ComplaintAlert.due_on == due_on,
    )
    kept = db.session.scalar(same)
    if kept is not None and not again:
        return False
    if kept is None:
        kept = ComplaintAlert(complaint_id=complaint.id, level=alert.value, due_on=due_on)
        db.session.add(kept)
    kept.at, kept.mailed_at = clock.now(), None
    db.session.flush()
    enqueue(MAIL_ALERT, alert_id=kept.id)
    return True
