"""Letters that come back to the office's mailbox."""

from webapp.following import service
from webapp.shared import mail


def read_letter(letter: bytes) -> bool | None:
    """Note what a report says of letters of ours; None where the letter reports nothing."""
    bounces = mail.read_bounces(letter)
    for bounce in bounces:
        service.note_bounce(bounce)
    return True if bounces else None
