"""The queue of messages: what is owed, by due day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from webapp.complaints.models import Complaint, ComplaintStep
from webapp.complaints.rules.alerts import Cause
from webapp.complaints.rules.states import OWED, RUNNING, State
from webapp.complaints.service.barring import barred_ids
from webapp.complaints.service.ways import is_told_by_hand
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.pagination import Page

PER_PAGE = 25
ALL = "all"
NOBODY = "nobody"


@dataclass(frozen=True)
class QueueFilter:
    """Which messages to list; "" asks for no restriction.

    `state`: a state, "all", or "" for all that are owed. `hand`: an account's id as text, or
    "nobody". `late`: only those that are overdue. `to_tell`: only those of which the person is
    still to be told by telephone or letter. `topic`: what an officer has decided that they are
    about. `since` and `until`: received on these days. `seen_by`: the officer who looks; what this
    person may not see is neither listed nor counted.
    """

    state: str = ""
    kind: str = ""
    bureau: str = ""
    channel: str = ""
    hand: str = ""
    late: bool = False
    to_tell: bool = False
    seen_by: int | None = None
    topic: str = ""
    since: date | None = None
    until: date | None = None


def queue(wanted: QueueFilter, number: int) -> Page[Complaint]:
    """One page of the queue, `number` from 1.

    First what is owed, by us or by those it was sent on to, by due day and, of one day, the
    earliest received; then those whose clock stands still; then the rest, the newest first.
    """
    total = db.session.scalar(_wanted(select(func.count(Complaint.id)), wanted)) or 0
    running = clock_runs() | Complaint.hear_by.is_not(None)
    place = case((running, 0), (Complaint.state == State.WAITING.value, 1), else_=2)
    ordered = _wanted(select(Complaint), wanted).order_by(
        place,
        case((running, func.coalesce(Complaint.hear_by, Complaint.due_on))),
        case((running, Complaint.received_at)),
        case((running, Complaint.id)),
        Complaint.id.desc(),
    )
    found = db.session.scalars(ordered.limit(PER_PAGE).offset((number - 1) * PER_PAGE))
    return Page(found.all(), number, PER_PAGE, total)


def clock_runs() -> ColumnElement[bool]:
    """The messages whose clock runs: the office owes an answer, and does not wait for a citizen who
    has been told that something is asked."""
    untold = (Complaint.state == State.WAITING.value) & Complaint.wait_until.is_(None)
    return Complaint.state.in_(RUNNING) | untold


def new_by_hand_over(complaint_ids: Collection[int]) -> dict[int, datetime]:
    """When those of these messages were handed over which nobody of the new bureau has taken up."""
    handed = (
        select(ComplaintStep.complaint_id, func.max(ComplaintStep.at))
        .join(Complaint, Complaint.id == ComplaintStep.complaint_id)
        .where(Complaint.id.in_(complaint_ids), Complaint.handler_id.is_(None))
        .where(Complaint.state.in_(OWED), ComplaintStep.cause == Cause.HANDED_OVER.value)
        .group_by(ComplaintStep.complaint_id)
    )
    return {one: at for one, at in db.session.execute(handed) if at is not None}


def titles_of(complaint_ids: Collection[int], seen_by: int | None) -> dict[int, str]:
    """The subjects of these messages by number, of those that the officer may see."""
    wanted = select(Complaint).where(
        Complaint.id.in_(complaint_ids), Complaint.id.not_in(barred_ids(seen_by))
    )
    return {one.id: one.subject for one in db.session.scalars(wanted.order_by(Complaint.id))}


def count_late(seen_by: int | None) -> int:
    """How many messages are overdue today, with us or with those they were sent on to, of those
    that the officer may see."""
    late = select(func.count(Complaint.id)).where(_is_late())
    return db.session.scalar(late.where(Complaint.id.not_in(barred_ids(seen_by)))) or 0


def is_late(complaint: Complaint) -> bool:
    """Whether the answer is overdue; not while the clock stands still before the due day."""
    return complaint.is_owed and complaint.days_left is None and complaint.due_on < clock.today()


def is_unheard(complaint: Complaint) -> bool:
    """Whether it is with others, and we should have heard from them."""
    return complaint.hear_by is not None and complaint.hear_by < clock.today()


def _is_late() -> Any:
    """What we owe, and what others have of whom we should have heard."""
    owed = Complaint.state.in_(OWED) & Complaint.days_left.is_(None)
    ours = owed & (Complaint.due_on < clock.today())
    return or_(ours, Complaint.hear_by < clock.today())


def _wanted(listed: Select[Any], wanted: QueueFilter) -> Select[Any]:
    conditions = [
        getattr(Complaint, name) == getattr(wanted, name)
        for name in ("kind", "bureau", "channel", "topic")
        if getattr(wanted, name)
    ]
    conditions.append(Complaint.id.not_in(barred_ids(wanted.seen_by)))
    conditions += _within(wanted)
    conditions += _in_state(wanted)
    if wanted.hand:
        nobody = Complaint.handler_id.is_(None)
        conditions.append(nobody if wanted.hand == NOBODY else _with(wanted.hand))
    if wanted.late:
        conditions.append(_is_late())
    if wanted.to_tell:
        conditions.append(_to_tell())
    return listed.where(*conditions)


def _in_state(wanted: QueueFilter) -> list[Any]:
    """Without a state: what is owed; but what is late says so by itself, and may be with others."""
    if wanted.state == ALL or wanted.to_tell or (wanted.late and not wanted.state):
        return []
    state = Complaint.state
    return [state == wanted.state if wanted.state else state.in_(OWED)]


def _within(wanted: QueueFilter) -> list[Any]:
    """Of the days on which a message was received, both among them."""
    found = []
    if wanted.since:
        found.append(Complaint.received_at >= clock.start_of_day(wanted.since))
    if wanted.until:
        after = clock.start_of_day(wanted.until + timedelta(days=1))
        found.append(Complaint.received_at < after)
    return found


def _with(account_id: str) -> Any:
    return Complaint.handler_id == int(account_id)


def _to_tell() -> Any:
    untold = select(ComplaintStep.complaint_id).where(
        ComplaintStep.announced, ComplaintStep.told_at.is_(None)
    )
    return is_told_by_hand() & Complaint.id.in_(untold)
