"""The figures of a quarter, or of all, read from the tallies: whole, groups, series."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Executable, func, literal, select

from webapp.complaints.models import ComplaintCounting, ComplaintTally, ComplaintVerdict
from webapp.complaints.rules.figures import (
    ALL,
    Cell,
    Figure,
    Group,
    Register,
    Scope,
    Way,
    figures_of,
)
from webapp.complaints.rules.verdicts import Measure, Outcome
from webapp.complaints.service.barring import barred_ids
from webapp.complaints.service.tallies import UNDONE, tallies_of
from webapp.complaints.service.told_figures import Period, ToldGroups, told_of
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.quarters import Quarter, quarter_of

# In the place of an outcome, in what everybody is told of a group.
EVERY_OUTCOME, LATE_AT_MOST = "all", "late_at_most"


@dataclass(frozen=True)
class RegisterFigures:
    """What is counted of one register: the whole, its groups by way and key, and each quarter.

    `whole` is None where nothing is shown. `series` has every quarter from the first to this one.
    Staff are shown the `groups`; everybody is `told` of them what keeps small numbers unknown.
    """

    whole: Group | None
    groups: dict[Way, dict[str, dict[Measure, Figure]]]
    told: ToldGroups
    series: list[tuple[Quarter, Group | None]]


@dataclass(frozen=True)
class ComplaintFigures:
    """The figures for one scope, of `quarter` or of all quarters (None); `counted_at` may be None
    where they never were."""

    scope: Scope
    quarter: Quarter | None
    counted_at: datetime | None
    registers: dict[Register, RegisterFigures]


class Tally(NamedTuple):
    """So many messages of a quarter, of one group, have one outcome; `days` None for undone."""

    year_be: int
    quarter: int
    register: str
    way: str
    key: str
    measure: str
    outcome: str
    days: int | None
    messages: int


def complaint_figures(
    scope: Scope, quarter: Quarter | None, seen_by: int | None = None
) -> ComplaintFigures:
    """The figures of a quarter, or of all together; two queries, however many messages there are.

    `seen_by`: the officer who looks; what this person may not see is not counted.
    """
    shown: dict[Register, list[Cell]] = defaultdict(list)
    wholes: dict[Register, dict[Quarter, list[Cell]]] = {one: defaultdict(list) for one in Register}
    for row in _wholes(scope, seen_by):
        register, period = Register(row.register), Quarter(row.year_be, row.quarter)
        wholes[register][period].append(_cell(row))
        if quarter is None or period == quarter:
            shown[register].append(_cell(row))
    told: dict[Register, ToldGroups] = {}
    if scope is Scope.PUBLIC:
        told = told_of(_by_quarter(_everything(scope, quarter)))
    else:
        for row in _groups(scope, quarter, seen_by):
            shown[Register(row.register)].append(_cell(row))
    periods = _periods({period for found in wholes.values() for period in found})
    return ComplaintFigures(
        scope,
        quarter,
        counted_at(),
        {one: _register(shown[one], told.get(one, {}), wholes[one], periods) for one in Register},
    )


def _cell(row: Tally) -> Cell:
    way, measure, outcome = Way(row.way), Measure(row.measure), Outcome(row.outcome)
    return Cell(way, row.key, measure, outcome, row.days, row.messages)


def _wholes(scope: Scope, seen_by: int | None) -> list[Tally]:
    """The whole of every quarter."""
    tally = ComplaintTally
    wanted = select(*tally.__table__.columns).where(tally.scope == scope.value)
    return _seen(wanted.where(tally.way == Way.WHOLE.value), scope, seen_by)


def _groups(scope: Scope, quarter: Quarter | None, seen_by: int | None) -> list[Tally]:
    """The groups of a quarter, or of all: added up by the database, of quarter 0 of year 0."""
    tally = ComplaintTally
    of_scope = (tally.scope == scope.value) & (tally.way != Way.WHOLE.value)
    if quarter is not None:
        here = (tally.year_be == quarter.year_be, tally.quarter == quarter.number)
        wanted = select(*tally.__table__.columns).where(of_scope, *here)
        return _seen(wanted, scope, seen_by)
    names = (tally.register, tally.way, tally.key, tally.measure, tally.outcome, tally.days)
    no_quarter = (literal(0).label("year_be"), literal(0).label("quarter"))
    added = func.sum(tally.messages).label("messages")
    return _seen(
        select(*no_quarter, *names, added).where(of_scope).group_by(*names), scope, seen_by
    )


def list_tallies(scope: Scope, quarter: Quarter | None, seen_by: int | None = None) -> list[Tally]:
    """The tallies of a quarter, or of every one, in order: what the figures are summed from.

    For everybody a group has of each quarter and measure two rows in place of them: how many
    messages there are (EVERY_OUTCOME), and how many of these were late at most (LATE_AT_MOST).
    `seen_by` as in `complaint_figures`.
    """
    found = _everything(scope, quarter, seen_by)
    return _as_told(found) if scope is Scope.PUBLIC else found


def _everything(scope: Scope, quarter: Quarter | None, seen_by: int | None = None) -> list[Tally]:
    tally = ComplaintTally
    wanted = select(*tally.__table__.columns).where(tally.scope == scope.value)
    if quarter is not None:
        wanted = wanted.where(tally.year_be == quarter.year_be, tally.quarter == quarter.number)
    return _seen(wanted.order_by(*tally.__table__.columns), scope, seen_by)


def _by_quarter(found: list[Tally]) -> dict[Period, list[Cell]]:
    cells: dict[Period, list[Cell]] = defaultdict(list)
    for row in found:
        cells[Quarter(row.year_be, row.quarter), Register(row.register)].append(_cell(row))
    return cells


def _as_told(found: list[Tally]) -> list[Tally]:
    """The whole of each quarter as it is, then its groups as everybody is told of them."""
    rows = [row for row in found if row.way == Way.WHOLE]
    for (period, register), cells in _by_quarter(found).items():
        for way, groups in told_of({(period, register): cells})[register].items():
            for key, measures in groups.items():
                for measure, one in measures.items():
                    name = (period.year_be, period.number, register, way, key, measure)
                    rows.append(Tally(*name, EVERY_OUTCOME, None, one.messages))
                    rows.append(Tally(*name, LATE_AT_MOST, None, one.most_late))
    return sorted(rows, key=lambda row: (row.year_be, row.quarter, row.register))


def _seen(wanted: Executable, scope: Scope, seen_by: int | None) -> list[Tally]:
    """The tallies, less what is counted in them of messages that the officer may not see."""
    found = [
        Tally(
            row.year_be, row.quarter, row.register, row.way, row.key, row.measure, row.outcome,
            None if row.days == UNDONE else row.days, row.messages,
        )
        for row in db.session.execute(wanted)
    ]  # fmt: skip
    hidden = _hidden(seen_by) if scope is Scope.STAFF else None
    if not hidden:
        return found
    less = [row._replace(messages=row.messages - hidden[row[:-1]]) for row in found]
    return [row for row in less if row.messages > 0]


def _hidden(seen_by: int | None) -> Counter[tuple[object, ...]]:
    """How many messages that the officer may not see are in each tally for staff."""
    verdicts: dict[Quarter, list[ComplaintVerdict]] = defaultdict(list)
    barred = select(ComplaintVerdict).where(ComplaintVerdict.complaint_id.in_(barred_ids(seen_by)))
    for one in db.session.scalars(barred):
        verdicts[Quarter(one.year_be, one.quarter)].append(one)
    hidden: Counter[tuple[object, ...]] = Counter()
    for period, found in verdicts.items():
        for (scope, *names, days), count in tallies_of(found).items():
            if scope is Scope.STAFF:
                known = None if days == UNDONE else days
                hidden[(period.year_be, period.number, *names, known)] += count
                hidden[(0, 0, *names, known)] += count
    return hidden


def counted_at() -> datetime | None:
    """When the figures were counted last."""
    newest = select(ComplaintCounting.at).order_by(ComplaintCounting.id.desc())
    return db.session.scalar(newest.limit(1))


def quarters_counted() -> list[Quarter]:
    """Every quarter from the first with a message to the present one, the oldest first."""
    found = select(ComplaintTally.year_be, ComplaintTally.quarter).distinct()
    return _periods({Quarter(*row) for row in db.session.execute(found)})


def _register(
    shown: list[Cell],
    told: ToldGroups,
    wholes: dict[Quarter, list[Cell]],
    periods: list[Quarter],
) -> RegisterFigures:
    groups = figures_of(shown)
    whole = groups.pop(Way.WHOLE, {}).get(ALL)
    return RegisterFigures(whole, groups, told, [(one, _whole(wholes.get(one))) for one in periods])


def _whole(cells: list[Cell] | None) -> Group | None:
    return figures_of(cells)[Way.WHOLE][ALL] if cells else None


def _periods(found: set[Quarter]) -> list[Quarter]:
    """The quarters from the first found to the present one, none left out."""
    present = quarter_of(clock.today())
    periods = [min(found | {present})]
    while periods[-1] < max(found | {present}):
        periods.append(periods[-1].next)
    return periods
