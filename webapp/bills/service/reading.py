"""Finding bills: one by its id or name, a filtered list, all of them for an index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, or_, select

from thai_text.gazette import SPECIAL, GazettePlace
from webapp.bills.models import Bill, BillStep, BillTitle, TitleKind
from webapp.bills.rules.kinds import BillKind, ProposerKind
from webapp.bills.rules.stages import StageFamily
from webapp.bills.rules.titles import fold_title, title_stem
from webapp.extensions import db
from webapp.shared.errors import NotFound

_ACT = "พระราชบัญญัติ"


class BillNotFound(NotFound):
    """There is no such bill."""


@dataclass(frozen=True)
class BillFilter:
    """Which bills a list shows; empty fields ask for nothing. `year` is of the Christian era, the
    year in which the bill's record begins."""

    kind: BillKind | None = None
    family: StageFamily | None = None
    proposer: ProposerKind | None = None
    year: int | None = None
    # Part of what is told of the bill: the name of the committee that it should name.
    names: str = ""


def get_bill(public_id: str) -> Bill:
    """The bill of this public id (`b-1234`). Raises BillNotFound."""
    number = public_id.removeprefix("b-")
    if not public_id.startswith("b-") or not number.isascii() or not number.isdigit():
        raise BillNotFound(public_id)
    # Beyond what a database's integer can hold there is no bill either.
    return bill_by_id(int(number)) if len(number) < 10 else _none(public_id)


def bill_by_id(bill_id: int) -> Bill:
    """The bill of this database id. Raises BillNotFound."""
    return db.session.get(Bill, bill_id) or _none(str(bill_id))


def bill_by_source(source_key: str) -> Bill:
    """The bill made from the record of this key (`lw-0001`). Raises BillNotFound."""
    found = db.session.scalar(select(Bill).where(Bill.source_key == source_key))
    return found or _none(source_key)


def bills_enacted_as(title: str) -> list[int]:
    """The database ids of the bills that became the law of this title, year and number included."""
    return list(
        db.session.scalars(
            select(BillTitle.bill_id)
            .where(BillTitle.kind == TitleKind.ENACTED, BillTitle.folded == fold_title(title))
            .distinct()
        )
    )


def bills_named(name: str) -> list[Bill]:
    """The bills that have exactly this name, in any of their names: as written, without issue
    number and year, with or without พ.ร.บ. before it; the one that moved last first."""
    told = {fold_title(name), title_stem(name)}
    wanted = {short.removeprefix(_ACT) for short in told} | told | {_ACT + short for short in told}
    wanted -= {"", _ACT, _ACT + _ACT}
    named = select(BillTitle.bill_id).where(
        BillTitle.folded.in_(wanted) | BillTitle.stem.in_(wanted)
    )
    rows = db.session.scalars(
        select(Bill)
        .where(Bill.id.in_(named))
        .order_by(Bill.moved_on.is_(None), Bill.moved_on.desc(), Bill.id.desc())
    )
    return list(rows)


def all_names() -> dict[str, str]:
    """Every name of every bill, by the bill's public id, a name a line."""
    names: dict[str, str] = {}
    for row in db.session.execute(select(BillTitle.bill_id, BillTitle.text).order_by(BillTitle.id)):
        key = f"b-{row.bill_id}"
        names[key] = f"{names[key]}\n{row.text}" if key in names else row.text
    return names


def bills_in_gazette(place: GazettePlace) -> list[Bill]:
    """The bills that were published in this volume and part (94 ก) of the Royal Gazette; records of
    bills do not always say that a part was special."""
    rows = db.session.scalars(
        select(Bill)
        .where(Bill.gazette_volume == place.volume)
        .order_by(Bill.gazette_page != place.page, Bill.gazette_on.desc(), Bill.id)
    )
    return [
        bill
        for bill in rows
        if place.is_in_part(bill.gazette_part) or place.is_in_part(f"{SPECIAL} {bill.gazette_part}")
    ]


def list_bills(wanted: BillFilter, page: int, per_page: int) -> tuple[Sequence[Bill], int]:
    """One page of the bills that fit, the one that moved last first, and how many fit in all."""
    query = _listing(wanted)
    total = db.session.scalar(select(func.count()).select_from(query.subquery())) or 0
    found = db.session.scalars(
        query.order_by(Bill.moved_on.is_(None), Bill.moved_on.desc(), Bill.id.desc())
        .limit(per_page)
        .offset((page - 1) * per_page)
    )
    return found.all(), total


def years_in_use() -> list[int]:
    """The years in which records of bills begin, newest first, of the Christian era."""
    first, last = db.session.execute(select(func.min(Bill.began_on), func.max(Bill.began_on))).one()
    return list(range(last.year, first.year - 1, -1)) if first and last else []


def iter_bills(batch: int = 100) -> Iterator[Bill]:
    """Every bill, a batch at a time, by id."""
    last = 0
    while True:
        found = db.session.scalars(
            select(Bill).where(Bill.id > last).order_by(Bill.id).limit(batch)
        ).all()
        if not found:
            return
        last = found[-1].id
        yield from found


def bills_among(
    ids: Select[int], inside: bool, words: str, page: int, per_page: int
) -> tuple[Sequence[Bill], int]:
    """One page of the bills whose id is among `ids` (or, unless `inside`, is not) and one of whose
    names holds `words`, by id; and how many there are in all. `ids` yields no NULL."""
    query = select(Bill).where(Bill.id.in_(ids) if inside else Bill.id.not_in(ids))
    if words:
        query = query.where(Bill.id.in_(_titled(words)))
    total = db.session.scalar(select(func.count()).select_from(query.subquery())) or 0
    found = db.session.scalars(
        query.order_by(Bill.id).limit(per_page).offset((page - 1) * per_page)
    )
    return found.all(), total


def count_bills(ids: Select[int] | None = None) -> int:
    """How many bills there are; with `ids`, how many of these."""
    query = select(func.count(Bill.id))
    if ids is not None:
        query = query.where(Bill.id.in_(ids))
    return db.session.scalar(query) or 0


def merged_bills(bill: Bill) -> list[Bill]:
    """The bills that were merged into this one."""
    return list(
        db.session.scalars(select(Bill).where(Bill.merged_into_id == bill.id).order_by(Bill.id))
    )


def _listing(wanted: BillFilter) -> Select[Bill]:
    query = select(Bill)
    for column, value in (
        (Bill.kind, wanted.kind),
        (Bill.family, wanted.family),
        (Bill.proposer_kind, wanted.proposer),
    ):
        if value is not None:
            query = query.where(column == value)
    if wanted.names:
        query = query.where(_names(wanted.names))
    if wanted.year is not None:
        query = query.where(
            Bill.began_on >= date(wanted.year, 1, 1), Bill.began_on < date(wanted.year + 1, 1, 1)
        )
    return query


def _names(name: str) -> ColumnElement[bool]:
    """Whether a name stands in what is told of a bill, as the search looks for it."""
    notes = select(BillStep.bill_id).where(
        BillStep.withdrawn_at.is_(None), BillStep.note.contains(name, autoescape=True)
    )
    proposer = Bill.proposer_name.contains(name, autoescape=True)
    return or_(proposer, Bill.id.in_(_titled(name)), Bill.id.in_(notes))


def _titled(words: str) -> Select[int]:
    return select(BillTitle.bill_id).where(BillTitle.text.contains(words, autoescape=True))


def _none(asked: str) -> Bill:
    raise BillNotFound(f"no bill {asked}")
