"""Work about letters that come in."""

from webapp.shared.mail.reading import delete_old_letters, read_letters
from webapp.shared.outbox import Job
from webapp.shared.uploads.checking import MAX_BYTES_TOGETHER, MAX_RECORDED

# Files grow by a third on their way (base64), and there is a text with them. Of what is still
# larger, no mail server of ours takes more.
MOST_BYTES = (MAX_BYTES_TOGETHER + MAX_RECORDED) * 3 // 2


def read_mailbox() -> None:
    """Read the office's mailbox."""
    read_letters(MOST_BYTES)


JOBS = {
    "mail.read_mailbox": Job(read_mailbox, lease_minutes=30, every_minutes=5),
    "mail.delete_old_letters": Job(delete_old_letters, lease_minutes=30, nightly=True),
}
