"""Recordings by people: invite volunteers, take recordings in."""

from dataclasses import dataclass
from typing import BinaryIO

from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import select

from audio.script import TITLE, Passage, passages
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.narrations import Narration, NarrationInvitation
from webapp.listening.rules.narrations import (
    INVITATION_LASTS,
    MOST_BYTES,
    NarrationState,
    text_key,
)
from webapp.listening.service.kept_files import keep_file
from webapp.listening.service.recording_files import (
    recordings_folder,
)
from webapp.listening.service.recordings import recording_seconds
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction

ALIGN = "listening.align_narration"


class NarrationNotFound(NotFound):
    """There is no such recording, or no such section."""


class NarrationInvitationOver(NotFound):
    """The link is wrong, too old, or was ended."""


@dataclass(frozen=True)
class NewRecording:
    """What comes with a recording: the section's anchor, and how the reader wishes to be named."""

    anchor: str
    credit: str


def invite_narrators(document: documents.Document, secret_key: str, account_id: int | None) -> str:
    """Make a link for a document; gives its token."""
    with transaction():
        invitation = NarrationInvitation(
            document_id=document.id, account_id=account_id, made_at=clock.now()
        )
        db.session.add(invitation)
        db.session.flush()
        audit.record(account_id, "narrations.invite", f"document {document.public_id}")
    return str(_links(secret_key).dumps(invitation.id))


def end_narration_invitations(document: documents.Document, account_id: int | None) -> None:
    """End every link of a document."""
    with transaction():
        for invitation in db.session.scalars(
            select(NarrationInvitation).where(
                NarrationInvitation.document_id == document.id,
                NarrationInvitation.ended_at.is_(None),
            )
        ):
            invitation.ended_at = clock.now()
        audit.record(account_id, "narrations.end_invitations", f"document {document.public_id}")


def narration_invitation(token: str, secret_key: str) -> NarrationInvitation:
    """The invitation of a link. Raises `NarrationInvitationOver`."""
    try:
        # The age is counted on the site's clock below: the signer knows the machine's alone.
        invitation = db.session.get(NarrationInvitation, _links(secret_key).loads(token))
    except BadSignature:
        raise NarrationInvitationOver from None
    over = invitation is None or invitation.ended_at is not None
    if invitation is None or over or clock.now() > invitation.made_at + INVITATION_LASTS:
        raise NarrationInvitationOver
    return invitation


def _links(secret_key: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret_key, salt="narration invitation")


def sections_to_read(document: documents.Document) -> list[Passage]:
    """The chapters and sections of the newest version that have words to read."""
    outline = documents.outline_of(documents.get_version(document))
    return [one for one in passages(outline) if one.id != TITLE and one.lines]


def section_to_read(document: documents.Document, anchor: str) -> Passage:
    """One section of the newest version. Raises `NarrationNotFound`."""
    for passage in sections_to_read(document):
        if passage.id == anchor:
            return passage
    raise NarrationNotFound(anchor)


def passage_key(passage: Passage) -> str:
    """What tells the text of a section from any other."""
    return text_key(line.text for line in passage.lines)


def add_recording(
    invitation: NarrationInvitation, new: NewRecording, stream: BinaryIO
) -> Narration:
    """Take a recording in; it is put in step with the text by a job, then waits for an officer.

    Raises `NarrationNotFound`, `recordings.RecordingRefused`, `kept_files.FileTooLarge`, and
    `OSError` where the disk does not take it.
    """
    document = documents.document_by_id(invitation.document_id)
    passage = section_to_read(document, new.anchor)
    seconds = recording_seconds(stream)
    stream.seek(0)
    kept = keep_file(stream, recordings_folder(), MOST_BYTES)
    with transaction():
        narration = Narration(
            document_id=document.id,
            invitation_id=invitation.id,
            anchor=new.anchor,
            title=passage.title,
            text_key=passage_key(passage),
            state=NarrationState.ALIGNING,
            credit=new.credit,
            consented_at=clock.now(),
            recording=kept.key,
            seconds=seconds,
        )
        db.session.add(narration)
        db.session.flush()
        enqueue(ALIGN, narration_id=narration.id)
    return narration


def narration_to_change(narration_id: int) -> Narration:
    """One recording as it is now, which no other transaction changes before this one ends.

    Raises `NarrationNotFound`.
    """
    narration = narration_by_id(narration_id)
    db.session.refresh(narration, with_for_update=True)
    return narration


def narration_by_id(narration_id: int) -> Narration:
    """One recording. Raises `NarrationNotFound`."""
    narration = db.session.get(Narration, narration_id)
    if narration is None:
        raise NarrationNotFound
    return narration
