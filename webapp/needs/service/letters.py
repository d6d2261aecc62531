"""Which replies are still to be announced by letter."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.extensions import db
from webapp.needs.models import NeedReply
from webapp.shared import clock
from webapp.shared.transaction import transaction


def unmailed_replies(need_id: int) -> Sequence[NeedReply]:
    """What the office told of a need and no letter has announced, the oldest first."""
    listed = select(NeedReply).where(NeedReply.need_id == need_id, NeedReply.mailed_at.is_(None))
    return db.session.scalars(listed.order_by(NeedReply.id)).all()


def replies_mailed(replies: Sequence[NeedReply]) -> None:
    """Keep that a letter has announced them."""
    with transaction():
        for reply in replies:
            reply.mailed_at = clock.now()
