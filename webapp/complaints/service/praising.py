"""Compliments on their way to the person praised and to the bureau."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from webapp.accounts import service as accounts
from webapp.complaints.models import Complaint, Praise
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.naming import who_is_named
from webapp.complaints.rules.thanks import own_words
from webapp.complaints.service.barring import hold
from webapp.complaints.service.desk_addresses import desk_addresses
from webapp.complaints.service.errors import CaseWithAnother, NoCompliment
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.bureaux import Bureau
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction

MAIL_PRAISE = "complaints.mail_praise"


@dataclass(frozen=True)
class Passing:
    """How a compliment is passed on: the bureau, the account of the person praised where there is
    one, the name that the citizen gave, and the words that are passed on."""

    bureau: Bureau
    praised_id: int | None
    praised_name: str
    words: str


def pass_on(complaint_id: int, passing: Passing, account_id: int | None) -> Praise:
    """Pass a compliment on: a note on the desk of the person praised, and a letter to the person
    and to the bureau.

    Thanks that came after the end are one too. Raises `ComplaintNotFound`, `NoCompliment`, or
    `CaseWithAnother` for who has it not in hand.
    """
    with transaction():
        complaint = hold(complaint_id, account_id)
        if account_id is None or complaint.handler_id != account_id:
            raise CaseWithAnother
        if not can_pass_on(complaint):
            raise NoCompliment
        praise = Praise(
            complaint_id=complaint_id,
            bureau=passing.bureau,
            praised_id=passing.praised_id,
            praised_name=passing.praised_name,
            words=passing.words,
            at=clock.now(),
            account_id=account_id,
        )
        db.session.add(praise)
        db.session.flush()
        enqueue(MAIL_PRAISE, praise_id=praise.id)
        audit.record(account_id, "complaints.pass_on", f"complaint {complaint_id}")
    return praise


def can_pass_on(complaint: Complaint) -> bool:
    """Whether a message praises: as a whole, or by thanks after its end."""
    return complaint.kind == Kind.COMPLIMENT or bool(complaint.thanks)


def words_that_praise(complaint: Complaint) -> str:
    """What may be passed on of a message that praises."""
    if complaint.kind == Kind.COMPLIMENT:
        return complaint.words
    return "\n".join(own_words(said.text) for said in complaint.thanks)


def praises_of(complaint_id: int) -> Sequence[Praise]:
    """To whom a compliment was passed on, the first first."""
    of_message = select(Praise).where(Praise.complaint_id == complaint_id)
    return db.session.scalars(of_message.order_by(Praise.id)).all()


def praise_by_id(praise_id: int) -> Praise:
    """A compliment that was passed on."""
    return db.session.get_one(Praise, praise_id)


def praise_for(account_id: int) -> Sequence[Praise]:
    """The compliments for the person of an account, the newest first; they count as read now."""
    with transaction():
        mine = select(Praise).where(Praise.praised_id == account_id).order_by(Praise.id.desc())
        found = db.session.scalars(mine).all()
        for praise in found:
            praise.read_at = praise.read_at or clock.now()
    return found


def unread_praise(account_id: int | None) -> int:
    """How many compliments wait to be read by the person of an account."""
    unread = select(func.count(Praise.id)).where(
        Praise.praised_id == account_id, Praise.read_at.is_(None)
    )
    return db.session.scalar(unread) or 0


def praise_addresses(praise: Praise) -> list[str]:
    """Where a compliment goes by letter: the person praised and the bureau, each address once."""
    person = accounts.email_of(praise.praised_id) if praise.praised_id else ""
    addresses = (person, desk_addresses().get(praise.bureau.value, ""))
    return [one for one in dict.fromkeys(addresses) if one]


def praise_mailed(praise: Praise) -> None:
    """Note that the letters of a compliment went out, or that there was nobody to write to."""
    with transaction():
        praise.mailed_at = clock.now()


def named_in(complaint: Complaint) -> int | None:
    """The account of the one member of staff whom a message praises; None for none or several."""
    subject = complaint.subject if complaint.kind == Kind.COMPLIMENT else ""
    said = f"{subject}\n{words_that_praise(complaint)}"
    named = who_is_named(said, accounts.staff_names())
    return next(iter(named)) if len(named) == 1 else None
