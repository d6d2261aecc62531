"""The outbox: work to be done later, written in the transaction that makes it necessary.

A row commits or vanishes with the change. After the commit it is handed to the job queue; a sweep
hands over what a crash left behind. Work runs at least once, so doing it twice must do no harm.

Work that fails is tried again. What the other side does not take for now, as a mail server that is
away, is tried for two weeks; what is given up in the end, its job is told of.
"""

from collections.abc import Callable, Collection, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import current_app
from sqlalchemy import JSON, ColumnElement, func, inspect, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.columns import UtcDateTime
from webapp.shared.sending import Away, Gone, PutOff
from webapp.shared.transaction import after_commit, transaction

MAX_ATTEMPTS = 12
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=12)
# What is no fault of the work: how long it is tried, and how far apart at most while nothing goes.
TRIED_FOR = timedelta(days=14)
LONGEST_WAIT_FOR_OTHERS = timedelta(hours=1)
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
    # Since when no attempt came through to the other side; None where the last one did.
    away_since: Mapped[datetime | None] = mapped_column(UtcDateTime)


@dataclass(frozen=True)
class Job:
    """What a row's name stands for; `lease_minutes` is longer than the work ever takes.

    `nightly`: done once a night by itself; `every_minutes`: at each such minute of the hour (15:
    four times an hour); `at_start`: whenever workers start. None needs ids.

    `given_up`: told, by the same ids, that the work is tried no more, with the last error; in one
    transaction with that. Where there is one, what the other side refuses for good (`Gone`) is
    given up at once.
    """

    run: Callable[..., None]
    lease_minutes: int = 10
    nightly: bool = False
    every_minutes: int = 0
    at_start: bool = False
    given_up: Callable[..., None] | None = None

    @property
    def comes_by_itself(self) -> bool:
        """Whether it is done again anyway, so that one attempt of it may be lost."""
        return bool(self.nightly or self.every_minutes or self.at_start)


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
        .where(OutboxRow.done_at.is_(None), _is_alive())
        .where(or_(OutboxRow.not_before.is_(None), OutboxRow.not_before <= moment))
        .where(or_(OutboxRow.handed_at.is_(None), OutboxRow.handed_at <= moment - shortest))
        .order_by(OutboxRow.id)
        .limit(limit)
    )
    return [row.id for row in rows if row.handed_at is None or row.handed_at <= _expired(row.name)]


def _is_alive() -> ColumnElement[bool]:
    """What is not given up. A worker that died in the last attempt gave nothing up: its successor
    does it, but not without end where each one dies of it."""
    in_hand = OutboxRow.handed_at.is_not(None) & (OutboxRow.attempts < 2 * MAX_ATTEMPTS)
    return (OutboxRow.attempts < MAX_ATTEMPTS) | in_hand


def take_over_left(names: Collection[str]) -> bool:
    """Close, in the caller's transaction, which sees to it in another way, the work of these names
    that is tried no more; whether there was any."""
    left = update(OutboxRow).where(OutboxRow.name.in_(names), OutboxRow.done_at.is_(None))
    closed = db.session.execute(left.where(~_is_alive()).values(done_at=clock.now()))
    return bool(closed.rowcount)  # type: ignore[attr-defined]


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


def failing(names: Collection[str]) -> Sequence[OutboxRow]:
    """The work of these names that failed and is tried again, oldest first."""
    failed = select(OutboxRow).where(OutboxRow.done_at.is_(None), OutboxRow.failure.is_not(None))
    named = failed.where(OutboxRow.name.in_(names), _is_alive())
    return db.session.scalars(named.order_by(OutboxRow.id)).all()


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
        is_put_off = isinstance(error, Away | PutOff)
        current_app.logger.error(
            "job %s (%s) failed: %s", name, row_id, error, exc_info=not is_put_off
        )
        db.session.rollback()
        _put_back(row_id, error)
        return False
    finally:
        _asked_at.reset(now_done)
    with transaction():
        db.session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == row_id)
            .values(done_at=clock.now(), failure=None, away_since=None)
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


def _put_back(row_id: int, error: Exception) -> None:
    """Have it tried again, after a wait that doubles with each failure, or give it up."""
    with transaction():
        row = db.session.get_one(OutboxRow, row_id)
        job, now = _registry().get(row.name), clock.now()
        row.failure, row.handed_at = repr(error)[:1000], None
        row.away_since = (row.away_since or now) if isinstance(error, Away) else None
        longest = LONGEST_WAIT_FOR_OTHERS if row.away_since else LONGEST_WAIT
        row.not_before = now + min(FIRST_WAIT * 2 ** (row.attempts - 1), longest)
        if not _is_hopeless(row, job, error):
            row.attempts = min(row.attempts, _most_counted(row, job))
            return
        row.attempts, row.away_since = MAX_ATTEMPTS, None
        if job is not None and job.given_up is not None:
            job.given_up(**row.payload, error=error)


def _most_counted(row: OutboxRow, job: Job | None) -> int:
    """Up to how many attempts a failure counts: while the other side is away, so many that faults
    of ours are still tried several times after that."""
    if row.away_since is None or job is None or job.comes_by_itself:
        return MAX_ATTEMPTS - 1
    return max(MAX_ATTEMPTS // 2, row.attempts - 1)


def _is_hopeless(row: OutboxRow, job: Job | None, error: Exception) -> bool:
    """Whether work that failed is not tried again."""
    if isinstance(error, Gone) and job is not None and job.given_up is not None:
        return True
    if isinstance(error, Away | PutOff) and job is not None and not job.comes_by_itself:
        return clock.now() - row.created_at >= TRIED_FOR
    return row.attempts >= MAX_ATTEMPTS
