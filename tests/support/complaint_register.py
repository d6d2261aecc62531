"""Messages with a course, kept straight in the register, for the tests of figures."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import count

from webapp.complaints.models import Complaint, ComplaintStep
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import State
from webapp.extensions import db
from webapp.shared.bureaux import Bureau
from webapp.shared.clock import BANGKOK

_numbers = count(1)


def working_day(start: date, steps: int) -> date:
    """The day `steps` days from Monday to Friday after `start`."""
    day = start
    while steps:
        day += timedelta(days=1)
        steps -= day.isoweekday() <= 5
    return day


def at(day: date, hour: int = 10) -> datetime:
    """An hour of a day in Bangkok."""
    return datetime.combine(day, time(hour), BANGKOK)


def keep_case(
    received: datetime,
    course: Sequence[tuple[State, datetime]] = (),
    *,
    first_reply: datetime | None = None,
    kind: Kind = Kind.COMPLAINT,
    channel: Channel = Channel.WEB,
    bureau: Bureau = Bureau.TECHNOLOGY,
) -> Complaint:
    """Keep a message that was received, acknowledged at once, and then went through `course`."""
    marks = [(State.RECEIVED, received), (State.ACKNOWLEDGED, received), *course]
    reopened = [moment for state, moment in marks if state is State.REOPENED]
    complaint = Complaint(
        receipt_fingerprint=f"fingerprint {next(_numbers)}",
        kind=kind.value,
        state=marks[-1][0].value,
        channel=channel,
        language="th",
        subject="",
        message="ข้อความ",
        received_at=received,
        entered_at=received,
        counted_from=(reopened or [received])[-1],
        standard=1,
        decide_by=received.date(),
        due_on=received.date(),
        very_late_on=received.date(),
        bureau=bureau,
        first_reply_at=first_reply,
    )
    complaint.steps = [
        ComplaintStep(state=state.value, at=moment, bureau=bureau) for state, moment in marks
    ]
    db.session.add(complaint)
    return complaint
