"""What officers do with recordings: listen, accept, refuse, withdraw. Audited."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.models.narrations import Narration
from webapp.listening.rules.forms import Urgency
from webapp.listening.rules.kinds import SOUNDS
from webapp.listening.rules.narrations import NarrationState
from webapp.listening.service.narrations import narration_by_id, recording_path
from webapp.listening.service.registry import await_again
from webapp.shared import audit, clock
from webapp.shared.errors import Refused
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import transaction

_NEXT = {
    "accept": (NarrationState.WAITING, NarrationState.ACCEPTED),
    "refuse": (NarrationState.WAITING, NarrationState.REFUSED),
    "withdraw": (NarrationState.ACCEPTED, NarrationState.WITHDRAWN),
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
    """Accept, refuse or withdraw (`deed`) a recording; the sounds of its document are made anew
    where that changes them, and what is used no more is removed.

    Raises `NarrationNotFound` and `NarrationDecided`.
    """
    start, end = _NEXT[deed]
    with transaction():
        narration = narration_by_id(narration_id)
        if narration.state is not start:
            raise NarrationDecided
        if end is NarrationState.ACCEPTED:
            _replace(narration)
        narration.state, narration.decided_at = end, clock.now()
        narration.decided_by = account_id
        audit.record(account_id, f"narrations.{deed}", f"recording {narration_id}")
        db.session.flush()
        if end is not NarrationState.REFUSED:
            _make_sounds_anew(narration.document_id)
    if end is not NarrationState.ACCEPTED:
        _remove_file(narration)


def _replace(narration: Narration) -> None:
    """The one that was accepted before for the same text gives way."""
    for older in db.session.scalars(
        select(Narration).where(
            Narration.document_id == narration.document_id,
            Narration.text_key == narration.text_key,
            Narration.state == NarrationState.ACCEPTED,
        )
    ):
        older.state = NarrationState.REPLACED


def _make_sounds_anew(document_id: int) -> None:
    version = documents.get_version(documents.document_by_id(document_id))
    for row in db.session.scalars(
        select(DocumentForm).where(
            DocumentForm.version_id == version.id,
            DocumentForm.compared_with_id.is_(None),
            DocumentForm.kind.in_(SOUNDS),
        )
    ):
        await_again(row, Urgency.NEW)
    enqueue_once("listening.make_forms")


def _remove_file(narration: Narration) -> None:
    used = select(Narration.id).where(
        Narration.recording == narration.recording,
        Narration.state.in_(
            (NarrationState.ALIGNING, NarrationState.WAITING, NarrationState.ACCEPTED)
        ),
    )
    if db.session.scalar(used.limit(1)) is None:
        recording_path(narration).unlink(missing_ok=True)
