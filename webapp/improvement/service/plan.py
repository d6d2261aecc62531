"""The plan: what is proposed, its facts, its states, telling back."""

from dataclasses import dataclass

from sqlalchemy import select

from webapp.accounts import service as accounts
from webapp.extensions import db
from webapp.improvement.events import improvement_changed, improvement_moved, improvement_told
from webapp.improvement.models import Improvement, ImprovementMove
from webapp.improvement.rules import NEXT, PUBLIC, Rank, State
from webapp.improvement.service.errors import MoveRefused
from webapp.improvement.service.following_up import open_quarter, refuse_owed
from webapp.improvement.service.known import known
from webapp.improvement.service.sources import TELL_NEEDS
from webapp.shared import audit, clock
from webapp.shared.bureaux import Bureau
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction


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
    """Put an improvement before the board; any member of staff may, and suggests its rank.

    Raises `ValueError` for a rank outside the scale.
    """
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
    """Write the facts anew, and rank it by them: the board alone does.

    Raises `NotAllowed`, `ImprovementNotFound`, and `ValueError` as `propose` does.
    """
    Rank(facts.urgent, facts.important, clock.today())
    with transaction():
        accounts.refuse_unless_on_board(account_id)
        improvement = known(improvement_id)
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

    Telling back is `tell_back`. Raises `NotAllowed` for who is not on the board,
    `ImprovementNotFound`, `MoveRefused`, `FollowUpOwed` for what is done without one.
    """
    with transaction():
        accounts.refuse_unless_on_board(account_id)
        improvement = known(improvement_id)
        if state not in NEXT[improvement.state] or state is State.TOLD_BACK:
            raise MoveRefused
        if state is State.DECLINED and not reason:
            raise MoveRefused
        if state is State.DONE:
            refuse_owed(improvement_id)
        improvement.reason = reason
        _move(improvement, state, account_id)
        open_quarter(improvement)


def _move(improvement: Improvement, state: State, account_id: int | None) -> None:
    improvement.state = state
    improvement.moves.append(_came_into(state, account_id))
    improvement_moved.send(
        "improvement", improvement_id=improvement.id, state=state.value, by=account_id
    )
    audit.record(account_id, f"improvement.{state.value}", improvement.public_id)


def tell_back(improvement_id: int, thai: str, english: str, account_id: int | None) -> None:
    """Have everyone whose need led to it told what became of it, in the person's language.

    Needs that were merged since it was noted are told with the one that speaks for them; who is
    noted later is told then.

    Raises `NotAllowed` for who is not on the board, `ImprovementNotFound`, `MoveRefused` where it
    is neither done nor declined, `FollowUpOwed`.
    """
    with transaction():
        accounts.refuse_unless_on_board(account_id)
        improvement = known(improvement_id)
        if State.TOLD_BACK not in NEXT[improvement.state]:
            raise MoveRefused
        refuse_owed(improvement_id)
        improvement.told, improvement.told_en = thai, english
        _move(improvement, State.TOLD_BACK, account_id)
        enqueue(TELL_NEEDS, improvement_id=improvement_id)
        improvement_told.send("improvement", improvement_id=improvement_id)


def list_plan() -> list[Improvement]:
    """Everything that is not closed, what comes first on top, then what is, the newest first."""
    found = db.session.scalars(select(Improvement).order_by(Improvement.id.desc())).all()
    open_ones = [one for one in found if one.state is not State.TOLD_BACK]
    closed = [one for one in found if one.state is State.TOLD_BACK]
    return sorted(open_ones, key=lambda one: one.rank.order) + closed


def list_public() -> list[Improvement]:
    """Every improvement that is in the plan, was carried out or declined, as `list_plan` orders."""
    return [one for one in list_plan() if one.state in PUBLIC]
