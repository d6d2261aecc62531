"""What officers do with recordings: listen, accept, refuse, withdraw. Audited."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.narrations import Narration
from webapp.listening.rules.narrations import HEARD, NarrationState
from webapp.listening.service.narrated_sounds import make_anew, take_out
from webapp.listening.service.narrations import narration_to_change
from webapp.listening.service.recording_files import remove_recording_file
from webapp.shared import audit, clock
from webapp.shared.errors import Refused
from webapp.shared.transaction import after_commit, transaction

_NEXT = {
    "accept": ({NarrationState.WAITING}, NarrationState.ACCEPTED),
    "refuse": ({NarrationState.WAITING}, NarrationState.REFUSED),
    # A reader may take the consent back whatever has become of the recording.
    "withdraw": (set(NarrationState) - {NarrationState.WITHDRAWN}, NarrationState.WITHDRAWN),
}


class NarrationDecided(Refused):
    """A colleague has decided meanwhile."""


def narrations_of(document: documents.Document) -> Sequence[Narration]:
    """Every recording of a document, the newest first."""
    return db.session.scalars(
        select(Narration).where(Narration.document_id == document.id).order_by(Narration.id.desc())
    ).all()


def waiting_narrations() -> Sequence[Narration]:
    """The recordings that wait for an officer, the oldest first."""
    waiting = (NarrationState.ALIGNING, NarrationState.WAITING)
    return db.session.scalars(
        select(Narration).where(Narration.state.in_(waiting)).order_by(Narration.id)
    ).all()


def decide_narration(narration_id: int, deed: str, account_id: int | None) -> None:
    """Accept, refuse or withdraw (`deed`) a recording.

    Once accepted, the sounds of every version that has its text are made anew. Once withdrawn, and
    it may be so in any state, neither its file, nor a sound that may hold it, nor its reader's name
    is left; the sounds are made again without it.

    Raises `NarrationNotFound` and `NarrationDecided`.
    """
    starts, end = _NEXT[deed]
    with transaction():
        narration = narration_to_change(narration_id)
        if narration.state not in starts:
            raise NarrationDecided
        unused = set() if end is NarrationState.ACCEPTED else {narration.recording}
        if end is NarrationState.ACCEPTED:
            unused = _replace(narration)
            make_anew(narration)
        elif narration.state in HEARD:
            take_out(narration)
        if end is NarrationState.WITHDRAWN:
            narration.credit = ""
        narration.state, narration.decided_at = end, clock.now()
        narration.decided_by = account_id
        audit.record(account_id, f"narrations.{deed}", f"recording {narration_id}")
        after_commit(lambda: _remove_files(unused))


def _replace(narration: Narration) -> set[str]:
    """The one that was accepted before for the same text gives way; gives its file."""
    older = db.session.scalars(
        select(Narration).where(
            Narration.document_id == narration.document_id,
            Narration.text_key == narration.text_key,
            Narration.state == NarrationState.ACCEPTED,
        )
    ).all()
    for one in older:
        one.state = NarrationState.REPLACED
    return {one.recording for one in older}


def _remove_files(recordings: set[str]) -> None:
    for recording in recordings:
        remove_recording_file(recording)
