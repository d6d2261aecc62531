"""Taking out of the register what tells who asked, and what; the need itself stays counted."""

from functools import partial

from sqlalchemy import select

from webapp.extensions import db
from webapp.needs.models import Need, NeedReply
from webapp.needs.rules.keeping import KEPT_FOR
from webapp.needs.rules.lists import Origin
from webapp.needs.service.words import keep_terms
from webapp.shared import clock
from webapp.shared.transaction import after_commit, transaction
from webapp.shared.uploads.vault import Vault


def forget_noted(origin: Origin, origin_ref: str, secret: str) -> None:
    """Take the words out of what was noted from elsewhere, as they were erased there."""
    with transaction():
        need = db.session.scalar(
            select(Need).where(Need.origin == origin, Need.origin_ref == origin_ref)
        )
        if need is not None:
            _forget(need, secret)


def erase_old(secret: str, vault: Vault) -> int:
    """Erase what was told by the form, and not spoken of by the office, for longer than is told;
    how many needs there were. What is erased has no receipt any more, and is not found again."""
    until = clock.now() - KEPT_FOR
    answered = select(NeedReply.need_id).where(NeedReply.at > until)
    old = select(Need.id).where(
        Need.origin == Origin.FORM,
        Need.receipt_fingerprint.is_not(None),
        Need.heard_at <= until,
        Need.id.not_in(answered),
    )
    found = db.session.scalars(old).all()
    for need_id in found:
        with transaction():
            need = db.session.get_one(Need, need_id)
            _drop_files(need, vault)
            for reply in need.replies:
                reply.text = ""
            _forget(need, secret)
    return len(found)


def _forget(need: Need, secret: str) -> None:
    need.words, need.subject = "", ""
    need.email = need.receipt_fingerprint = None
    keep_terms(need, secret)


def _drop_files(need: Need, vault: Vault) -> None:
    """Take the files away once the change is kept."""
    for file in list(need.files):
        after_commit(partial(vault.discard, file.stored_as))
        need.files.remove(file)
        db.session.delete(file)
    db.session.flush()
