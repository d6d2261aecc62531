"""Repeats put together: one message leads, the others follow its steps, each in its own channel."""

from webapp.complaints.models import Complaint, Merge
from webapp.complaints.rules.alerts import Cause
from webapp.complaints.service.barring import bar_named, hold, refuse_barred
from webapp.complaints.service.errors import CaseWithAnother, MergeRefused, StepNotAllowed
from webapp.complaints.service.leading import let_go, merge_of, merges_under
from webapp.complaints.service.steps import lock, mark
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction


def merge_case(complaint_id: int, leader_id: int, account_id: int | None) -> None:
    """Let a message follow the steps of another that says the same.

    It comes into the hands of the officer who has the leading one; its own clock runs on. Raises
    `ComplaintNotFound`, `CaseWithAnother` where the officer does not have the leading one in hand,
    `MergeRefused` where the two cannot be put together.
    """
    with transaction():
        # Always in the same order, so that two officers never wait for each other.
        held = {one: hold(one, account_id) for one in sorted({complaint_id, leader_id})}
        follower, leader = held[complaint_id], held[leader_id]
        if account_id is None or leader.handler_id != account_id:
            raise CaseWithAnother
        if follower is leader or not (follower.is_owed and leader.is_owed):
            raise MergeRefused
        if merge_of(leader_id) is not None or merge_of(complaint_id) is not None:
            raise MergeRefused
        moved = [complaint_id, *(merge.complaint_id for merge in merges_under(complaint_id))]
        for one in moved:
            refuse_barred(one, account_id)
        let_go(complaint_id, account_id)
        for one in moved:
            _put_under(leader, hold(one, account_id), account_id)
        for one in (leader_id, *moved):
            bar_named(lock(one))


def _put_under(leader: Complaint, follower: Complaint, account_id: int | None) -> None:
    db.session.add(
        Merge(leader_id=leader.id, complaint_id=follower.id, at=clock.now(), account_id=account_id)
    )
    follower.handler_id = account_id
    if follower.bureau is not leader.bureau:
        follower.bureau = leader.bureau
        mark(follower, account_id, cause=Cause.HANDED_OVER)
    db.session.flush()
    audit.record(account_id, "complaints.merge", f"complaint {follower.id}: under {leader.id}")


def undo_merge(complaint_id: int, account_id: int | None) -> None:
    """Let a message go on by itself again, from the state that it has now.

    Raises `ComplaintNotFound`, or `StepNotAllowed` where it follows none or has ended with the
    leading one: what a person has been told is not taken back.
    """
    with transaction():
        follower = hold(complaint_id, account_id)
        merge = merge_of(complaint_id)
        if merge is None or not follower.is_owed:
            raise StepNotAllowed("ended with the leading one")
        merge.undone_at, merge.undone_by = clock.now(), account_id
        audit.record(
            account_id, "complaints.undo_merge", f"complaint {complaint_id}: from {merge.leader_id}"
        )
