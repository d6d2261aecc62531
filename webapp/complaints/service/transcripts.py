"""What staff write down of a sound, a picture or a film in sign language."""

from webapp.complaints.events import complaint_transcribed
from webapp.complaints.models import Attachment
from webapp.complaints.service.barring import bar_named, refuse_barred
from webapp.complaints.service.errors import ComplaintNotFound
from webapp.complaints.service.steps import lock
from webapp.extensions import db
from webapp.shared import audit
from webapp.shared.transaction import transaction


def file_of(complaint_id: int, attachment_id: int, account_id: int | None) -> Attachment:
    """A file of a message. Raises `ComplaintNotFound`, also where the officer may not see it."""
    refuse_barred(complaint_id, account_id)
    file = db.session.get(Attachment, attachment_id)
    if file is None or file.complaint_id != complaint_id or not file.is_open:
        raise ComplaintNotFound
    return file


def write_transcript(
    complaint_id: int, attachment_id: int, text: str, account_id: int | None
) -> None:
    """Keep what is said or shown in a file; no words take it back.

    Raises `ComplaintNotFound`.
    """
    with transaction():
        file = file_of(complaint_id, attachment_id, account_id)
        file.write_down(text, account_id)
        bar_named(lock(complaint_id))
        complaint_transcribed.send("complaints", complaint_id=complaint_id)
        audit.record(account_id, "complaints.transcribe", f"complaint {complaint_id}")
