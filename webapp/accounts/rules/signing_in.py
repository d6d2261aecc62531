"""Who may sign in, and how. Plain Python: no Flask, no database."""

from datetime import timedelta

PASSWORD_LENGTH = (
    12  # characters at least; length counts more than odd signs (NIST SP 800-63B 5.1.1)
)
MAX_PASSWORD_LENGTH = 256  # characters at most, so that hashing cannot be made to cost
INVITATION_LASTS = timedelta(hours=48)


def normal_email(email: str) -> str:
    """The form in which an address is kept and compared."""
    return email.strip().lower()
