"""Alerts that did not reach an address of staff.

The next one up hears of them, and the pages of the desk say who is not reached, since when.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update

from webapp.complaints import events
from webapp.complaints.models import Complaint, ComplaintAlert, ReturnedAlert
from webapp.complaints.rules.channels import Unreached
from webapp.complaints.service.barring import barred_ids
from webapp.complaints.service.desk_addresses import address_of, recipients
from webapp.complaints.service.ladder import next_up
from webapp.complaints.service.unreached import letter_came_back, why_of
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound
from webapp.shared.mail import Bounce
from webapp.shared.outbox import enqueue
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

MAIL_ALERT_TO = "complaints.mail_alert_to"
_NAME = re.compile(
    r"<complaint-(?P<name>alert-(?P<alert>\d{1,9})-\d{1,12}-(?P<whom>[a-z_]{1,40}(-\d{1,9})?))"
    r"\.(?P<sign>[0-9a-f]{16})@"
)


class NothingReturned(NotFound):
    """No alert came back of which one might say that it is over."""


@dataclass(frozen=True)
class UnreachedAddress:
    """An address of staff that alerts do not reach: whose, since when and why, of which messages,
    and the keys of those who heard of them instead; `row_id` is one of its rows."""

    row_id: int
    whom: str
    email: str
    since: datetime
    why: Unreached
    messages: list[int]
    passed_to: list[str]
    # Of one alert at least nobody else heard.
    is_lost: bool


def alert_by_id(alert_id: int) -> tuple[ComplaintAlert, Complaint]:
    """An alert and its message."""
    alert = db.session.get_one(ComplaintAlert, alert_id)
    return alert, db.session.get_one(Complaint, alert.complaint_id)


def hand_out_alert(alert_id: int) -> None:
    """Have each who is to hear of an alert written to, each by a letter of its own; once."""
    with transaction():
        alert = db.session.get_one(ComplaintAlert, alert_id, with_for_update=True)
        if alert.mailed_at is not None:
            return
        complaint = db.session.get_one(Complaint, alert.complaint_id)
        for one in recipients(alert, complaint):
            enqueue(MAIL_ALERT_TO, alert_id=alert_id, whom=one.whom)
        alert.mailed_at = clock.now()


def alert_letter_name(alert: ComplaintAlert, whom: str) -> str:
    """What the letter of an alert to `whom` is called in its Message-ID; only its recipient knows
    it. One that is told again, to another bureau, is another letter."""
    name = f"alert-{alert.id}-{int(alert.at.timestamp())}-{whom}"
    return f"complaint-{name}.{_signature(name, address_of(whom))}"


def _signature(name: str, email: str) -> str:
    said = f"complaints alert:{name} {email}".encode()
    return hmac.new(settings().SECRET_KEY.encode(), said, hashlib.sha256).hexdigest()[:16]


def alert_given_up(alert_id: int, whom: str, error: Exception) -> None:
    """Note that the letter of an alert does not reach `whom`, and have it go to the next one up.

    Called in the transaction in which the outbox gives the letter up.
    """
    with transaction():
        _note(alert_id, whom, why_of(error), came_back=False)


def note_bounce(bounce: Bounce) -> bool:
    """Note that a letter did not arrive, to a citizen or to staff; gives whether it was of ours, or
    of those who listen."""
    if letter_came_back(bounce) or alert_came_back(bounce):
        return True
    with transaction():
        heard = events.letter_returned.send("complaints", message_id=bounce.message_id)
    return any(is_its_own for _listener, is_its_own in heard)


def alert_came_back(bounce: Bounce) -> bool:
    """The same of a letter that the mail server took and sent back. The same report twice does
    nothing more. Gives whether the letter was such a one, to an address that is still in use."""
    found = _NAME.match(bounce.message_id)
    if found is None:
        return False
    sign = _signature(found["name"], address_of(found["whom"]))
    if not hmac.compare_digest(found["sign"], sign):
        return False
    with transaction():
        _note(int(found["alert"]), found["whom"], Unreached.REFUSED, came_back=True)
    return True


def _note(alert_id: int, whom: str, why: Unreached, *, came_back: bool) -> None:
    alert = db.session.get_one(ComplaintAlert, alert_id, with_for_update=True)
    complaint = db.session.get_one(Complaint, alert.complaint_id)
    before = _returned(alert)
    email = address_of(whom)
    if not email or whom in {row.whom for row in before}:
        return
    higher = next_up(whom, complaint.bureau, {email, *(row.email for row in before)})
    up = higher.whom if higher else None
    row = ReturnedAlert(
        alert_id=alert_id,
        whom=whom,
        email=email,
        letter_at=alert.at,
        at=clock.now(),
        why=why,
        came_back=came_back,
        passed_to=up,
    )
    db.session.add(row)
    told = {one.email for one in recipients(alert, complaint)}
    told |= {address_of(one.passed_to) for one in before if one.passed_to}
    if up is not None and address_of(up) not in told:
        enqueue(MAIL_ALERT_TO, alert_id=alert_id, whom=up)


def _returned(alert: ComplaintAlert) -> Sequence[ReturnedAlert]:
    of_alert = select(ReturnedAlert).where(ReturnedAlert.alert_id == alert.id)
    return db.session.scalars(of_alert.where(ReturnedAlert.letter_at == alert.at)).all()


def unreached_by(alert: ComplaintAlert, whom: str) -> list[str]:
    """The keys of those in whose place `whom` hears of an alert."""
    return [row.whom for row in _returned(alert) if row.passed_to == whom]


def alert_reached(whom: str) -> None:
    """Note that the mail server took a letter to `whom`: what it had refused before is over."""
    _end(ReturnedAlert.email == address_of(whom), ReturnedAlert.came_back.is_(False))


def unreached_addresses(seen_by: int | None) -> list[UnreachedAddress]:
    """The addresses of staff that alerts do not reach, the one for longest first; of messages that
    the officer `seen_by` may not see no number is told."""
    listed = (
        select(ReturnedAlert, ComplaintAlert.complaint_id)
        .join(ComplaintAlert, ComplaintAlert.id == ReturnedAlert.alert_id)
        .where(ReturnedAlert.over_at.is_(None))
        .order_by(ReturnedAlert.id)
    )
    hidden = barred_ids(seen_by)
    found: dict[str, list[tuple[ReturnedAlert, int]]] = {}
    for row, complaint_id in db.session.execute(listed):
        found.setdefault(row.email, []).append((row, complaint_id))
    return [_address(rows, hidden) for rows in found.values()]


def _address(rows: list[tuple[ReturnedAlert, int]], hidden: frozenset[int]) -> UnreachedAddress:
    first, last = rows[0][0], rows[-1][0]
    return UnreachedAddress(
        row_id=last.id,
        whom=last.whom,
        email=last.email,
        since=first.at,
        why=last.why,
        messages=sorted({number for _row, number in rows} - hidden),
        passed_to=list(dict.fromkeys(row.passed_to for row, _number in rows if row.passed_to)),
        is_lost=any(row.passed_to is None for row, _number in rows),
    )


def note_reached(row_id: int, account_id: int | None) -> None:
    """Note that an officer says that letters reach an address again. Raises `NothingReturned`."""
    row = db.session.get(ReturnedAlert, row_id)
    if row is None:
        raise NothingReturned
    with transaction():
        _end(ReturnedAlert.email == row.email)
        audit.record(account_id, "complaints.note_reached", "desk addresses")


def _end(*which: ColumnElement[bool]) -> None:
    with transaction():
        open_now = update(ReturnedAlert).where(ReturnedAlert.over_at.is_(None), *which)
        db.session.execute(open_now.values(over_at=clock.now()))
