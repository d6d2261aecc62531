"""Telling the people of many needs the same thing, each once."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from webapp.extensions import db
from webapp.needs.models import Need, NeedReply
from webapp.needs.service.register import tell
from webapp.shared import clock
from webapp.shared.transaction import transaction


def tell_all(
    need_ids: Sequence[int], about: str, thai: str, english: str, account_id: int | None
) -> None:
    """Tell the people of these needs, and of those that stand with them, the same thing, each in
    the person's language; done again, or for a need that stands with one told before, once.

    `about`: what it is told of ("improvement 12"). To one address one letter goes, however many
    needs it is of. Numbers of needs that have left the register are passed over.
    """
    with transaction():
        leads = select(Need.id, Need.merged_into_id).where(Need.id.in_(need_ids))
        numbers = {lead or number for number, lead in db.session.execute(leads)}
        told = select(NeedReply.need_id).where(NeedReply.about == about)
        family = or_(Need.id.in_(numbers), Need.merged_into_id.in_(numbers))
        waiting = select(Need).where(family, Need.id.not_in(told)).order_by(Need.id)
        written = select(Need.email).where(Need.id.in_(told), Need.email.is_not(None))
        addresses = {str(address).lower() for address in db.session.scalars(written)}
        for need in db.session.scalars(waiting).all():
            text = _words_for(need, thai, english) if english else thai
            if need.email and need.email.lower() in addresses:
                _tell_without_letter(need, text, account_id, about)
            else:
                tell(need, text, account_id, about)
                addresses |= {need.email.lower()} if need.email else set()


def _tell_without_letter(need: Need, text: str, account_id: int | None, about: str) -> None:
    moment = clock.now()
    need.replies.append(
        NeedReply(text=text, at=moment, account_id=account_id, about=about, mailed_at=moment)
    )


def _words_for(need: Need, thai: str, english: str) -> str:
    """What the person of a need reads; in both languages where hers is not known."""
    both = f"{thai}\n\n{english}"
    return {"th": thai, "en": english}.get(need.language, both)
