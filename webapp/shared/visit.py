"""What this browser may see: the receipt that it was just given, the case that a code opened.

Both are in the signed session, end by themselves, and can be ended by a button: a public computer
keeps nothing that the next person could open.
"""

from cryptography.fernet import InvalidToken
from flask import current_app, session

from webapp.shared import clock

# Seconds. Long enough to write ten signs down with a braille slate.
RECEIPT_LASTS = 30 * 60
# Since the page was last used.
CASE_LASTS = 60 * 60


class Visit:
    """What the browser may see of one kind of case; `name` keeps the kinds apart."""

    def __init__(self, name: str) -> None:
        self._receipt, self._case = f"{name}_receipt", f"{name}_case"

    def give_receipt(self, case_id: int, code: str) -> None:
        """Remember the code for the receipt page, sealed: its owner can read a session cookie."""
        sealed = current_app.extensions["field_keys"].encrypt(code.encode()).decode()
        session[self._receipt] = [case_id, sealed, _ends_in(RECEIPT_LASTS)]

    def receipt(self) -> tuple[int, str] | None:
        """The case's id and its code while the receipt may be shown; None afterwards."""
        case_id, sealed, ends = session.get(self._receipt, (0, "", 0))
        if ends < clock.now().timestamp():
            return None
        try:
            code = current_app.extensions["field_keys"].decrypt(sealed.encode()).decode()
        except InvalidToken:
            return None
        return case_id, code

    def forget_receipt(self) -> None:
        """Show the receipt no more, nor its case."""
        _forget(self._receipt, self._case)

    def open_case(self, case_id: int) -> None:
        """Let this browser see a case; each use of the page prolongs it."""
        session[self._case] = [case_id, _ends_in(CASE_LASTS)]

    def opened_case(self) -> int | None:
        """The id of the case that this browser may see; None where there is none, or no longer."""
        case_id, ends = session.get(self._case, (0, 0))
        if ends < clock.now().timestamp():
            return None
        self.open_case(case_id)
        return int(case_id)

    def leave_case(self) -> None:
        """Show the case no more, nor its receipt, whose code would open it again."""
        _forget(self._case, self._receipt)


def _forget(closed: str, beside: str) -> None:
    """End `closed`, and `beside` where it is of the same case: another's receipt may not be
    written down yet."""
    case_id = session.pop(closed, [None])[0]
    if session.get(beside, [None])[0] == case_id:
        session.pop(beside, None)


def _ends_in(seconds: int) -> int:
    return int(clock.now().timestamp()) + seconds
