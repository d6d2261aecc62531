"""What this browser may see: the receipt that it was just given, the message that its code opened.

Both are in the signed session, end by themselves, and can be ended by a button: a public computer
keeps nothing that the next person could open.
"""

from cryptography.fernet import InvalidToken
from flask import current_app, session

from webapp.shared import clock

RECEIPT, CASE = "complaint_receipt", "complaint_case"
# Seconds. Long enough to write ten signs down with a braille slate.
RECEIPT_LASTS = 30 * 60
# Since the page was last used.
CASE_LASTS = 60 * 60


def give_receipt(complaint_id: int, code: str) -> None:
    """Remember the code for the receipt page, sealed: a session cookie can be read by its owner."""
    sealed = current_app.extensions["field_keys"].encrypt(code.encode()).decode()
    session[RECEIPT] = [complaint_id, sealed, _ends_in(RECEIPT_LASTS)]


def receipt() -> tuple[int, str] | None:
    """The message's id and its code while the receipt may be shown; None afterwards."""
    complaint_id, sealed, ends = session.get(RECEIPT, (0, "", 0))
    if ends < clock.now().timestamp():
        return None
    try:
        code = current_app.extensions["field_keys"].decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None
    return complaint_id, code


def forget_receipt() -> None:
    """Show the receipt no more, nor its message."""
    _forget(RECEIPT, CASE)


def open_case(complaint_id: int) -> None:
    """Let this browser see a message; each use of the page prolongs it."""
    session[CASE] = [complaint_id, _ends_in(CASE_LASTS)]


def opened_case() -> int | None:
    """The id of the message that this browser may see; None where there is none, or no longer."""
    complaint_id, ends = session.get(CASE, (0, 0))
    if ends < clock.now().timestamp():
        return None
    open_case(complaint_id)
    return int(complaint_id)


def leave_case() -> None:
    """Show the message no more, nor its receipt, whose code would open it again."""
    _forget(CASE, RECEIPT)


def _forget(closed: str, beside: str) -> None:
    """End `closed`, and `beside` where it is of the same message: another's receipt may not be
    written down yet."""
    complaint_id = session.pop(closed, [None])[0]
    if session.get(beside, [None])[0] == complaint_id:
        session.pop(beside, None)


def _ends_in(seconds: int) -> int:
    return int(clock.now().timestamp()) + seconds
