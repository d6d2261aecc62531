"""What a citizen does with a receipt: find the message, add to it, reopen it, take it back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import cast

from sqlalchemy import select

from webapp.complaints.events import complaint_reopened, complaint_withdrawn
from webapp.complaints.models import Complaint
from webapp.complaints.rules.states import ENDED, Move, State, can_add
from webapp.complaints.service.barring import bar_named
from webapp.complaints.service.errors import StepNotAllowed, UnknownReceipt
from webapp.complaints.service.letters import heard
from webapp.complaints.service.screening import keep_file, screen
from webapp.complaints.service.steps import lock, say, step
from webapp.extensions import db
from webapp.shared import receipt
from webapp.shared.transaction import transaction
from webapp.shared.uploads.checking import Upload
from webapp.shared.uploads.vault import Vault


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


def add_message(
    complaint_id: int, text: str, uploads: Sequence[Upload] = (), vault: Vault | None = None
) -> None:
    """Add the citizen's words and files to a message that is still to be answered.

    Where the citizen was asked, the clock runs again. Raises `ComplaintNotFound`, `StepNotAllowed`
    where it has been answered meanwhile, or as `screen` and the vault do; nothing is kept then.
    """
    with kept_with(uploads, vault) as keep:
        complaint = lock(complaint_id)
        if not can_add(State(complaint.state)):
            raise StepNotAllowed("answered meanwhile")
        heard(complaint)
        say(complaint, text)
        keep(complaint)
        bar_named(complaint)
        if complaint.is_asked:
            step(complaint, Move.HEAR, announced=False)


def reopen(
    complaint_id: int, text: str, uploads: Sequence[Upload] = (), vault: Vault | None = None
) -> None:
    """Take the citizen's word that it was not answered; the clock starts again.

    Raises as `add_message`, `StepNotAllowed` where an answer is owed already.
    """
    with kept_with(uploads, vault) as keep:
        complaint = lock(complaint_id)
        heard(complaint)
        step(complaint, Move.REOPEN)
        say(complaint, text)
        keep(complaint)
        bar_named(complaint)
        complaint_reopened.send("complaints", complaint_id=complaint.id)


def take_thanks(complaint_id: int, text: str) -> None:
    """Keep the citizen's thanks after the end; nothing is owed anew.

    Raises `ComplaintNotFound`, or `StepNotAllowed` where it has been reopened meanwhile.
    """
    with transaction():
        complaint = lock(complaint_id)
        if State(complaint.state) not in ENDED:
            raise StepNotAllowed("reopened meanwhile")
        heard(complaint)
        say(complaint, text)


@contextmanager
def kept_with(
    uploads: Sequence[Upload], vault: Vault | None
) -> Iterator[Callable[[Complaint], None]]:
    """A transaction, and what keeps the files with the newest words in it: all or nothing.

    Raises as `screen` and the vault do.
    """
    scans = screen(uploads)
    kept: list[str] = []

    def keep(complaint: Complaint) -> None:
        db.session.flush()
        for upload, scan in zip(uploads, scans, strict=True):
            if vault is not None:
                said = complaint.messages[-1]
                kept.append(keep_file(complaint, upload, scan, vault, said))

    try:
        with transaction():
            yield keep
    except BaseException:
        for name in kept:
            cast(Vault, vault).discard(name)
        raise


def withdraw(complaint_id: int) -> None:
    """The citizen takes the message back; nothing more is done with it.

    Raises `ComplaintNotFound`, or `StepNotAllowed` where it has been answered meanwhile.
    """
    with transaction():
        complaint = lock(complaint_id)
        heard(complaint)
        step(complaint, Move.WITHDRAW)
        complaint_withdrawn.send("complaints", complaint_id=complaint_id)


def is_withdrawn(complaint: Complaint) -> bool:
    """Whether its writer took it back."""
    return State(complaint.state) is State.WITHDRAWN
