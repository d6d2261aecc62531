"""Where letters to the desk go: to the officer who has a message, the bureaux, and above them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from webapp.accounts import service as accounts
from webapp.complaints.models import Complaint, ComplaintAlert, DeskAddress, ReturnedAlert
from webapp.complaints.rules.alerts import (
    SECRETARY_GENERAL,
    Alert,
    addresses_of,
    officer_key,
    officer_of,
)
from webapp.complaints.rules.states import OWED, State
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.bureaux import Bureau
from webapp.shared.transaction import transaction


@dataclass(frozen=True)
class Recipient:
    """One who hears of an alert: the key of the address, and the address."""

    whom: str
    email: str


def recipients(alert: ComplaintAlert, complaint: Complaint) -> list[Recipient]:
    """Who hears of an alert, each address once: the officer who has the message in hand, and the
    desk's addresses. What nobody has in hand is the bureau's."""
    keys = addresses_of(Alert(alert.level), complaint.bureau)
    return recipients_of(keys, complaint.bureau, complaint.handler_id)


def recipients_of(keys: list[str], bureau: Bureau, handler_id: int | None) -> list[Recipient]:
    """Those whose keys these are, after the officer who has it in hand; else the bureau."""
    if handler_id is not None:
        keys = [officer_key(handler_id), *keys]
    known: dict[str, str] = {}
    for whom in keys or [bureau.value]:
        known.setdefault(address_of(whom), whom)
    return [Recipient(whom, email) for email, whom in known.items() if email]


def address_of(whom: str) -> str:
    """The address of a key (`rules.alerts`) now; "" for none."""
    account_id = officer_of(whom)
    if account_id is not None:
        return accounts.email_of(account_id)
    known = db.session.get(DeskAddress, whom)
    return known.email if known else ""


def desk_addresses() -> dict[str, str]:
    """The addresses that letters to the desk go to, by bureau's key."""
    found: Sequence[DeskAddress] = db.session.scalars(select(DeskAddress)).all()
    return {address.whom: address.email for address in found}


def desks_without_address(others: Iterable[Bureau] = ()) -> int:
    """At how many bureaux with messages to be dealt with, or above them, no address is written, so
    that reminders and escalations reach nobody there. `others`: bureaux that owe something else."""
    open_now = Complaint.state.in_([*OWED, State.REFERRED])
    having = select(Complaint.bureau).where(open_now, Complaint.erased_at.is_(None)).distinct()
    wanted = {bureau.value for bureau in (*db.session.scalars(having), *others)}
    return len({*wanted, SECRETARY_GENERAL} - desk_addresses().keys()) if wanted else 0


def keep_desk_addresses(addresses: dict[str, str], staff_id: int | None) -> None:
    """Set where letters to the desk go; an empty address takes one away. That letters did not
    reach one which is there no more is over."""
    with transaction():
        for whom, email in addresses.items():
            known = db.session.get(DeskAddress, whom)
            if known is not None and not email:
                db.session.delete(known)
            elif email:
                db.session.merge(DeskAddress(whom=whom, email=email))
            _end_of_others(whom, email)
        audit.record(staff_id, "complaints.keep_desk_addresses", "desk addresses")


def _end_of_others(whom: str, email: str) -> None:
    of_other = (ReturnedAlert.whom == whom) & (ReturnedAlert.email != email)
    ended = update(ReturnedAlert).where(of_other, ReturnedAlert.over_at.is_(None))
    db.session.execute(ended.values(over_at=clock.now()))
