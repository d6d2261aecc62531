"""Letters that come back to the office's mailbox."""

from webapp.following import service
from webapp.shared import mail


def read_letter(letter: bytes) -> bool | None:
    """Note what a report says of letters about news; None where it tells of none."""
    known = [service.note_bounce(bounce) for bounce in mail.read_bounces(letter)]
    return True if any(known) else None
