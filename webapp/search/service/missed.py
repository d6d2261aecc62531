"""What people do not find: kept without identifying them, shown to staff, told to the needs."""

from contextlib import suppress

from sqlalchemy import delete, func, or_, select
from sqlalchemy.exc import IntegrityError, OperationalError

from search_index.query import parse
from webapp.accounts import service as accounts
from webapp.extensions import db
from webapp.needs import service as needs
from webapp.search.models import MissedSearch
from webapp.search.rules import missed as rules
from webapp.search.rules import same_wish
from webapp.search.rules.direct import may_be_receipt
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound
from webapp.shared.languages import language_of
from webapp.shared.pagination import Page
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

PER_PAGE = 50
# Of words that are read already the newest, so many, are looked at for slips of typing.
MOST_COMPARED = 500


class MissedNotFound(NotFound):
    """There is no such search without result, or it has been forgotten."""


def note_missed(typed: str, origin: needs.Origin = needs.Origin.SEARCH) -> None:
    """Count a search, or a question, that found nothing, by what may be kept of its words: however
    it is written, in whichever order, and with whichever slip of typing, a wish is one.

    Nothing of who searched is asked for, but that it is no officer: who reads a message of a
    citizen and looks for its words in public must not bring them to light. A database that is busy,
    or somebody else who asks for the same words for the first time at this very moment, loses a
    count, never the page.
    """
    if accounts.staff_id() is not None:
        return
    words = rules.cut_down(typed)
    # What only leaves something out asks for nothing, and so misses nothing.
    if not words or may_be_receipt(typed) or parse(typed).is_empty:
        return
    with suppress(IntegrityError, OperationalError), transaction():
        _count(words, origin)


def _count(words: str, origin: needs.Origin) -> None:
    row, moment = _own(_asked_before(words)), clock.now()
    if row is None:
        _make_room()
        _begin(words, origin)
        return
    row.searches += 1
    if moment - row.last_at < rules.COUNTED_AGAIN_AFTER:
        return
    row.hours, row.last_at, row.settled_at = row.hours + 1, moment, None
    if row.hours >= rules.HOURS_TO_BE_READ:
        row.words = row.words or words
        heard = needs.Hearing(row.words, language_of(row.words), heard_at=row.first_at)
        secret = settings().SECRET_KEY
        needs.note_need(needs.Origin(row.origin), str(row.id), heard, secret, row.hours)


def _asked_before(words: str) -> MissedSearch | None:
    """What was asked for before in these words, in others of the same analysis, or with a slip of
    typing, of the search and of the assistant alike."""
    secret = settings().SECRET_KEY
    sound = same_wish.sound_mark(words, secret)
    marked = MissedSearch.fingerprint == same_wish.fingerprint(words, secret)
    alike = marked if sound is None else or_(marked, MissedSearch.sound == sound)
    # What was read first, so that one need goes on.
    listed = select(MissedSearch).where(alike).order_by(MissedSearch.hours.desc(), MissedSearch.id)
    return db.session.scalar(listed.limit(1)) or _slipped(words)


def _own(row: MissedSearch | None) -> MissedSearch | None:
    """The row as it is now and until the end of this transaction; None where it is forgotten."""
    if row is None:
        return None
    now = select(MissedSearch).where(MissedSearch.id == row.id).with_for_update()
    return db.session.scalar(now.execution_options(populate_existing=True))


def _slipped(words: str) -> MissedSearch | None:
    read = select(MissedSearch).where(MissedSearch.words != "")
    newest = read.order_by(MissedSearch.last_at.desc()).limit(MOST_COMPARED)
    found = (row for row in db.session.scalars(newest) if same_wish.is_slip(words, row.words))
    return next(found, None)


def _begin(words: str, origin: needs.Origin) -> None:
    secret, moment = settings().SECRET_KEY, clock.now()
    db.session.add(
        MissedSearch(
            fingerprint=same_wish.fingerprint(words, secret),
            sound=same_wish.sound_mark(words, secret),
            origin=origin,
            searches=1,
            hours=1,
            first_at=moment,
            last_at=moment,
        )
    )


def _make_room() -> None:
    """Where as many wait as may, those go that fewest asked for, the longest ago: so a flood of
    nonsense drives out nonsense, and what people ask for again goes on being counted."""
    unread = MissedSearch.words == ""
    waiting = db.session.scalar(select(func.count(MissedSearch.id)).where(unread)) or 0
    too_many = waiting - rules.MOST_UNREAD + 1
    if too_many > 0:
        rarest = select(MissedSearch.id).where(unread).limit(too_many)
        ids = rarest.order_by(MissedSearch.hours, MissedSearch.last_at, MissedSearch.id)
        db.session.execute(delete(MissedSearch).where(MissedSearch.id.in_(ids)))


def missed_searches(number: int) -> Page[MissedSearch]:
    """One page of the words that several searches did not find and nobody has dealt with, those
    asked for in most hours first."""
    shown = select(MissedSearch).where(MissedSearch.words != "", MissedSearch.settled_at.is_(None))
    total = db.session.scalar(select(func.count()).select_from(shown.subquery())) or 0
    ordered = shown.order_by(MissedSearch.hours.desc(), MissedSearch.last_at.desc())
    found = db.session.scalars(ordered.limit(PER_PAGE).offset((number - 1) * PER_PAGE)).all()
    return Page(found, number, PER_PAGE, total)


def settle_missed(missed_id: int, staff_id: int | None) -> None:
    """Take words off the list: dealt with, or of no use. Raises `MissedNotFound`."""
    with transaction():
        row = db.session.get(MissedSearch, missed_id)
        if row is None or not row.words:
            raise MissedNotFound(str(missed_id))
        row.settled_at = clock.now()
        audit.record(staff_id, "search.settle_missed", row.words)


def settle_found(term: str, staff_id: int | None) -> None:
    """Take the words off the list for which a synonym was made."""
    words = rules.cut_down(term)
    row = _asked_before(words) if words else None
    if row is not None and row.words and row.settled_at is None:
        settle_missed(row.id, staff_id)


def forget_missed() -> None:
    """Forget what too few asked for, and what nobody has asked for in a year."""
    moment = clock.now()
    with transaction():
        for unread, kept in ((True, rules.UNREAD_KEPT), (False, rules.READ_KEPT)):
            is_unread = MissedSearch.words == ""
            db.session.execute(
                delete(MissedSearch).where(
                    is_unread if unread else ~is_unread, MissedSearch.last_at < moment - kept
                )
            )
