"""What staff did is stored in the same transaction as the deed: one is never without the other."""

from webapp.shared.audit import staff_acted
from webapp.staff import service


def connect() -> None:
    staff_acted.connect(on_staff_acted)


def on_staff_acted(_sender: object, account_id: int | None, action: str, subject: str) -> None:
    service.keep(account_id, action, subject)
