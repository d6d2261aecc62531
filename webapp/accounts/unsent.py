"""What staff typed and sent after their session had ended: kept, and found again after log-in.

Each form of the staff pages carries a mark of the officer for whom it was made. Nothing is kept of
what comes without one: an outsider has none.
"""

import json
import re
from collections.abc import Sequence
from datetime import timedelta

from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import delete, or_, select

from webapp.accounts.models import Account, UnsentForm
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.errors import NotFound
from webapp.shared.transaction import transaction

KEPT_FOR = timedelta(days=4)
# Once it was opened it stands in a browser again, which may still break.
KEPT_AFTER_OPENING = timedelta(days=1)
MARK_LASTS = timedelta(days=4)
MOST_KEPT = 20
Fields = list[tuple[str, str]]


class UnsentNotFound(NotFound):
    """Nothing is kept under this number for who asks, or no more."""


def mark_of(account: Account, secret: str) -> str:
    """The mark of an officer in the forms that are shown to this officer."""
    return str(_marks(secret).dumps([account.id, account.password_hash or ""]))


def marked_officer(mark: str, secret: str) -> int | None:
    """The account of the officer for whom a form was made; None where no officer's mark is on it,
    or one too old. A new password ends all marks."""
    try:
        account_id, password_hash = _marks(secret).loads(
            mark, max_age=int(MARK_LASTS.total_seconds())
        )
    except (BadSignature, TypeError, ValueError):
        return None
    account = db.session.get(Account, account_id)
    if account is None or not account.is_staff or (account.password_hash or "") != password_hash:
        return None
    return account.id


def _marks(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="officer of a form")


def keep_unsent(account_id: int, address: str, fields: Fields) -> int:
    """Keep what an officer typed and could not send; gives its number. The same again is one, and
    of many the newest are kept."""
    said = json.dumps(fields, ensure_ascii=False)
    with transaction():
        rows = _rows(account_id)
        for row in rows:
            if (row.address, row.fields) == (address, said):
                row.opened_at = None
                return row.id
        for row in rows[MOST_KEPT - 1 :]:
            db.session.delete(row)
        kept = UnsentForm(account_id=account_id, address=address, fields=said, at=clock.now())
        db.session.add(kept)
        db.session.flush()
        return kept.id


def _rows(account_id: int) -> Sequence[UnsentForm]:
    own = select(UnsentForm).where(UnsentForm.account_id == account_id)
    return db.session.scalars(own.order_by(UnsentForm.id.desc())).all()


def unsent_forms(account_id: int | None) -> list[UnsentForm]:
    """What an officer has not opened again yet, the newest first."""
    return [row for row in _rows(account_id) if row.opened_at is None] if account_id else []


def unsent_by_id(unsent_id: int, account_id: int | None) -> UnsentForm:
    """What an officer typed. Raises `UnsentNotFound`, also for another officer's."""
    row = db.session.get(UnsentForm, unsent_id)
    if row is None or row.account_id != account_id:
        raise UnsentNotFound
    return row


def fields_of(row: UnsentForm) -> Fields:
    """The names of the fields, each with what was typed."""
    return [(name, value) for name, value in json.loads(row.fields)]


def unsent_opened(unsent_id: int, account_id: int | None) -> None:
    """Note that the form stands in the browser again, with what was typed."""
    with transaction():
        row = db.session.get(UnsentForm, unsent_id)
        if row is not None and row.account_id == account_id:
            row.opened_at = clock.now()


def forget_unsent(unsent_id: int, account_id: int | None) -> None:
    """Throw away what an officer typed. Raises `UnsentNotFound`."""
    with transaction():
        db.session.delete(unsent_by_id(unsent_id, account_id))


def forget_unsent_about(page: str) -> None:
    """Forget what was to be sent to a page, in either language, and to those below it, inside the
    caller's transaction: what it is about is erased."""
    about = re.compile(rf"(/en)?{re.escape(page)}([/?].*)?")
    for row in db.session.scalars(select(UnsentForm)).all():
        if about.fullmatch(row.address):
            db.session.delete(row)


def forget_old_unsent() -> None:
    """Forget what was kept for long enough."""
    now = clock.now()
    old = UnsentForm.at < now - KEPT_FOR
    opened = UnsentForm.opened_at < now - KEPT_AFTER_OPENING
    with transaction():
        db.session.execute(delete(UnsentForm).where(or_(old, opened)))
