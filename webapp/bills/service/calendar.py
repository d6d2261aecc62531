"""Parliament's calendar: sessions, which the clock counts by, and government holidays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from webapp.bills.events import holiday_changed
from webapp.bills.models import GovernmentHoliday, ParliamentSession
from webapp.bills.rules.sessions import Session, SessionKind
from webapp.extensions import db
from webapp.shared import audit
from webapp.shared.errors import NotFound, Refused
from webapp.shared.importing import Outcome
from webapp.shared.transaction import transaction


class SessionNotFound(NotFound):
    """There is no such session."""


class SessionRefused(Refused):
    """A session that ends before it begins, or that lies over another one."""


@dataclass(frozen=True)
class SessionFacts:
    """What is known of a session; `closes` is its last day, None while it is not known."""

    opens: date
    closes: date | None
    kind: SessionKind = SessionKind.ORDINARY
    source: str = ""
    source_url: str = ""
    certain: bool = True
    note: str = ""


SESSION_COLUMNS = ("opens", "closes", "kind", "source", "source_url", "certain", "note")


def list_sessions() -> Sequence[ParliamentSession]:
    """Every session, the newest first."""
    return db.session.scalars(
        select(ParliamentSession).order_by(ParliamentSession.opens.desc())
    ).all()


def known_sessions() -> tuple[Session, ...]:
    """Every session as the clock reads it, the oldest first."""
    return tuple(session.as_rule() for session in reversed(list_sessions()))


def get_session(session_id: int) -> ParliamentSession:
    """One session. Raises SessionNotFound."""
    found = db.session.get(ParliamentSession, session_id)
    if found is None:
        raise SessionNotFound(f"no session {session_id}")
    return found


def save_session(
    facts: SessionFacts, staff_id: int | None, session_id: int | None = None
) -> ParliamentSession:
    """Add a session, or change the one of this id. Raises SessionNotFound and SessionRefused."""
    with transaction():
        session = get_session(session_id) if session_id else ParliamentSession()
        _check(facts, session_id)
        for name in SESSION_COLUMNS:
            setattr(session, name, getattr(facts, name))
        db.session.add(session)
        db.session.flush()
        audit.record(staff_id, "bills.save_session", f"session {session.opens.isoformat()}")
    return session


def keep_session(facts: SessionFacts) -> Outcome:
    """Take a session in from a record; the day on which it opens is its key."""
    _check(facts, session_id=None, replaces=True)
    with transaction():
        session = db.session.scalar(
            select(ParliamentSession).where(ParliamentSession.opens == facts.opens)
        )
        outcome: Outcome = "unchanged"
        if session is None:
            session = ParliamentSession(opens=facts.opens)
            db.session.add(session)
            outcome = "new"
        for name in SESSION_COLUMNS:
            if getattr(session, name) != getattr(facts, name):
                setattr(session, name, getattr(facts, name))
                outcome = "new" if outcome == "new" else "changed"
    return outcome


def list_holidays() -> Sequence[GovernmentHoliday]:
    """Every day on which government offices are closed, the newest first."""
    return db.session.scalars(select(GovernmentHoliday).order_by(GovernmentHoliday.on.desc())).all()


def government_holidays(first: date, last: date) -> set[date]:
    """The days from `first` to `last`, both included, on which government offices are closed."""
    return set(
        db.session.scalars(
            select(GovernmentHoliday.on).where(GovernmentHoliday.on.between(first, last))
        )
    )


@dataclass(frozen=True)
class HolidayFacts:
    """A day on which government offices are closed; not `certain` where it is a forecast, None
    where the record does not say."""

    on: date
    name_th: str
    name_en: str = ""
    source: str = ""
    certain: bool | None = None


def keep_holiday(facts: HolidayFacts, staff_id: int | None = None) -> Outcome:
    """Add a holiday, or change what is known of it; with `staff_id` it is noted who did."""
    with transaction():
        known = db.session.get(GovernmentHoliday, facts.on)
        holiday = known or GovernmentHoliday(on=facts.on)
        changed = False
        for name in ("name_th", "name_en", "source", "certain"):
            # Two records may word the same day differently; only staff put one in another's place.
            told = getattr(facts, name)
            worded = name in ("name_en", "source") and getattr(holiday, name) and staff_id is None
            if told is not None and not worded and getattr(holiday, name) != told:
                setattr(holiday, name, getattr(facts, name))
                changed = True
        db.session.add(holiday)
        if changed and staff_id is not None:
            audit.record(staff_id, "bills.keep_holiday", f"holiday {facts.on.isoformat()}")
        if known is None:
            holiday_changed.send("bills", on=facts.on)
    if known is None:
        return "new"
    return "changed" if changed else "unchanged"


def remove_holiday(on: date, staff_id: int | None) -> bool:
    """Take a day off the list of holidays; gives whether it was there."""
    with transaction():
        holiday = db.session.get(GovernmentHoliday, on)
        if holiday is not None:
            db.session.delete(holiday)
            audit.record(staff_id, "bills.remove_holiday", f"holiday {on.isoformat()}")
            holiday_changed.send("bills", on=on)
    return holiday is not None


def _check(facts: SessionFacts, session_id: int | None, replaces: bool = False) -> None:
    if facts.closes is not None and facts.closes < facts.opens:
        raise SessionRefused("the session ends before it begins")
    for other in list_sessions():
        itself = other.id == session_id or (replaces and other.opens == facts.opens)
        if not itself and _overlap(facts, other):
            raise SessionRefused(f"it lies over the session that begins on {other.opens}")


def _overlap(facts: SessionFacts, other: ParliamentSession) -> bool:
    """Whether the two share a day; a session without a known end is taken for its first day."""
    return facts.opens <= (other.closes or other.opens) and other.opens <= (
        facts.closes or facts.opens
    )
