"""How many messages others have, and of how many of them we should have heard by now."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import case, func, select

from webapp.complaints.models import Complaint
from webapp.complaints.rules.figures import Register, register_of
from webapp.complaints.rules.states import State
from webapp.extensions import db
from webapp.shared import clock


@dataclass
class WithOthers:
    """Messages that others have at this moment: of how many the time runs, and of how many it is
    past without a word from them."""

    in_time: int = 0
    unheard: int = 0


def with_others(without: Collection[int] = ()) -> dict[Register, WithOthers]:
    """What others have now, by register. `without`: the messages that whoever looks may not see."""
    unheard = case((Complaint.hear_by < clock.today(), 1), else_=0)
    rows = db.session.execute(
        select(Complaint.kind, func.count(Complaint.id), func.sum(unheard))
        .where(Complaint.state == State.REFERRED.value, Complaint.erased_at.is_(None))
        .where(Complaint.id.not_in(without))
        .group_by(Complaint.kind)
    )
    found = {register: WithOthers() for register in Register}
    for kind, count, late in rows:
        group = found[register_of(kind)]
        group.unheard += late
        group.in_time += count - late
    return found
