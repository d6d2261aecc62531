"""Early warnings: a subject that rises fast is told of once, until it has come to rest."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from webapp.accounts import service as accounts
from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.bureaux import Bureau
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction
from webapp.trends.models import FastRise
from webapp.trends.rules.seasons import NOW
from webapp.trends.rules.subjects import Way

MAIL_WARNING = "trends.mail_warning"


@dataclass(frozen=True)
class Sudden:
    """A subject that rises fast: so many in the last two weeks; `usual` in hundredths."""

    way: Way
    key: str
    terms: tuple[int, ...]
    words: str
    now: int
    usual: int | None


def note_rises(last: int, sudden: Iterable[Sudden], rising: Collection[tuple[Way, str]]) -> None:
    """Keep new rises and have them told, inside the caller's transaction; end those at rest.

    `rising`: everything that still rises; a rise at rest for four weeks since it began is over.
    """
    known = list(open_rises())
    for rise in known:
        if (rise.way, rise.key) not in rising and rise.began_week <= last - NOW:
            rise.ended_at = clock.now()
    open_ones = {(one.way, one.key) for one in known if one.ended_at is None}
    for one in sudden:
        names = {(one.way, one.key)} | {(one.way, str(term)) for term in one.terms}
        if not names & open_ones:
            open_ones |= names
            _begin(last, one)


def _begin(last: int, one: Sudden) -> None:
    rise = FastRise(
        way=one.way,
        key=one.key,
        words=one.words,
        began_week=last,
        now=one.now,
        usual=one.usual,
        found_at=clock.now(),
    )
    db.session.add(rise)
    db.session.flush()
    enqueue(MAIL_WARNING, rise_id=rise.id)


def open_rises() -> Sequence[FastRise]:
    """The rises that have not come to rest, the newest first."""
    wanted = select(FastRise).where(FastRise.ended_at.is_(None))
    return db.session.scalars(wanted.order_by(FastRise.id.desc())).all()


def rise_by_id(rise_id: int) -> FastRise:
    """One rise."""
    return db.session.get_one(FastRise, rise_id)


def addresses_warned(rise: FastRise) -> list[str]:
    """Whom a warning goes to: the desk of the bureau of policy, which analyses needs, where the
    desk has an address for it; else every member of staff."""
    desk = complaints.desk_addresses().get(Bureau.POLICY.value)
    return [desk] if desk else [accounts.email_of(one) for one in accounts.staff_names()]


def warning_mailed(rise: FastRise) -> None:
    """Keep that the letters went out."""
    with transaction():
        rise.mailed_at = clock.now()
