"""The messages of citizens that needs were taken from."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from webapp.extensions import db
from webapp.needs.models import Need
from webapp.needs.rules.lists import Origin

# Needs that one query asks for; databases allow so many numbers in it, and not any more.
_AT_ONCE = 500


def messages_behind(need_ids: Sequence[int]) -> set[int]:
    """The numbers of the messages from which these needs, and those that stand with them, were
    taken: these people hear by their message. Needs that have left the register are passed over.

    Nothing of a need is decrypted for it.
    """
    leads: set[int] = set()
    for part in _parts(need_ids):
        found = select(Need.id, Need.merged_into_id).where(Need.id.in_(part))
        leads |= {lead or number for number, lead in db.session.execute(found)}
    refs: set[str] = set()
    for part in _parts(sorted(leads)):
        family = or_(Need.id.in_(part), Need.merged_into_id.in_(part))
        taken = select(Need.origin_ref).where(family, Need.origin == Origin.COMPLAINT)
        refs |= {ref for ref in db.session.scalars(taken) if ref}
    return {int(ref) for ref in refs}


def _parts(numbers: Sequence[int]) -> list[Sequence[int]]:
    return [numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE)]
