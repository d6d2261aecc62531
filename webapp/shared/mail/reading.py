"""The office's mailbox (`IMAP_URL`): each letter in it is given to the features in turn.

One mailbox serves for all that comes back: reports of letters that could not be delivered, answers
to our letters, messages to the office.
"""

from collections.abc import Callable
from datetime import timedelta

from flask import current_app
from sqlalchemy.exc import OperationalError

from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.mail.mailbox import delete_older, read_mailbox
from webapp.shared.settings import settings

# Takes a letter as it came (RFC 5322): True where it has dealt with it for good, False where it is
# to come again later, None where the letter is for others. What it changes is committed then.
LetterReader = Callable[[bytes], bool | None]


def read_letters(most_bytes: int) -> None:
    """Deal with all unread letters, or their first `most_bytes`, and move away what is done.

    A letter is moved after what it changed was committed: where this ends in between it comes
    again, and its reader knows it. One that fails stays unread and holds up none of the others.
    Raises `MailboxAway`, and `OperationalError` or `OSError` where nothing can be kept now.
    """
    if settings().IMAP_URL:
        done = settings().IMAP_DONE
        read_mailbox(settings().IMAP_URL, _is_dealt_with, most_bytes=most_bytes, done=done)


def delete_old_letters() -> None:
    """Delete the letters that were taken in and have lain in the mailbox for long enough.

    Raises `MailboxAway`.
    """
    known = settings()
    if known.IMAP_URL:
        before = clock.today() - timedelta(days=known.IMAP_KEEP_DAYS)
        delete_older(known.IMAP_URL, known.IMAP_DONE, before)


def _is_dealt_with(letter: bytes) -> bool:
    readers: list[LetterReader] = current_app.extensions["letter_readers"]
    try:
        for read in readers:
            dealt = read(letter)
            if dealt is not None:
                return dealt
    except (OperationalError, OSError):
        raise
    except Exception:
        current_app.logger.exception("a letter in the mailbox")
        db.session.rollback()
        return False
    return True
