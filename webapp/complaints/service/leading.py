"""Which message follows which: read where steps are made and where somebody may not see a case."""

from collections.abc import Collection

from sqlalchemy import or_, select

from webapp.complaints.models import Complaint, Merge
from webapp.extensions import db
from webapp.shared import clock


def merge_of(complaint_id: int) -> Merge | None:
    """The merge by which a message follows another; None where it stands by itself."""
    return db.session.scalar(
        select(Merge).where(Merge.complaint_id == complaint_id, Merge.undone_at.is_(None))
    )


def merges_under(leader_id: int) -> list[Merge]:
    """The merges by which other messages follow this one, the oldest first."""
    found = select(Merge).where(Merge.leader_id == leader_id, Merge.undone_at.is_(None))
    return list(db.session.scalars(found.order_by(Merge.id)))


def followers_of(leader_id: int) -> list[Complaint]:
    """The messages that follow this one, held against other writers."""
    wanted = (
        select(Complaint)
        .where(Complaint.id.in_([merge.complaint_id for merge in merges_under(leader_id)]))
        .order_by(Complaint.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return list(db.session.scalars(wanted))


def let_go(complaint_id: int, account_id: int | None = None) -> None:
    """Let a message go on alone, and those that followed it, inside the caller's transaction."""
    mine = select(Merge).where(
        or_(Merge.complaint_id == complaint_id, Merge.leader_id == complaint_id),
        Merge.undone_at.is_(None),
    )
    for merge in db.session.scalars(mine):
        merge.undone_at, merge.undone_by = clock.now(), account_id


def with_merged(complaint_ids: Collection[int]) -> frozenset[int]:
    """These messages, those that they lead or follow, and those that follow the same ones."""
    ids = frozenset(complaint_ids)
    active = select(Merge.leader_id, Merge.complaint_id).where(Merge.undone_at.is_(None))
    touched = active.where(or_(Merge.leader_id.in_(ids), Merge.complaint_id.in_(ids)))
    leaders = {leader for leader, _follower in db.session.execute(touched)}
    led = db.session.execute(active.where(Merge.leader_id.in_(leaders)))
    return ids | leaders | {follower for _leader, follower in led}
