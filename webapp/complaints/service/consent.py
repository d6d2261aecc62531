"""Consent to publishing: kept as the sender gives it, asked for where nobody knows, taken back."""

from webapp.complaints.models import Complaint
from webapp.complaints.rules.alerts import Cause
from webapp.complaints.rules.channels import BY_STAFF, TOLD_BY_STAFF
from webapp.complaints.rules.consent import may_be_asked
from webapp.complaints.rules.states import State
from webapp.complaints.service.barring import hold
from webapp.complaints.service.errors import CaseWithAnother, StepNotAllowed
from webapp.complaints.service.publishing import take_back
from webapp.complaints.service.steps import lock, mark
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction

_ANSWERED = frozenset({State.ANSWERED, State.CLOSED})


def allow_publishing(complaint_id: int, allowed: bool) -> None:
    """Keep what the sender says, at any time; a no takes what is public back at once.

    Raises `ComplaintNotFound`.
    """
    with transaction():
        _keep(lock(complaint_id), allowed, None)


def note_consent(complaint_id: int, account_id: int | None, allowed: bool) -> None:
    """Keep what a person told an officer, who has the message in hand; audited.

    Raises `ComplaintNotFound`, `CaseWithAnother`, or `StepNotAllowed` for a yes of somebody who
    answers alone on the page of the message.
    """
    with transaction():
        complaint = _in_hand(complaint_id, account_id)
        if allowed and not is_spoken_for(complaint):
            raise StepNotAllowed("the person answers alone")
        _keep(complaint, allowed, account_id)
        said = "yes" if allowed else "no"
        audit.record(account_id, "complaints.note_consent", f"complaint {complaint_id}: {said}")


def ask_to_publish(complaint_id: int, account_id: int | None) -> None:
    """Ask the sender of an answered message whether it may be published, in the way the person
    hears of every step; once.

    Raises `ComplaintNotFound`, `CaseWithAnother`, or `StepNotAllowed` where it is not answered, or
    the person was asked or has answered.
    """
    with transaction():
        complaint = _in_hand(complaint_id, account_id)
        if not is_to_be_asked(complaint):
            raise StepNotAllowed("not to be asked")
        complaint.publishing_asked_at = clock.now()
        mark(complaint, account_id, cause=Cause.PUBLISHING)
        audit.record(account_id, "complaints.ask_to_publish", f"complaint {complaint_id}")


def is_to_be_asked(complaint: Complaint) -> bool:
    """Whether the sender may be asked now."""
    asked = complaint.publishing_asked_at is not None
    is_there = State(complaint.state) in _ANSWERED and complaint.erased_at is None
    return is_there and may_be_asked(complaint.may_publish, asked)


def is_spoken_for(complaint: Complaint) -> bool:
    """Whether an officer hears the person, by telephone, in person or on paper."""
    return complaint.reply_by in TOLD_BY_STAFF or complaint.channel in BY_STAFF


def _in_hand(complaint_id: int, account_id: int | None) -> Complaint:
    complaint = hold(complaint_id, account_id)
    if account_id is None or complaint.handler_id != account_id:
        raise CaseWithAnother
    return complaint


def _keep(complaint: Complaint, allowed: bool, account_id: int | None) -> None:
    complaint.may_publish = allowed
    if not allowed:
        take_back(complaint.id, account_id)
