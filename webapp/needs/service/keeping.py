"""Taking out of the register what tells who asked, and what; the need itself stays counted."""

from functools import partial

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.orm import InstrumentedAttribute

from webapp.extensions import db
from webapp.needs.events import need_left
from webapp.needs.models import Need, NeedCorrection, NeedReading, NeedReply, NeedTerm
from webapp.needs.rules.keeping import KEPT_FOR
from webapp.needs.rules.lists import Origin
from webapp.needs.service.words import keep_terms
from webapp.shared import clock
from webapp.shared.transaction import after_commit, transaction
from webapp.shared.uploads.vault import Vault


def forget_noted(origin: Origin, origin_ref: str, secret: str) -> None:
    """Take the words out of what was noted from elsewhere, as they were erased there."""
    with transaction():
        need = _noted(origin, origin_ref)
        if need is not None:
            _forget(need, secret)


def let_go(origin: Origin, origin_ref: str) -> None:
    """Take what was noted from elsewhere out of the register, as it says no need after all or was
    taken back there; what stood under it stands by itself again. Done again it does nothing."""
    with transaction():
        need = _noted(origin, origin_ref)
        if need is None:
            return
        under = list(db.session.scalars(select(Need).where(Need.merged_into_id == need.id)))
        for one in under:
            one.merged_into_id = None
        ids = [one.id for one in under]
        need_left.send("needs", need_id=need.id, origin=origin, ref=origin_ref, under=ids)
        db.session.flush()
        for table in (NeedTerm, NeedReply, NeedReading, NeedCorrection):
            db.session.execute(delete(table).where(table.need_id == need.id))
        db.session.execute(delete(Need).where(Need.id == need.id))
        db.session.expunge(need)


def _noted(origin: Origin, origin_ref: str) -> Need | None:
    of_it = select(Need).where(Need.origin == origin, Need.origin_ref == origin_ref)
    return db.session.scalar(of_it)


def erase_old(secret: str, vault: Vault) -> int:
    """Erase what was told by the form, or to an officer by somebody who is not named, and not
    spoken of by the office, for longer than is told; how many needs there were. Of those whose
    needs are counted by name the address alone goes. What is erased has no receipt any more, and
    is not found again."""
    found = db.session.scalars(_old(Need.person_id.is_(None), Need.receipt_fingerprint)).all()
    for need_id in found:
        with transaction():
            need = db.session.get_one(Need, need_id)
            _drop_files(need, vault)
            _forget(need, secret)
    with transaction():
        for need_id in db.session.scalars(_old(Need.person_id.is_not(None), Need.email)).all():
            db.session.get_one(Need, need_id).email = None
    return len(found)


def _old(whose: ColumnElement[bool], kept: InstrumentedAttribute[str | None]) -> Select[int]:
    """The needs of these people that still have what is `kept`, after the told days."""
    until = clock.now() - KEPT_FOR
    answered = select(NeedReply.need_id).where(NeedReply.at > until)
    return select(Need.id).where(
        whose,
        kept.is_not(None),
        Need.origin.in_((Origin.FORM, Origin.STAFF)),
        Need.heard_at <= until,
        Need.entered_at <= until,
        Need.id.not_in(answered),
    )


def _forget(need: Need, secret: str) -> None:
    need.words, need.subject = "", ""
    need.email = need.receipt_fingerprint = None
    for reply in need.replies:
        reply.text = ""
    keep_terms(need, secret)


def _drop_files(need: Need, vault: Vault) -> None:
    """Take the files away once the change is kept."""
    for file in list(need.files):
        after_commit(partial(vault.discard, file.stored_as))
        need.files.remove(file)
        db.session.delete(file)
    db.session.flush()
