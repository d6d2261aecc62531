"""Counting the verdicts into tallies, and letting groups out by the rules of disclosure.

Pages read tallies only. The whole of a quarter is counted as it is. Groups are let out in lots: a
message once in a group that everybody sees stays in it, so that neither two groups nor two moments
differ by a few messages (`shared.disclosure`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select

from webapp.complaints.models import ComplaintCounting, ComplaintTally, ComplaintVerdict
from webapp.complaints.rules.figures import (
    ALL,
    GROUPED,
    Register,
    Scope,
    Way,
    is_sorted,
    may_be_shown,
)
from webapp.complaints.rules.figures import register_of as _register_of
from webapp.complaints.rules.verdicts import Measure, Outcome
from webapp.complaints.service.verdicts import give_verdicts
from webapp.extensions import db
from webapp.shared import clock, disclosure
from webapp.shared.quarters import Quarter
from webapp.shared.transaction import transaction

UNDONE = -1


class Key(NamedTuple):
    """What a tally counts, within a quarter."""

    scope: Scope
    register: str
    way: Way
    key: str
    measure: Measure
    outcome: str
    days: int


def count_figures() -> None:
    """Judge what has changed, and count its quarters anew; run again, it changes nothing."""
    for quarter in sorted(give_verdicts()):
        count_quarter(quarter)
    with transaction():
        db.session.merge(ComplaintCounting(id=1, at=clock.now()))


def count_ended_quarters() -> None:
    """Count again the quarters that are over and have messages which no public group holds."""
    verdict = ComplaintVerdict
    held = (verdict.year_be, verdict.quarter)
    rows = db.session.execute(
        select(*held)
        .where(verdict.shown_register.is_(None))
        .group_by(*held)
        .having(func.count() >= disclosure.FEWEST)
    )
    quarters = [Quarter(*row) for row in rows]
    for quarter in sorted(one for one in quarters if one.last_day < clock.today()):
        count_quarter(quarter)


def count_quarter(quarter: Quarter) -> None:
    """Count the tallies of one quarter from its verdicts."""
    with transaction():
        _count(quarter)


def _count(quarter: Quarter) -> None:
    """Count one quarter inside the caller's transaction."""
    found = db.session.scalars(
        select(ComplaintVerdict)
        .where(
            ComplaintVerdict.year_be == quarter.year_be, ComplaintVerdict.quarter == quarter.number
        )
        .order_by(ComplaintVerdict.complaint_id)
    ).all()
    for register in Register:
        _let_out([one for one in found if _register_of(one.kind) is register], register, quarter)
    tallies = tallies_of(found)
    here = (ComplaintTally.year_be == quarter.year_be, ComplaintTally.quarter == quarter.number)
    db.session.execute(delete(ComplaintTally).where(*here))
    if tallies:
        rows = [
            {
                "year_be": quarter.year_be,
                "quarter": quarter.number,
                **key._asdict(),
                "messages": count,
            }
            for key, count in sorted(tallies.items())
        ]
        db.session.execute(insert(ComplaintTally), rows)


def _let_out(found: Sequence[ComplaintVerdict], register: Register, quarter: Quarter) -> None:
    """Put settled messages into groups that everybody sees, where a lot of them is ready.

    What a message is has to be decided first; those of which it is not hold up no others.
    """
    found = [one for one in found if is_sorted(one.kind)]
    settled = [one for one in found if _is_settled(one)]
    lot = {one.complaint_id: one for one in settled if one.shown_register is None}
    ways = {
        way.value: disclosure.groups_of({id_: getattr(one, way.value) for id_, one in lot.items()})
        for way in GROUPED
    }
    is_over = quarter.last_day < clock.today() and len(settled) == len(found)
    if not disclosure.is_ready(ways.values(), len(lot), is_over):
        return
    for way, groups in disclosure.protected(ways).items():
        for key, ids in groups.items():
            for complaint_id in ids:
                setattr(lot[complaint_id], f"shown_{way}", key)
    for one in lot.values():
        one.shown_register = register.value


def _is_settled(verdict: ComplaintVerdict) -> bool:
    return Outcome.PENDING not in (verdict.first_outcome, verdict.final_outcome)


def tallies_of(found: Sequence[ComplaintVerdict]) -> Counter[Key]:
    """How many of these messages of one quarter have each outcome, by scope, way and group."""
    counts: Counter[Key] = Counter()
    sizes = Counter(_register_of(one.kind) for one in found)
    for one in found:
        register = _register_of(one.kind)
        groups = list(_groups(one, register, may_be_shown(sizes[register])))
        for measure, outcome, days in _given(one):
            known = UNDONE if days is None else days
            for scope, of, way, key in groups:
                counts[Key(scope, of, way, key, measure, outcome, known)] += 1
    return counts


def _groups(
    one: ComplaintVerdict, register: Register, is_shown: bool
) -> Iterator[tuple[Scope, str, Way, str]]:
    """Where a message is counted: for staff as it is now, for everybody as it was let out."""
    yield Scope.STAFF, register.value, Way.WHOLE, ALL
    if is_shown:
        yield Scope.PUBLIC, register.value, Way.WHOLE, ALL
    for way in GROUPED:
        yield Scope.STAFF, register.value, way, getattr(one, way.value)
        if one.shown_register is not None:
            yield Scope.PUBLIC, one.shown_register, way, getattr(one, f"shown_{way.value}")


def _given(one: ComplaintVerdict) -> Iterable[tuple[Measure, str, int | None]]:
    yield Measure.FIRST, one.first_outcome, one.first_days
    yield Measure.FINAL, one.final_outcome, one.final_days
    if one.again_outcome is not None:
        yield Measure.AGAIN, one.again_outcome, one.again_days
