"""The tree of root causes, and what officers found out about answered messages."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from webapp.complaints.models import CaseFinding, Complaint, RootCause
from webapp.complaints.rules.repeats import place_key
from webapp.complaints.rules.states import ENDED, State
from webapp.complaints.service.barring import hold
from webapp.complaints.service.errors import CauseNotFound, CauseRefused, NotAnsweredYet
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction


@dataclass(frozen=True)
class Finding:
    """What an officer writes: the root cause's id, what went wrong, where, and what was changed."""

    root_cause_id: int
    cause: str
    place: str
    changed: str


@dataclass(frozen=True)
class Branch:
    """A branch of the tree with the causes below it."""

    cause: RootCause
    below: Sequence[RootCause]


def cause_tree(with_retired: bool = False) -> list[Branch]:
    """The branches in the order in which they came, each with its causes."""
    wanted = select(RootCause).order_by(RootCause.id)
    if not with_retired:
        wanted = wanted.where(RootCause.retired_at.is_(None))
    every = db.session.scalars(wanted).all()
    return [
        Branch(branch, [one for one in every if one.parent_id == branch.id])
        for branch in every
        if branch.parent_id is None
    ]


def cause_by_id(cause_id: int) -> RootCause:
    """A root cause, also a retired one. Raises `CauseNotFound`."""
    cause = db.session.get(RootCause, cause_id)
    if cause is None:
        raise CauseNotFound
    return cause


def add_cause(
    name_th: str, name_en: str, parent_id: int | None, account_id: int | None
) -> RootCause:
    """Add a branch, or a cause below one. Raises `CauseNotFound`, `CauseRefused` below a cause."""
    with transaction():
        if parent_id is not None and cause_by_id(parent_id).parent_id is not None:
            raise CauseRefused
        cause = RootCause(name_th=name_th, name_en=name_en, parent_id=parent_id)
        db.session.add(cause)
        db.session.flush()
        audit.record(account_id, "complaints.add_cause", f"cause {cause.id}")
    return cause


def change_cause(
    cause_id: int, name_th: str, name_en: str, *, retired: bool, account_id: int | None
) -> None:
    """Call a cause otherwise, in every finding that names it, and offer it or no longer; a branch
    with all below it. Raises `CauseNotFound`."""
    with transaction():
        cause = cause_by_id(cause_id)
        cause.name_th, cause.name_en = name_th, name_en
        if retired != (cause.retired_at is not None):
            below = select(RootCause).where(RootCause.parent_id == cause_id)
            for one in [cause, *db.session.scalars(below)]:
                one.retired_at = clock.now() if retired else None
        audit.record(account_id, "complaints.change_cause", f"cause {cause_id}")


def keep_finding(complaint_id: int, finding: Finding, account_id: int | None) -> None:
    """Write, or write anew, what was learned from a message that has been answered or has ended
    otherwise.

    Raises `ComplaintNotFound`, `CauseNotFound`, `NotAnsweredYet`.
    """
    with transaction():
        complaint = hold(complaint_id, account_id)
        if State(complaint.state) not in ENDED:
            raise NotAnsweredYet
        cause_by_id(finding.root_cause_id)
        kept = db.session.get(CaseFinding, complaint_id)
        if kept is None:
            kept = CaseFinding(complaint_id=complaint_id)
            db.session.add(kept)
        kept.root_cause_id, kept.cause = finding.root_cause_id, finding.cause
        kept.place, kept.place_key = finding.place, place_key(finding.place)
        kept.changed, kept.found_at, kept.account_id = finding.changed, clock.now(), account_id
        audit.record(account_id, "complaints.keep_finding", f"complaint {complaint_id}")


def finding_of(complaint_id: int) -> CaseFinding | None:
    """What was learned from a message; None where nothing is written yet."""
    return db.session.get(CaseFinding, complaint_id)


def complaints_of_cause(cause_id: int) -> list[int]:
    """The numbers of the messages with this root cause, or with one below it."""
    below = select(RootCause.id).where(RootCause.parent_id == cause_id)
    found = select(CaseFinding.complaint_id).where(
        (CaseFinding.root_cause_id == cause_id) | CaseFinding.root_cause_id.in_(below)
    )
    return list(db.session.scalars(found.order_by(CaseFinding.complaint_id)))


def places_known() -> Sequence[str]:
    """The places that findings name, each once, for the officer to write the next one alike."""
    named = select(CaseFinding.place).where(CaseFinding.place != "").distinct()
    return db.session.scalars(named.order_by(CaseFinding.place)).all()


def may_learn_from(complaint: Complaint) -> bool:
    """Whether what was learned from a message can be written now."""
    return State(complaint.state) in ENDED
