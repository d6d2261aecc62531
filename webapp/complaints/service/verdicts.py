"""Giving the verdicts: each message is judged again until nothing about it can change."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Select, func, or_, select

from webapp.bills.service import government_holidays
from webapp.complaints.models import Complaint, ComplaintStep, ComplaintVerdict
from webapp.complaints.rules.figures import UNSORTED
from webapp.complaints.rules.rounds import Mark, rounds_of
from webapp.complaints.rules.standard import PublishedStandard, in_force
from webapp.complaints.rules.states import State
from webapp.complaints.rules.verdicts import Case, Measure, Office, Outcome, verdicts
from webapp.complaints.service.standard import standard_versions
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.clock import BANGKOK
from webapp.shared.quarters import Quarter, quarter_of
from webapp.shared.transaction import transaction

# How many messages are judged in one transaction.
AT_ONCE = 1000
# As far ahead as a limit can lie.
HORIZON = timedelta(days=150)
# What a message is about, once staff have said so.
SUBJECT = func.coalesce(Complaint.topic, UNSORTED)


def give_verdicts() -> frozenset[Quarter]:
    """Judge what is new, open or changed; gives the quarters whose figures change with it."""
    waiting = db.session.scalars(_to_judge()).all()
    touched: set[Quarter] = set()
    for start in range(0, len(waiting), AT_ONCE):
        with transaction():
            touched |= _judge(waiting[start : start + AT_ONCE])
    return frozenset(touched)


def _to_judge() -> Select[Any]:
    """The messages without a verdict, those of which it is open, and those that were changed."""
    verdict = ComplaintVerdict
    return (
        select(Complaint.id)
        .outerjoin(verdict, verdict.complaint_id == Complaint.id)
        .where(
            or_(
                verdict.complaint_id.is_(None),
                verdict.is_open,
                verdict.state != Complaint.state,
                verdict.counted_from != Complaint.counted_from,
                verdict.kind != Complaint.kind,
                verdict.bureau != Complaint.bureau,
                verdict.subject != SUBJECT,
            )
        )
        .order_by(Complaint.id)
    )


def _judge(ids: Sequence[int]) -> set[Quarter]:
    """Judge these messages inside the caller's transaction."""
    # Without the encrypted columns: nothing that was written is read.
    columns = (
        Complaint.id, Complaint.kind, Complaint.channel, Complaint.bureau, Complaint.state,
        Complaint.counted_from, Complaint.received_at, Complaint.first_reply_at,
        Complaint.erased_at,
    )  # fmt: skip
    found = db.session.execute(
        select(*columns, SUBJECT.label("subject")).where(Complaint.id.in_(ids))
    ).all()
    marks = _marks(ids)
    known = {
        verdict.complaint_id: verdict
        for verdict in db.session.scalars(
            select(ComplaintVerdict).where(ComplaintVerdict.complaint_id.in_(ids))
        )
    }
    office = _office(min(row.received_at for row in found).astimezone(BANGKOK).date())
    touched: set[Quarter] = set()
    for row in found:
        verdict = known.get(row.id) or ComplaintVerdict(complaint_id=row.id)
        before = _values(verdict)
        _give(verdict, row, marks[row.id], office)
        if _values(verdict) != before:
            touched.add(Quarter(verdict.year_be, verdict.quarter))
        db.session.add(verdict)
    return touched


def _values(verdict: ComplaintVerdict) -> list[object]:
    return [
        getattr(verdict, column.key)
        for column in ComplaintVerdict.__table__.columns
        if column.key not in ("state", "counted_from", "is_open")
    ]


def _give(verdict: ComplaintVerdict, row: Any, marks: list[Mark], office: Office) -> None:
    received = row.received_at.astimezone(BANGKOK)
    # Who has everything erased before being told takes the message back.
    erased = _local(row.erased_at)
    course = [*marks, Mark(State.WITHDRAWN, erased)] if erased else marks
    rounds = rounds_of(received, course)
    given = verdicts(Case(rounds, _local(row.first_reply_at)), office)
    period = quarter_of(received.date())
    verdict.year_be, verdict.quarter = period.year_be, period.number
    verdict.kind, verdict.channel, verdict.bureau = row.kind, row.channel.value, row.bureau.value
    verdict.subject, verdict.state, verdict.counted_from = row.subject, row.state, row.counted_from
    verdict.first_outcome, verdict.first_days = given[Measure.FIRST]
    verdict.final_outcome, verdict.final_days = given[Measure.FINAL]
    again = given.get(Measure.AGAIN)
    verdict.again_outcome, verdict.again_days = again or (None, None)
    pending = any(one.outcome is Outcome.PENDING for one in given.values())
    # Typed is not told: it is open until the person has been told.
    verdict.is_open = pending or rounds[-1].ends is None


def _marks(ids: Sequence[int]) -> dict[int, list[Mark]]:
    """The course of each message, in order."""
    step = ComplaintStep
    rows = db.session.execute(
        select(step.complaint_id, step.state, step.at, step.cause, step.by_hand, step.told_at)
        .where(step.complaint_id.in_(ids))
        .order_by(step.id)
    )
    marks: dict[int, list[Mark]] = defaultdict(list)
    for complaint_id, state, at, cause, by_hand, told_at in rows:
        mark = Mark(state, at.astimezone(BANGKOK), cause, by_hand, _local(told_at))
        marks[complaint_id].append(mark)
    return marks


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone(BANGKOK) if moment else None


def _office(earliest: date) -> Office:
    """The calendar and the standards by which messages from `earliest` on are judged today."""
    today = clock.today()
    versions = standard_versions()

    @cache
    def standard_on(day: date) -> PublishedStandard:
        return in_force(versions, day)

    return Office(government_holidays(earliest, today + HORIZON), standard_on, today)
