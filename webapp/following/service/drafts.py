"""Drafts of messages to the office on a person's home: never those of who wants to be anonymous."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from webapp.complaints import service as complaints
from webapp.complaints.service import ComplaintDraft, DraftNotFound
from webapp.extensions import db
from webapp.following.models import Follower, HomeDraft
from webapp.shared.transaction import transaction


def may_be_on_home(draft: ComplaintDraft) -> bool:
    """Whether a draft may be put on a home: it is kept, and its writer is not to be anonymous."""
    return draft.is_kept and not complaints.is_anonymous(draft)


def is_on_home(follower: Follower, draft_id: int) -> bool:
    """Whether a draft is on a follower's home."""
    return db.session.get(HomeDraft, (follower.id, draft_id)) is not None


def put_on_home(follower: Follower, draft_id: int) -> None:
    """Let a draft be opened from a follower's home. Raises `DraftNotFound`."""
    with transaction():
        if not may_be_on_home(complaints.draft_by_id(draft_id)):
            raise DraftNotFound
        if not is_on_home(follower, draft_id):
            db.session.add(HomeDraft(follower_id=follower.id, draft_id=draft_id))


def drafts_of(follower: Follower) -> Sequence[ComplaintDraft]:
    """The drafts on a follower's home, the last changed first; what leads to none is forgotten."""
    mine = HomeDraft.follower_id == follower.id
    found, gone = [], []
    for draft_id in db.session.scalars(select(HomeDraft.draft_id).where(mine)):
        try:
            found.append(complaints.draft_by_id(draft_id))
        except DraftNotFound:
            gone.append(draft_id)
    if gone:
        with transaction():
            db.session.execute(delete(HomeDraft).where(mine, HomeDraft.draft_id.in_(gone)))
    return sorted(found, key=lambda draft: draft.changed_at, reverse=True)
