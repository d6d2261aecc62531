"""Bills, sessions and a member of staff for tests, made through the services."""

from datetime import date

from webapp.accounts.models import Account
from webapp.bills import service
from webapp.extensions import db
from webapp.shared import clock

K = service.StepKind
TO_SENATE = (
    (K.SUBMITTED_HOUSE, "2025-12-15"),
    (K.HOUSE_AGENDA_PLACED, "2025-12-16"),
    (K.HOUSE_R1_ACCEPTED, "2025-12-20"),
    (K.HOUSE_R2_DONE, "2026-01-10"),
    (K.HOUSE_R3_APPROVED, "2026-01-11"),
    (K.SENATE_RECEIVED, "2026-01-20"),
)


def make_bill(
    *steps: tuple[service.StepKind, str],
    kind: service.BillKind = service.BillKind.ORDINARY,
    name: str = "ร่างพระราชบัญญัติทดสอบ พ.ศ. ....",
    english: str = "",
    **facts: object,
) -> service.Bill:
    """A cabinet's bill with these steps, each a kind and an ISO day."""
    titles = [service.TitleFacts(service.TitleKind.DRAFT, name)]
    if english:
        titles.append(service.TitleFacts(service.TitleKind.DRAFT, english, "en"))
    bill = service.add_bill(
        service.BillFacts(kind, service.ProposerKind.CABINET, tuple(titles), **facts), None
    )
    for step, on in steps:
        record(bill, step, on)
    return bill


def record(
    bill: service.Bill, kind: service.StepKind, on: str | None, **more: object
) -> service.BillStep:
    """One more step."""
    day = date.fromisoformat(on) if on else None
    return service.record_step(bill.public_id, service.StepEntry(kind, day, **more), None)


def make_session(opens: str, closes: str | None) -> None:
    """A session of Parliament."""
    facts = service.SessionFacts(
        date.fromisoformat(opens), date.fromisoformat(closes) if closes else None
    )
    service.save_session(facts, None)


def sign_in_staff(client) -> int:
    """Let a test client be a member of staff; gives the account's id."""
    account = Account(email="officer@example.org", is_staff=True, created_at=clock.now())
    db.session.add(account)
    db.session.commit()
    with client.session_transaction() as session:
        session["_user_id"] = str(account.id)
    return account.id
