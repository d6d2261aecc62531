"""Opening a message by its codename, with the waiting of those who guess.

Counted in the database, and so for all processes and machines together.
"""

import hashlib
import hmac
from datetime import UTC, datetime

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import delete, func, select

from webapp.complaints.models import Complaint, WrongCodename
from webapp.complaints.rules import codename
from webapp.complaints.rules.guessing import (
    COUNTED_FOR,
    MANY,
    MANY_WITHIN,
    block_of,
    free_again,
    has_waited,
)
from webapp.complaints.service.codenames import find_by_codename
from webapp.complaints.service.errors import GuessedTooOften, WaitFirst
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.transaction import transaction


def open_by_codename(typed: str, address: str, ticket: str, secret_key: str) -> Complaint:
    """The message of a codename as a person typed it; `ticket` is the page's (`waiting_ticket`).

    Raises `CodenameMistyped` where it can be none, which is not counted; `UnknownCodename` where no
    message has it; `GuessedTooOften` where too many wrong ones came from the same network;
    `WaitFirst` where many come from everywhere and the page has not been open for long enough.
    """
    codename.parse(typed)
    block = _sealed(block_of(address), secret_key)
    _refuse_early(block)
    if _many_are_wrong() and not _has_waited(ticket, secret_key):
        raise WaitFirst
    # Noted before it is looked at, so that those tried at the same moment count as well.
    with transaction():
        guess = WrongCodename(block=block, at=clock.now())
        db.session.add(guess)
    found = find_by_codename(typed, secret_key)
    with transaction():
        db.session.delete(guess)
    return found


def waiting_ticket(secret_key: str) -> str:
    """What a page carries that is opened now: since when it is open, signed."""
    return str(_signer(secret_key).dumps(int(clock.now().timestamp())))


def forget_guesses() -> None:
    """Delete what is counted no more."""
    with transaction():
        old = WrongCodename.at <= clock.now() - COUNTED_FOR
        db.session.execute(delete(WrongCodename).where(old))


def _refuse_early(block: str) -> None:
    recent = WrongCodename.at > clock.now() - COUNTED_FOR
    counted = select(func.count(), func.max(WrongCodename.at))
    wrong, last = db.session.execute(
        counted.select_from(WrongCodename).where(WrongCodename.block == block, recent)
    ).one()
    until = free_again(wrong, last)
    if until is not None and until > clock.now():
        raise GuessedTooOften(until)


def _many_are_wrong() -> bool:
    recent = WrongCodename.at > clock.now() - MANY_WITHIN
    count = select(func.count()).select_from(WrongCodename).where(recent)
    return (db.session.scalar(count) or 0) >= MANY


def _has_waited(ticket: str, secret_key: str) -> bool:
    try:
        opened = datetime.fromtimestamp(_signer(secret_key).loads(ticket), UTC)
    except (BadSignature, TypeError, ValueError, OverflowError):
        return False
    return has_waited(opened, clock.now())


def _signer(secret_key: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret_key, salt="codename page")


def _sealed(block: str, secret_key: str) -> str:
    return hmac.new(secret_key.encode(), f"network {block}".encode(), hashlib.sha256).hexdigest()
