"""What can be done with improvements: propose, rank, move, follow up, tell back, count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from thai_text.dates import fiscal_year
from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.improvement.events import improvement_changed, improvement_moved, improvement_told
from webapp.improvement.models import (
    Improvement,
    ImprovementMove,
    ImprovementSource,
    ImprovementTarget,
)
from webapp.improvement.rules import NEXT, PUBLIC, SCALE, Rank, Source, State, success
from webapp.needs import service as needs
from webapp.shared import audit, clock
from webapp.shared.bureaux import Bureau
from webapp.shared.errors import NotFound, Refused
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import transaction
from webapp.surveys.service import Quarter, quarter_of

__all__ = [
    "Facts", "Improvement", "ImprovementNotFound", "ImprovementTarget", "MoveRefused", "NEXT",
    "PUBLIC", "SCALE", "Source", "State", "TargetRefused", "Year", "add_source",
    "change_facts", "complaints_behind", "follow_up", "get_improvement", "list_plan",
    "list_public", "move", "overdue_follow_ups", "propose", "set_target", "sources_of_need",
    "success_of_year", "tell_back",
]  # fmt: skip


# The job that tells the people behind messages.
TELL = "improvement.tell_complaints"


class ImprovementNotFound(NotFound):
    """There is no such improvement, or it is not public."""


class MoveRefused(Refused):
    """This state cannot follow the present one, or what it needs is missing."""


class TargetRefused(Refused):
    """There is no target of that quarter, or the quarter has not ended."""


@dataclass(frozen=True)
class Facts:
    """What an officer writes about an improvement; `urgent` and `important` are 1 to 3."""

    title: str
    asked: str
    work: str
    urgent: int
    important: int
    bureau: Bureau
    measure: str = ""
    before: str = ""
    after: str = ""


def propose(facts: Facts, account_id: int | None) -> Improvement:
    """Put an improvement before the board. Raises `ValueError` for a rank outside the scale."""
    Rank(facts.urgent, facts.important, clock.today())
    with transaction():
        improvement = Improvement(proposed_on=clock.today(), state=State.PROPOSED)
        _write(improvement, facts)
        db.session.add(improvement)
        improvement.moves.append(_came_into(State.PROPOSED, account_id))
        db.session.flush()
        audit.record(account_id, "improvement.propose", improvement.public_id)
    return improvement


def change_facts(improvement_id: int, facts: Facts, account_id: int | None) -> None:
    """Write the facts anew. Raises `ImprovementNotFound`, and `ValueError` as `propose` does."""
    Rank(facts.urgent, facts.important, clock.today())
    with transaction():
        improvement = _known(improvement_id)
        _write(improvement, facts)
        if improvement.state in PUBLIC:
            improvement_changed.send("improvement", improvement_id=improvement_id)
        audit.record(account_id, "improvement.change", improvement.public_id)


def _write(improvement: Improvement, facts: Facts) -> None:
    improvement.title, improvement.asked, improvement.work = facts.title, facts.asked, facts.work
    improvement.urgent, improvement.important = facts.urgent, facts.important
    improvement.bureau = facts.bureau.value
    improvement.measure = facts.measure
    improvement.before, improvement.after = facts.before, facts.after


def _came_into(state: State, account_id: int | None) -> ImprovementMove:
    return ImprovementMove(state=state, at=clock.now(), account_id=account_id)


def move(improvement_id: int, state: State, account_id: int | None, reason: str = "") -> None:
    """Bring an improvement into its next state; `reason` says why it is declined.

    Telling back is `tell_back`. Raises `ImprovementNotFound`, `MoveRefused`.
    """
    with transaction():
        improvement = _known(improvement_id)
        if state not in NEXT[improvement.state] or state is State.TOLD_BACK:
            raise MoveRefused
        if state is State.DECLINED and not reason:
            raise MoveRefused
        improvement.reason = reason
        _move(improvement, state, account_id)


def _move(improvement: Improvement, state: State, account_id: int | None) -> None:
    improvement.state = state
    improvement.moves.append(_came_into(state, account_id))
    improvement_moved.send(
        "improvement", improvement_id=improvement.id, state=state.value, by=account_id
    )
    audit.record(account_id, f"improvement.{state.value}", improvement.public_id)


def tell_back(improvement_id: int, text: str, account_id: int | None) -> int:
    """Tell everyone whose need led to it what became of it; gives to how many needs it was told.

    Raises `ImprovementNotFound`, `MoveRefused` where it is neither done nor declined.
    """
    with transaction():
        improvement = _known(improvement_id)
        if State.TOLD_BACK not in NEXT[improvement.state]:
            raise MoveRefused
        improvement.told = text
        wanted = [one.ref for one in improvement.sources if one.source is Source.NEED]
        for need_id in wanted:
            needs.answer_need(need_id, account_id, text)
        _move(improvement, State.TOLD_BACK, account_id)
        improvement_told.send("improvement", improvement_id=improvement_id)
    return len(wanted)


def add_source(improvement_id: int, source: Source, ref: int, account_id: int | None) -> None:
    """Say what an improvement answers; of one that is public the people behind it hear at once.

    Raises `ImprovementNotFound`, `needs.NeedNotFound`, `complaints.ComplaintNotFound`,
    `complaints.CauseNotFound`.
    """
    with transaction():
        improvement = _known(improvement_id)
        if source is Source.NEED:
            needs.need_by_id(ref)
        if source is Source.COMPLAINT:
            complaints.complaint_by_id(ref)
            complaints.refuse_barred(ref, account_id)
        if source is Source.CAUSE:
            complaints.cause_by_id(ref)
        if not any((one.source, one.ref) == (source, ref) for one in improvement.sources):
            improvement.sources.append(ImprovementSource(source=source, ref=ref))
            audit.record(account_id, "improvement.add_source", improvement.public_id)
            if improvement.state in PUBLIC:
                state = improvement.state.value
                enqueue_once(TELL, improvement_id=improvement_id, state=state)


def complaints_behind(improvement_id: int) -> list[int]:
    """The numbers of the messages that an improvement answers: those noted, and all with a root
    cause that is noted. Raises `ImprovementNotFound`."""
    found: set[int] = set()
    for one in _known(improvement_id).sources:
        if one.source is Source.COMPLAINT:
            found.add(one.ref)
        elif one.source is Source.CAUSE:
            found.update(complaints.complaints_of_cause(one.ref))
    return sorted(found)


def sources_of_need(need_id: int) -> list[Improvement]:
    """The improvements that answer a need."""
    listed = (
        select(Improvement)
        .join(ImprovementSource)
        .where(ImprovementSource.source == Source.NEED, ImprovementSource.ref == need_id)
    )
    return list(db.session.scalars(listed))


def set_target(improvement_id: int, day: date, target: str, account_id: int | None) -> None:
    """Say what is to be reached by the end of the quarter of `day`. Raises `ImprovementNotFound`.

    A target that was followed up already stands as it is: raises `TargetRefused`.
    """
    with transaction():
        improvement = _known(improvement_id)
        ends = quarter_of(day).last_day
        found = next((one for one in improvement.targets if one.quarter_ends == ends), None)
        if found is not None and found.written_at is not None:
            raise TargetRefused
        if found is None:
            found = ImprovementTarget(quarter_ends=ends)
            improvement.targets.append(found)
        found.target = target
        audit.record(account_id, "improvement.set_target", improvement.public_id)


def follow_up(target_id: int, met: bool, text: str, account_id: int | None) -> None:
    """Write what was reached of a target whose quarter has ended. Raises `TargetRefused`."""
    with transaction():
        target = db.session.get(ImprovementTarget, target_id)
        if target is None or target.quarter_ends >= clock.today():
            raise TargetRefused
        target.met, target.follow_up = met, text
        target.written_at, target.account_id = clock.now(), account_id
        audit.record(account_id, "improvement.follow_up", f"i-{target.improvement_id}")


def overdue_follow_ups() -> Sequence[ImprovementTarget]:
    """The targets whose quarter has ended and of which nothing is written yet, oldest first."""
    listed = (
        select(ImprovementTarget)
        .where(ImprovementTarget.quarter_ends < clock.today())
        .where(ImprovementTarget.written_at.is_(None))
    )
    return db.session.scalars(listed.order_by(ImprovementTarget.quarter_ends)).all()


@dataclass(frozen=True)
class Year:
    """How a plan fared in a fiscal year, of the Buddhist era."""

    year_be: int
    met: int
    due: int

    @property
    def percent(self) -> float | None:
        return success(self.met, self.due)


def success_of_year(quarter: Quarter) -> Year:
    """Of the targets due in the fiscal year of `quarter`, how many were met."""
    rows = db.session.execute(
        select(ImprovementTarget.quarter_ends, ImprovementTarget.met, func.count())
        .where(ImprovementTarget.quarter_ends < clock.today())
        .group_by(ImprovementTarget.quarter_ends, ImprovementTarget.met)
    )
    of_year = [(met, count) for ends, met, count in rows if fiscal_year(ends) == quarter.year_be]
    return Year(
        quarter.year_be,
        sum(count for met, count in of_year if met),
        sum(count for _met, count in of_year),
    )


def list_plan() -> list[Improvement]:
    """Everything that is not closed, what comes first on top, then what is, the newest first."""
    found = db.session.scalars(select(Improvement).order_by(Improvement.id.desc())).all()
    open_ones = [one for one in found if one.state is not State.TOLD_BACK]
    closed = [one for one in found if one.state is State.TOLD_BACK]
    return sorted(open_ones, key=lambda one: one.rank.order) + closed


def list_public() -> list[Improvement]:
    """Every improvement that is in the plan, was carried out or declined, as `list_plan` orders."""
    return [one for one in list_plan() if one.state in PUBLIC]


def get_improvement(public_id: str) -> Improvement:
    """An improvement by its id in addresses. Raises `ImprovementNotFound`."""
    number = public_id.removeprefix("i-")
    if not (public_id.startswith("i-") and number.isascii() and number.isdigit()):
        raise ImprovementNotFound
    return _known(int(number)) if len(number) < 10 else _known(0)


def _known(improvement_id: int) -> Improvement:
    improvement = db.session.get(Improvement, improvement_id)
    if improvement is None:
        raise ImprovementNotFound
    return improvement
