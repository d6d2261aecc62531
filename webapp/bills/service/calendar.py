"""Parliament's calendar: sessions, which the clock counts by, and government holidays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

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
    """A session that ends before it begins, or that begins on the day another does."""


@dataclass(frozen=True)
class SessionFacts:
    """What is known of a session; `closes` is its last day, None while it is not known."""

    opens: date
    closes: date | None
    kind: SessionKind = SessionKind.ORDINARY
    source: str = ""
    source_url: str = ""


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
        for name in ("opens", "closes", "kind", "source", "source_url"):
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
        for name in ("closes", "kind", "source", "source_url"):
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


def keep_holiday(
    on: date, name_th: str, name_en: str = "", source: str = "", staff_id: int | None = None
) -> Outcome:
    """Add a holiday, or change what it is called."""
    with transaction():
        known = db.session.get(GovernmentHoliday, on)
        names = (name_th, name_en, source)
        if known is not None and (known.name_th, known.name_en, known.source) == names:
            return "unchanged"
        holiday = known or GovernmentHoliday(on=on)
        holiday.name_th, holiday.name_en, holiday.source = names
        db.session.add(holiday)
        if staff_id is not None:
            audit.record(staff_id, "bills.keep_holiday", f"holiday {on.isoformat()}")
    return "changed" if known else "new"


def remove_holiday(on: date, staff_id: int | None) -> None:
    """Take a day off the list of holidays; a day that is not there stays so."""
    with transaction():
        holiday = db.session.get(GovernmentHoliday, on)
        if holiday is not None:
            db.session.delete(holiday)
            audit.record(staff_id, "bills.remove_holiday", f"holiday {on.isoformat()}")


def _check(facts: SessionFacts, session_id: int | None, replaces: bool = False) -> None:
    if facts.closes is not None and facts.closes < facts.opens:
        raise SessionRefused("the session ends before it begins")
    same_day = db.session.scalar(
        select(ParliamentSession.id).where(ParliamentSession.opens == facts.opens)
    )
    if same_day is not None and same_day != session_id and not replaces:
        raise SessionRefused("another session begins on this day")
