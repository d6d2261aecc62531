"""Who has seen what the office heard of a person: the person reads it on her own page.

Official Information Act B.E. 2540 s.24.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from webapp.extensions import db
from webapp.needs.models import Need, NeedReading
from webapp.shared import clock
from webapp.shared.transaction import transaction

_INSERTS: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


@dataclass(frozen=True)
class Reader:
    """An officer who has seen a need: when first, on which day last, on how many days."""

    account_id: int
    first_at: datetime
    last_on: date
    days: int


def note_readings(need_ids: Collection[int], account_id: int | None) -> None:
    """Note that an officer sees these needs now, in a list, a search or on their own pages: once
    for each officer, need and day. Only needs of a known person, who alone can see who saw them."""
    if account_id is None or not need_ids:
        return
    today = clock.today()
    held = (NeedReading.account_id == account_id) & (NeedReading.day == today)
    known = select(NeedReading.need_id).where(held, NeedReading.need_id.in_(need_ids))
    wanted = select(Need.id).where(
        Need.id.in_(need_ids), Need.person_id.is_not(None), Need.id.not_in(known)
    )
    new = db.session.scalars(wanted).all()
    if not new:
        return
    rows = [
        {"need_id": number, "account_id": account_id, "day": today, "at": clock.now()}
        for number in sorted(new)
    ]
    with transaction():
        # Another page that the same officer opens at this moment may have noted it.
        insert = _INSERTS[db.session.get_bind().dialect.name](NeedReading)
        db.session.execute(insert.on_conflict_do_nothing(), rows)


def readers_of(need: Need) -> list[Reader]:
    """Who has seen a need, who saw it first on top."""
    by_reader: dict[int, list[NeedReading]] = {}
    for reading in sorted(need.readings, key=lambda one: one.at):
        by_reader.setdefault(reading.account_id, []).append(reading)
    return [
        Reader(account_id, held[0].at, held[-1].day, len(held))
        for account_id, held in by_reader.items()
    ]
