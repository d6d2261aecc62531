"""The outbox: work to be done later, written in the transaction that makes it necessary.

A row commits or vanishes with the change. After the commit it is handed to the job queue; a sweep
hands over what a crash left behind. Work runs at least once, so doing it twice must do no harm.
"""

from collections.abc import Callable, Collection
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import current_app
from sqlalchemy import JSON, func, inspect, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.columns import UtcDateTime
from webapp.shared.transaction import after_commit, transaction

MAX_ATTEMPTS = 12
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=12)
# When the work that this thread does now was asked for.
_asked_at: ContextVar[datetime | None] = ContextVar("asked_at", default=None)


class OutboxRow(db.Model):
    """One piece of work: the job's name and the ids that it needs."""

    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # When a worker last took it in hand; a lease, so that two workers do not both do it.
    handed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str | None]


@dataclass(frozen=True)
class Job:
    """What a row's name stands for; `lease_minutes` is longer than the work ever takes.

    `nightly`: done once a night by itself; `every_minutes`: at each such minute of the hour (15:
    four times an hour); `at_start`: whenever workers start. None needs ids.
    """

    run: Callable[..., None]
    lease_minutes: int = 10
    nightly: bool = False
    every_minutes: int = 0
    at_start: bool = False


def enqueue(name: str, **payload: object) -> None:
    """Add work to the caller's transaction. `payload` holds ids only, as JSON can keep them.

    Raises `KeyError` for a name that no job answers to.
    """
    if name not in current_app.extensions["jobs"].registry:
        raise KeyError(name)
    row = OutboxRow(name=name, payload=payload, created_at=clock.now(), attempts=0)
    db.session.add(row)
    after_commit(lambda: _hand_over(row))


def enqueue_once(name: str, **payload: object) -> None:
    """As `enqueue`, but nothing where the same work waits already and nobody has begun it."""
    waits = (
        select(OutboxRow)
        .where(OutboxRow.name == name, OutboxRow.done_at.is_(None), OutboxRow.handed_at.is_(None))
        .where(OutboxRow.attempts < MAX_ATTEMPTS, OutboxRow.not_before.is_(None))
        # Locked, so that no worker begins it on what it saw before this transaction's change.
        .with_for_update()
    )
    if not any(row.payload == payload for row in db.session.scalars(waits)):
        enqueue(name, **payload)


def enqueue_nightly() -> None:
    """Add the work of the night."""
    with transaction():
        for name, job in _registry().items():
            if job.nightly:
                enqueue_once(name)


def enqueue_timed(minute: int) -> None:
    """Add the work of a minute of the hour, 0 to 59."""
    names = [
        name
        for name, job in _registry().items()
        if job.every_minutes and minute % job.every_minutes == 0
    ]
    if names:
        with transaction():
            for name in names:
                enqueue_once(name)


def enqueue_at_start() -> None:
    """Add the work that is done when workers start."""
    with transaction():
        for name, job in _registry().items():
            if job.at_start:
                enqueue_once(name)


def enqueue_later(name: str, wait: timedelta, **payload: object) -> None:
    """As `enqueue_once`, but to be done after `wait`: the sweep hands it over then."""
    moment = clock.now() + wait
    waits = select(OutboxRow).where(OutboxRow.name == name, OutboxRow.done_at.is_(None))
    resting = waits.where(OutboxRow.handed_at.is_(None), OutboxRow.not_before.is_not(None))
    if not any(row.payload == payload for row in db.session.scalars(resting)):
        db.session.add(
            OutboxRow(name=name, payload=payload, created_at=clock.now(), not_before=moment)
        )


def _hand_over(row: OutboxRow) -> None:
    """Tell the workers; if that fails the sweep will find the row."""
    identity: tuple[int, ...] | None = inspect(row).identity
    if identity:
        current_app.extensions["jobs"].hand_over(identity[0])


def waiting(limit: int = 500) -> list[int]:
    """The ids of rows that nobody has in hand and whose time has come, oldest first."""
    moment = clock.now()
    shortest = timedelta(minutes=min((j.lease_minutes for j in _registry().values()), default=10))
    rows = db.session.execute(
        select(OutboxRow.id, OutboxRow.name, OutboxRow.handed_at)
        .where(OutboxRow.done_at.is_(None), OutboxRow.attempts < MAX_ATTEMPTS)
        .where(or_(OutboxRow.not_before.is_(None), OutboxRow.not_before <= moment))
        .where(or_(OutboxRow.handed_at.is_(None), OutboxRow.handed_at <= moment - shortest))
        .order_by(OutboxRow.id)
        .limit(limit)
    )
    return [row.id for row in rows if row.handed_at is None or row.handed_at <= _expired(row.name)]


def is_in_hand(name: str) -> bool:
    """Whether a worker does work of this name now, or did when it died less than a lease ago."""
    begun = select(OutboxRow.id).where(OutboxRow.name == name, OutboxRow.done_at.is_(None))
    return db.session.scalar(begun.where(OutboxRow.handed_at > _expired(name)).limit(1)) is not None


def overdue(names: Collection[str], before: datetime) -> int:
    """How many pieces of work whose name begins with one of `names` were asked for before a moment
    and are not done; work that was put off on purpose is not among them."""
    named = or_(*[OutboxRow.name.startswith(name, autoescape=True) for name in names])
    asked = select(func.count()).select_from(OutboxRow).where(named, OutboxRow.done_at.is_(None))
    return db.session.scalar(asked.where(OutboxRow.created_at <= before)) or 0


def run(row_id: int) -> bool:
    """Do one row's work, unless it is done or in another's hands; True when it was done now."""
    row = db.session.get(OutboxRow, row_id)
    if row is None or not _claim(row_id, row.name):
        return False
    name, payload = row.name, dict(row.payload)
    now_done = _asked_at.set(row.created_at)
    try:
        _registry()[name].run(**payload)
    except Exception as error:
        current_app.logger.exception("job %s (%s) failed", name, row_id)
        db.session.rollback()
        _put_back(row_id, repr(error))
        return False
    finally:
        _asked_at.reset(now_done)
    with transaction():
        db.session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == row_id)
            .values(done_at=clock.now(), failure=None)
        )
    return True


def asked_at() -> datetime:
    """When the work that is being done was asked for, which is when what it tells of was recorded;
    now, where nobody asked for it."""
    return _asked_at.get() or clock.now()


def drain() -> int:
    """Do all waiting work here and now, and what that work leaves behind; how many were done."""
    done = 0
    while ids := waiting():
        done += sum(run(row_id) for row_id in ids)
    return done


def _registry() -> dict[str, Job]:
    registry: dict[str, Job] = current_app.extensions["jobs"].registry
    return registry


def _expired(name: str) -> datetime:
    job = _registry().get(name)
    return clock.now() - timedelta(minutes=job.lease_minutes if job else 10)


def _claim(row_id: int, name: str) -> bool:
    with transaction():
        moment = clock.now()
        claimed = db.session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == row_id, OutboxRow.done_at.is_(None))
            .where(or_(OutboxRow.handed_at.is_(None), OutboxRow.handed_at <= _expired(name)))
            .values(handed_at=moment, attempts=OutboxRow.attempts + 1)
        )
    return bool(claimed.rowcount == 1)  # type: ignore[attr-defined]


def _put_back(row_id: int, failure: str) -> None:
    """Wait twice as long after each failure, up to half a day."""
    with transaction():
        row = db.session.get_one(OutboxRow, row_id)
        row.failure = failure[:1000]
        row.handed_at = None
        row.not_before = clock.now() + min(FIRST_WAIT * 2 ** (row.attempts - 1), LONGEST_WAIT)
