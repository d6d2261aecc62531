"""Numbers of the electronic correspondence (สารบรรณ), and official letters made from answers.

Form of a letter to outside: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, clause 11.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from thai_text.dates import BE_OFFSET
from webapp.complaints.models import Complaint, Correspondence, NumberSeries, OfficialLetter
from webapp.complaints.service.barring import hold
from webapp.complaints.service.errors import CaseWithAnother, LetterNotFound, NumberTaken
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction


@dataclass(frozen=True)
class NumberWanted:
    """The number of a letter: kept by hand (`typed`), or the next one of a series (`series_id`)."""

    dated: date
    typed: str = ""
    series_id: int | None = None


@dataclass(frozen=True)
class LetterWords:
    """What a letter says beside its number and its day; `reference` may be ""."""

    subject: str
    addressee: str
    reference: str
    body: str
    position: str


def list_series() -> Sequence[NumberSeries]:
    """The series of numbers, by what they begin with."""
    return db.session.scalars(select(NumberSeries).order_by(NumberSeries.prefix)).all()


def keep_series(prefix: str, last: int, account_id: int | None) -> None:
    """Add a series, or say which place of it was given last this year, outside this service too."""
    with transaction():
        wanted = select(NumberSeries).where(NumberSeries.prefix == prefix).with_for_update()
        series = db.session.scalar(wanted) or NumberSeries(prefix=prefix)
        series.year, series.last = clock.today().year + BE_OFFSET, last
        db.session.add(series)
        audit.record(account_id, "complaints.keep_series", f"series {prefix}: {last}"[:200])


def correspondence_of(complaint_id: int) -> Sequence[Correspondence]:
    """The numbers that a message goes by, the oldest first."""
    return db.session.scalars(
        select(Correspondence)
        .where(Correspondence.complaint_id == complaint_id)
        .order_by(Correspondence.id)
    ).all()


def note_number(complaint_id: int, wanted: NumberWanted, account_id: int | None) -> Correspondence:
    """Keep the number that a message goes by in the electronic correspondence.

    Raises `ComplaintNotFound`, `CaseWithAnother`, or `NumberTaken`.
    """
    with transaction():
        return _numbered(_mine(complaint_id, account_id), wanted, account_id)


def make_letter(
    complaint_id: int, wanted: NumberWanted, words: LetterWords, account_id: int | None
) -> Correspondence:
    """Make an official letter under a number. Raises as `note_number`."""
    with transaction():
        kept = _numbered(_mine(complaint_id, account_id), wanted, account_id)
        kept.letter = OfficialLetter(**vars(words))
        audit.record(
            account_id, "complaints.make_letter", f"complaint {complaint_id}: letter {kept.id}"
        )
    return kept


def letter_of(complaint_id: int, letter_id: int, account_id: int | None) -> Correspondence:
    """A letter with its number, for the officer who has the message in hand; audited.

    It names the person to whom it goes. Raises `ComplaintNotFound`, `CaseWithAnother`, or
    `LetterNotFound`.
    """
    with transaction():
        _mine(complaint_id, account_id)
        kept = db.session.get(Correspondence, letter_id)
        if kept is None or kept.complaint_id != complaint_id or kept.letter is None:
            raise LetterNotFound
        audit.record(
            account_id, "complaints.read_letter", f"complaint {complaint_id}: letter {letter_id}"
        )
    return kept


def _mine(complaint_id: int, account_id: int | None) -> Complaint:
    complaint = hold(complaint_id, account_id)
    if account_id is None or complaint.handler_id != account_id:
        raise CaseWithAnother
    return complaint


def _numbered(complaint: Complaint, wanted: NumberWanted, account_id: int | None) -> Correspondence:
    year = wanted.dated.year + BE_OFFSET
    number = wanted.typed or _next_of(wanted.series_id, year)
    same = select(Correspondence.id).where(
        Correspondence.number == number, Correspondence.year == year
    )
    if db.session.scalar(same) is not None:
        raise NumberTaken
    kept = Correspondence(
        complaint_id=complaint.id,
        number=number,
        year=year,
        dated=wanted.dated,
        noted_at=clock.now(),
        account_id=account_id,
    )
    db.session.add(kept)
    db.session.flush()
    audit.record(account_id, "complaints.note_number", f"complaint {complaint.id}: {number}"[:200])
    return kept


def _next_of(series_id: int | None, year: int) -> str:
    """The next number of a series, held against others who take one; places begin anew each year.

    A letter dated in a year that is over takes no number of it by itself: raises `NumberTaken`.
    """
    series = db.session.get(NumberSeries, series_id or 0, with_for_update=True)
    if series is None:
        raise LetterNotFound
    if year < series.year:
        raise NumberTaken
    if year > series.year:
        series.year, series.last = year, 0
    series.last += 1
    return f"{series.prefix}{series.last}"
