"""Letters in the office's mailbox whose message was erased: known until they are deleted there."""

from collections.abc import Collection

from sqlalchemy import delete, select, update

from webapp.complaints.models import TakenMail
from webapp.extensions import db
from webapp.shared.transaction import transaction


def part_from_letters(complaint_id: int) -> None:
    """Leave of the letters of a message the hashes of their names alone, in the caller's
    transaction: by these they are found in the mailbox."""
    of_message = update(TakenMail).where(TakenMail.complaint_id == complaint_id)
    db.session.execute(of_message.values(complaint_id=None, sender_hash=None))


def erased_letters() -> frozenset[str]:
    """The keys (`rules.incoming_mail.key_of`) of letters whose message was erased."""
    return frozenset(
        db.session.scalars(select(TakenMail.source_key).where(TakenMail.complaint_id.is_(None)))
    )


def forget_letters(keys: Collection[str]) -> None:
    """Know these letters no more, as they are in no mailbox now."""
    with transaction():
        db.session.execute(delete(TakenMail).where(TakenMail.source_key.in_(keys)))
