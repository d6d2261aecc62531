"""The board for service improvement: who of the staff ranks, decides and closes improvements."""

from dataclasses import dataclass

from flask_login import current_user
from sqlalchemy import func, select

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.shared import audit
from webapp.shared.errors import NotAllowed, NotFound, Refused
from webapp.shared.transaction import transaction


class NoSuchStaff(NotFound):
    """No member of staff has this account."""


class LastOfBoard(Refused):
    """Without this member nobody could decide, nor put anybody on the board."""


@dataclass(frozen=True)
class Seat:
    """A member of staff, and whether on the board."""

    account_id: int
    name: str
    is_on_board: bool


def is_on_board() -> bool:
    """Whether who is now at work is on the board."""
    at_work = current_user and current_user.is_authenticated
    return bool(at_work and current_user.is_staff and current_user.is_on_board)


def refuse_unless_on_board(account_id: int | None) -> None:
    """Keep a decision of the board from others; None is the office's own command.

    Raises `NotAllowed`.
    """
    if account_id is None:
        return
    account = db.session.get(Account, account_id)
    if account is None or not (account.is_staff and account.is_on_board):
        raise NotAllowed


def seats() -> list[Seat]:
    """Every member of staff, those on the board first."""
    listed = select(Account).where(Account.is_staff).order_by(Account.is_on_board.desc())
    found = db.session.scalars(listed.order_by(Account.id))
    return [Seat(one.id, one.name or one.email, one.is_on_board) for one in found]


def keep_on_board(account_id: int, is_on_board: bool, by: int | None) -> None:
    """Put a member of staff on the board, or take one off it.

    Raises `NotAllowed` where `by` is not on it, `NoSuchStaff`, `LastOfBoard`.
    """
    with transaction():
        refuse_unless_on_board(by)
        account = db.session.get(Account, account_id)
        if account is None or not account.is_staff:
            raise NoSuchStaff
        if account.is_on_board == is_on_board:
            return
        if not is_on_board and _members() == 1:
            raise LastOfBoard
        account.is_on_board = is_on_board
        deed = "accounts.put_on_board" if is_on_board else "accounts.take_off_board"
        audit.record(by, deed, f"account {account_id}")


def keep_on_board_by_email(email: str, is_on_board: bool) -> None:
    """The same by the address that a member of staff signs in with, as the office's own command.

    Raises `NoSuchStaff`, `LastOfBoard`.
    """
    account = db.session.scalar(select(Account).where(Account.email == email))
    if account is None:
        raise NoSuchStaff(f"no member of staff signs in as {email}")
    keep_on_board(account.id, is_on_board, None)


def _members() -> int:
    on_board = select(func.count(Account.id)).where(Account.is_staff, Account.is_on_board)
    return db.session.scalar(on_board) or 0
