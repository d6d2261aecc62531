"""Which needs say nearly the same: bounded work, however large the register is."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import func, literal, select
from sqlalchemy.orm import aliased, selectinload

from webapp.extensions import db
from webapp.needs.models import Need, NeedTerm
from webapp.needs.rules import likeness

# So many holders of a word are counted: one that stands in more needs tells nothing.
MOST_COUNTED = 5_000
# Needs are looked at that share the rarest words, so many in all; of these the most promising.
MOST_LOOKED_AT = 4_000
MOST_COMPARED = 30
MOST_ALIKE = 5


def alike(need: Need) -> list[tuple[Need, float]]:
    """The needs that say nearly the same, the most alike first, each with its likeness 0 to 1."""
    total = db.session.scalar(select(func.count()).select_from(Need)) or 0
    counts = _holders([need.id])
    weights = _weights(counts, total)
    shared = _sharing(need.id, _telling(counts, weights))
    promise = {number: sum(weights[t] ** 2 for t in terms) for number, terms in shared.items()}
    promising = sorted(promise, key=lambda number: (-promise[number], -number))[:MOST_COMPARED]
    others: dict[int, set[int]] = defaultdict(set)
    rows = select(NeedTerm.need_id, NeedTerm.term).where(NeedTerm.need_id.in_(promising))
    for number, term in db.session.execute(rows):
        others[number].add(term)
    weights = _weights(_holders([need.id, *promising]), total)
    found = {number: likeness.likeness(counts, said, weights) for number, said in others.items()}
    best = [number for number in promising if found[number] >= likeness.LIKE]
    best = sorted(best, key=lambda number: -found[number])[:MOST_ALIKE]
    listed = select(Need).where(Need.id.in_(best)).options(selectinload(Need.files))
    known = {one.id: one for one in db.session.scalars(listed)}
    return [(known[number], found[number]) for number in best]


def _holders(need_ids: Collection[int]) -> dict[int, int]:
    """In how many needs each word of these needs stands, counted up to 5,000."""
    said = select(NeedTerm.term).where(NeedTerm.need_id.in_(need_ids)).distinct().subquery("said")
    holding = aliased(NeedTerm)
    some = select(literal(1)).where(holding.term == said.c.term).limit(MOST_COUNTED)
    counted = select(func.count()).select_from(some.correlate(said).subquery("some"))
    return dict(db.session.execute(select(said.c.term, counted.scalar_subquery())).all())


def _weights(counts: Mapping[int, int], total: int) -> dict[int, float]:
    return {
        term: 0.0 if count == MOST_COUNTED else likeness.weight(total, count)
        for term, count in counts.items()
    }


def _telling(counts: Mapping[int, int], weights: Mapping[int, float]) -> list[int]:
    """The rarest words, as long as they do not stand in too many needs together."""
    chosen: list[int] = []
    looked_at = 0
    for term in sorted(counts, key=lambda term: counts[term]):
        looked_at += counts[term]
        if not weights[term] or (chosen and looked_at > MOST_LOOKED_AT):
            break
        chosen.append(term)
    return chosen


def _sharing(need_id: int, telling: Collection[int]) -> dict[int, set[int]]:
    """The needs that stand by themselves and share words of these, each with those it shares."""
    holding = (
        select(NeedTerm.need_id, NeedTerm.term)
        .join(Need, Need.id == NeedTerm.need_id)
        .where(NeedTerm.term.in_(telling), Need.id != need_id, Need.merged_into_id.is_(None))
    )
    shared: dict[int, set[int]] = defaultdict(set)
    for number, term in db.session.execute(holding):
        shared[number].add(term)
    return shared
