"""What can be done with accounts: invite staff, set a password, sign in, guard the staff pages."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import select

from webapp.accounts.board import (
    LastOfBoard,
    NoSuchStaff,
    is_on_board,
    keep_on_board,
    keep_on_board_by_email,
    refuse_unless_on_board,
    seats,
)
from webapp.accounts.events import staff_named
from webapp.accounts.gate import guard_staff_pages, require_staff, show_form_again
from webapp.accounts.models import Account
from webapp.accounts.reading import keep_in_browser, preferences
from webapp.accounts.rules import signing_in as rules
from webapp.accounts.rules.preferences import Preferences, read_preferences
from webapp.accounts.unsent import (
    UnsentNotFound,
    fields_of,
    forget_old_unsent,
    forget_unsent,
    forget_unsent_about,
    unsent_by_id,
    unsent_forms,
)
from webapp.extensions import db, login_manager
from webapp.shared import clock
from webapp.shared.errors import NotFound, Refused
from webapp.shared.transaction import transaction

__all__ = [
    "InvitationOver", "LastOfBoard", "NoSuchStaff", "Preferences", "UnsentNotFound",
    "WrongPassword", "accept_invitation", "create_staff", "email_of", "fields_of",
    "forget_old_unsent", "forget_unsent", "forget_unsent_about", "guard_staff_pages", "invited",
    "is_on_board", "keep_in_browser", "keep_on_board", "keep_on_board_by_email", "keep_preferences",
    "name_of", "preferences", "read_preferences", "refuse_unless_on_board", "require_staff",
    "seats", "show_form_again", "sign_in", "staff_id", "staff_names", "unsent_by_id",
    "unsent_forms",
]  # fmt: skip

_hasher = PasswordHasher()


@cache
def _no_one() -> str:
    """Checked where there is no such account, so that the time taken does not tell."""
    return _hasher.hash("no account has this password")


class WrongPassword(Refused):
    """The address or the password is wrong; which one is not said."""


class InvitationOver(NotFound):
    """The invitation's link is wrong, used or older than it may be."""


def create_staff(email: str, secret_key: str, name: str = "") -> str:
    """Make (or find) a staff account; gives the token of the link that sets its password.

    `name`: by which a message may name this person; "" leaves what is known.

    Raises `Refused` where `email` is not an address.
    """
    address = rules.normal_email(email)
    if "@" not in address:
        raise Refused(f"{email!r} is not an e-mail address")
    with transaction():
        account = _by_email(address)
        if account is None:
            account = Account(email=address, created_at=clock.now())
            db.session.add(account)
        is_known = account.is_staff and name in ("", account.name)
        account.is_staff = True
        account.name = name or account.name or ""
        db.session.flush()
        if not is_known:
            staff_named.send("accounts", account_id=account.id)
        return _invitations(secret_key).dumps([account.id, account.password_hash or ""])


def invited(token: str, secret_key: str) -> Account:
    """The account that an invitation is for. Raises `InvitationOver`."""
    try:
        age = int(rules.INVITATION_LASTS.total_seconds())
        account_id, password_hash = _invitations(secret_key).loads(token, max_age=age)
    except (BadSignature, ValueError):
        raise InvitationOver from None
    account = db.session.get(Account, account_id)
    # The hash of the time is inside the token: a password once set ends the invitation.
    if account is None or (account.password_hash or "") != password_hash:
        raise InvitationOver
    return account


def accept_invitation(token: str, secret_key: str, password: str) -> Account:
    """Set the password of an invited account. Raises `InvitationOver`."""
    with transaction():
        account = invited(token, secret_key)
        account.password_hash = _hasher.hash(password)
    return account


def sign_in(email: str, password: str) -> Account:
    """The account of this address and password. Raises `WrongPassword`."""
    account = _by_email(rules.normal_email(email))
    known = account.password_hash if account and account.password_hash else _no_one()
    try:
        _hasher.verify(known, password)
    except (VerificationError, InvalidHashError):
        raise WrongPassword from None
    if account is None or account.password_hash is None:
        raise WrongPassword
    with transaction():
        account.signed_in_at = clock.now()
    return account


def staff_id() -> int | None:
    """The id of the member of staff now at work; None outside a request (commands)."""
    return current_user.id if current_user and current_user.is_authenticated else None


def name_of(account_id: int | None) -> str:
    """How a colleague is shown in the desk's lists: the name, else the address."""
    account = db.session.get(Account, account_id) if account_id else None
    return (account.name or account.email) if account else "–"


def staff_names() -> dict[int, str]:
    """The names of all members of staff by account; "" for one who has given none."""
    staff = select(Account.id, Account.name).where(Account.is_staff).order_by(Account.id)
    return {row.id: row.name for row in db.session.execute(staff)}


def email_of(account_id: int) -> str:
    """The address that an account signs in with; empty for none."""
    account = db.session.get(Account, account_id)
    return account.email if account else ""


def keep_preferences(chosen: Preferences) -> None:
    """Keep how the person who is signed in reads with the account; nobody signed in, nothing."""
    if current_user and current_user.is_authenticated:
        with transaction():
            current_user.preferences = chosen.kept()


@login_manager.user_loader
def _load(account_id: str) -> Account | None:
    return db.session.get(Account, int(account_id))


def _by_email(address: str) -> Account | None:
    return db.session.scalar(select(Account).where(Account.email == address))


def _invitations(secret_key: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret_key, salt="staff invitation")
