"""Counting the verdicts into tallies, and letting groups out by the rules of disclosure.

Pages read tallies only. Groups are let out in lots: a message once in a group that everybody sees
stays in it, so that neither two groups nor two moments differ by a few messages
(`shared.disclosure`). The whole of a quarter is counted as it is, with what is in no group yet.
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
# The version of the rules of counting; one more where every quarter is to be counted anew.
RULES = 3


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
    """Judge what has changed, and count its quarters anew; run again, it changes nothing. Where
    nothing was counted yet, or the rules of counting are new, every quarter is."""
    changed = give_verdicts()
    if db.session.get(ComplaintCounting, RULES) is None:
        held = select(ComplaintVerdict.year_be, ComplaintVerdict.quarter).distinct()
        changed |= {Quarter(*row) for row in db.session.execute(held)}
    for quarter in sorted(changed):
        count_quarter(quarter)
    with transaction():
        db.session.merge(ComplaintCounting(id=RULES, at=clock.now()))


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
    whole = _told_whole(found)
    again = _told_again(found, whole)
    for one in found:
        groups = list(_groups(one, one.complaint_id in whole))
        for measure, outcome, days in _given(one):
            known = UNDONE if days is None else days
            for scope, of, way, key in groups:
                # How reopened messages were answered is told to everybody of no group.
                is_told = way is Way.WHOLE and one.complaint_id in again
                if measure is not Measure.AGAIN or scope is Scope.STAFF or is_told:
                    counts[Key(scope, of, way, key, measure, outcome, known)] += 1
    return counts


def _told_whole(found: Sequence[ComplaintVerdict]) -> set[int]:
    """The messages in the whole of their register that everybody sees."""
    told: set[int] = set()
    for register in Register:
        mine = {one.complaint_id for one in found if _seen_in(one) is register}
        if may_be_shown(len(mine)):
            told |= mine
    return told


def _told_again(found: Sequence[ComplaintVerdict], whole: set[int]) -> set[int]:
    """Those of them that were reopened, where neither these nor the others are few."""
    told: set[int] = set()
    for register in Register:
        mine = [one for one in found if one.complaint_id in whole and _seen_in(one) is register]
        again = {one.complaint_id for one in mine if one.again_outcome is not None}
        others = len(mine) - len(again)
        if may_be_shown(len(again)) and (not others or may_be_shown(others)):
            told |= again
    return told


def _seen_in(one: ComplaintVerdict) -> Register:
    """The register in which everybody sees a message: once let out, it stays where it was."""
    return Register(one.shown_register) if one.shown_register else _register_of(one.kind)


def _groups(one: ComplaintVerdict, is_shown: bool) -> Iterator[tuple[Scope, str, Way, str]]:
    """Where a message is counted: for staff as it is now, for everybody as it was let out."""
    yield Scope.STAFF, _register_of(one.kind).value, Way.WHOLE, ALL
    if is_shown:
        yield Scope.PUBLIC, _seen_in(one).value, Way.WHOLE, ALL
    for way in GROUPED:
        yield Scope.STAFF, _register_of(one.kind).value, way, getattr(one, way.value)
        if one.shown_register is not None:
            yield Scope.PUBLIC, one.shown_register, way, getattr(one, f"shown_{way.value}")


def _given(one: ComplaintVerdict) -> Iterable[tuple[Measure, str, int | None]]:
    yield Measure.FIRST, one.first_outcome, one.first_days
    yield Measure.FINAL, one.final_outcome, one.final_days
    if one.again_outcome is not None:
        yield Measure.AGAIN, one.again_outcome, one.again_days
