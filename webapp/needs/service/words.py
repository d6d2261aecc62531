"""The words of needs: kept as keyed hashes beside the encrypted text, and what they suggest."""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select

from search_index.analysis import Way, clauses
from search_index.query import parse
from thai_text import words as thai
from webapp.extensions import db
from webapp.needs.models import Need, NeedTerm
from webapp.needs.rules import likeness
from webapp.needs.rules.lists import Aspect, aspect_of

# Of a need only its rarest words are compared, and only with needs that share one of them.
MOST_TELLING = 12
MOST_COMPARED = 2_000
MOST_ALIKE = 5


def term_key(term: str, secret: str) -> int:
    """The number that a word is kept as, 63 bits: equal words have equal numbers, and no more."""
    digest = hmac.new(secret.encode(), f"need word:{term}".encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "big") >> 1


def keys(terms: Iterable[str], secret: str) -> set[int]:
    """The numbers of words."""
    return {term_key(term, secret) for term in terms}


def terms_of(*texts: str) -> set[str]:
    """The words that a need is found by."""
    return {term for text in texts for term in thai.index_terms(text)}


def keep_terms(need: Need, secret: str) -> None:
    """Keep what a need's words are found by, and what aspect they speak for."""
    terms = terms_of(need.subject, need.said)
    db.session.execute(delete(NeedTerm).where(NeedTerm.need_id == need.id))
    db.session.add_all(NeedTerm(term=key, need_id=need.id) for key in sorted(keys(terms, secret)))
    aspect = suggest(terms, secret)
    need.suggested = aspect.name if aspect else None


def suggest(terms: Collection[str], secret: str) -> Aspect | None:
    """The aspect that these words speak for, by the seed words and by what officers have sorted."""
    by_key = {term_key(term, secret): term for term in terms}
    counts: dict[Aspect, dict[str, int]] = defaultdict(dict)
    listed = (
        select(Need.aspect, NeedTerm.term, func.count())
        .join(Need, Need.id == NeedTerm.need_id)
        .where(NeedTerm.term.in_(by_key), Need.aspect.is_not(None))
        .group_by(Need.aspect, NeedTerm.term)
    )
    for name, key, count in db.session.execute(listed):
        if aspect := aspect_of(name):
            counts[aspect][by_key[key]] = count
    totals = select(Need.aspect, func.count()).where(Need.aspect.is_not(None)).group_by(Need.aspect)
    known = {aspect_of(name): count for name, count in db.session.execute(totals)}
    decided = {aspect: count for aspect, count in known.items() if aspect}
    return likeness.suggested_aspect(terms, counts, decided, _seeds())


@cache
def _seeds() -> dict[Aspect, frozenset[str]]:
    """The seed words as they are kept of needs."""
    return {aspect: frozenset(terms_of(text)) for aspect, text in likeness.SEED_WORDS.items()}


def matching(listed: Select[Any], typed: str, secret: str) -> Select[Any]:
    """`listed`, only the needs that have the words typed, however written; -word leaves out."""
    asked = clauses(parse(typed))
    for ways in asked.wanted:
        listed = listed.where(or_(*[_has(way, secret) for way in ways]))
    for way in asked.unwanted:
        listed = listed.where(~_has(way, secret))
    return listed


def _has(way: Way, secret: str) -> ColumnElement[bool]:
    having = [
        Need.id.in_(select(NeedTerm.need_id).where(NeedTerm.term.in_(keys(forms, secret))))
        for forms in way.words
    ]
    return and_(*having)


def alike(need: Need) -> list[tuple[Need, float]]:
    """The needs that say nearly the same, the most alike first, each with its likeness 0 to 1."""
    own = set(db.session.scalars(select(NeedTerm.term).where(NeedTerm.need_id == need.id)))
    weights = _weights(own)
    telling = sorted(own, key=lambda term: -weights[term])[:MOST_TELLING]
    near = (
        select(NeedTerm.need_id)
        .join(Need, Need.id == NeedTerm.need_id)
        .where(NeedTerm.term.in_(telling), Need.id != need.id, Need.merged_into_id.is_(None))
        .group_by(NeedTerm.need_id)
        .order_by(func.count().desc(), NeedTerm.need_id.desc())
        .limit(MOST_COMPARED // 10)
    )
    others: dict[int, set[int]] = defaultdict(set)
    rows = select(NeedTerm.need_id, NeedTerm.term).where(NeedTerm.need_id.in_(near))
    for need_id, term in db.session.execute(rows):
        others[need_id].add(term)
    weights = _weights(own.union(*others.values()))
    found = {number: likeness.likeness(own, terms, weights) for number, terms in others.items()}
    best = sorted(found, key=lambda number: -found[number])[:MOST_ALIKE]
    return [
        (db.session.get_one(Need, number), found[number])
        for number in best
        if found[number] >= likeness.LIKE
    ]


def _weights(terms: Collection[int]) -> Mapping[int, float]:
    total = db.session.scalar(select(func.count()).select_from(Need)) or 0
    having = (
        select(NeedTerm.term, func.count()).where(NeedTerm.term.in_(terms)).group_by(NeedTerm.term)
    )
    return {term: likeness.weight(total, count) for term, count in db.session.execute(having)}
