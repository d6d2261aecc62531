"""What a citizen does with a receipt: find the message, add to it, say that it was not answered."""

from sqlalchemy import select

from webapp.complaints.models import Complaint
from webapp.complaints.rules.states import Move, State, can_add
from webapp.complaints.service.calendar import due_day
from webapp.complaints.service.errors import StepNotAllowed, UnknownReceipt
from webapp.complaints.service.steps import lock, say, step
from webapp.extensions import db
from webapp.shared import clock, receipt
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

    Raises `ComplaintNotFound`, or `StepNotAllowed` where it has been answered meanwhile.
    """
    with transaction():
        complaint = lock(complaint_id)
        if not can_add(State(complaint.state)):
            raise StepNotAllowed("answered meanwhile")
        say(complaint, text)


def reopen(complaint_id: int, text: str) -> None:
    """Take the citizen's word that it was not answered; the clock starts again.

    Raises `ComplaintNotFound`, or `StepNotAllowed` where an answer is owed already.
    """
    with transaction():
        complaint = lock(complaint_id)
        step(complaint, Move.REOPEN, due_on=due_day(clock.now()))
        say(complaint, text)
