"""How the person hears what the office writes; which replies are still to be announced."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.extensions import db
from webapp.needs.models import Need, NeedReply
from webapp.needs.rules.lists import Hears, Origin
from webapp.shared import clock
from webapp.shared.transaction import transaction


def ways_to_hear(need: Need) -> list[Hears]:
    """By which ways the person hears what the office writes about a need; none for nobody."""
    ways = {
        Hears.LETTER: need.email is not None,
        Hears.CODE: need.receipt_fingerprint is not None,
        Hears.OWN_PAGE: need.person is not None and need.person.link_hash is not None,
        Hears.MESSAGE: need.origin is Origin.COMPLAINT,
    }
    return [way for way, is_open in ways.items() if is_open]


def unmailed_replies(need_id: int) -> Sequence[NeedReply]:
    """What the office told of a need and no letter has announced, the oldest first."""
    listed = select(NeedReply).where(NeedReply.need_id == need_id, NeedReply.mailed_at.is_(None))
    return db.session.scalars(listed.order_by(NeedReply.id)).all()


def replies_mailed(replies: Sequence[NeedReply]) -> None:
    """Keep that a letter has announced them."""
    with transaction():
        for reply in replies:
            reply.mailed_at = clock.now()
