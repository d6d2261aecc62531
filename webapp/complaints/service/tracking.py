"""What a citizen does with a receipt: find the message, add to it, reopen it, take it back."""

from sqlalchemy import select

from webapp.complaints.events import complaint_reopened
from webapp.complaints.models import Complaint
from webapp.complaints.rules.states import Move, State, can_add
from webapp.complaints.service.errors import StepNotAllowed, UnknownReceipt
from webapp.complaints.service.steps import lock, say, step
from webapp.extensions import db
from webapp.shared import receipt
from webapp.shared.transaction import transaction


def find_by_receipt(typed: str, secret_key: str) -> Complaint:
    """The message of a receipt code as a person typed it.

    Raises `CodeMistyped` where it can be no code, `UnknownReceipt` where no message has it.
    """
    code = receipt.parse(typed)
    fingerprint = receipt.fingerprint(code, secret_key)
    found = db.session.scalar(select(Complaint).where(Complaint.receipt_fingerprint == fingerprint))
    if found is None:
        raise UnknownReceipt(receipt.grouped(code))
    return found


def add_message(complaint_id: int, text: str) -> None:
    """Add the citizen's words to a message that is still to be answered.

    Where the citizen was asked, the clock runs again. Raises `ComplaintNotFound`, or
    `StepNotAllowed` where it has been answered meanwhile.
    """
    with transaction():
        complaint = lock(complaint_id)
        if not can_add(State(complaint.state)):
            raise StepNotAllowed("answered meanwhile")
        say(complaint, text)
        if complaint.stands_still:
            step(complaint, Move.HEAR, announced=False)


def reopen(complaint_id: int, text: str) -> None:
    """Take the citizen's word that it was not answered; the clock starts again.

    Raises `ComplaintNotFound`, or `StepNotAllowed` where an answer is owed already.
    """
    with transaction():
        complaint = lock(complaint_id)
        step(complaint, Move.REOPEN)
        say(complaint, text)
        complaint_reopened.send("complaints", complaint_id=complaint.id)


def withdraw(complaint_id: int) -> None:
    """The citizen takes the message back; nothing more is done with it.

    Raises `ComplaintNotFound`, or `StepNotAllowed` where it has been answered meanwhile.
    """
    with transaction():
        step(lock(complaint_id), Move.WITHDRAW)
