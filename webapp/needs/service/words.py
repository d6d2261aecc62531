"""The words of needs: kept as keyed hashes beside the encrypted text, and what they suggest."""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Collection, Iterable
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

# The aspect is learned from so many needs that officers have sorted, the newest.
MOST_LEARNED_FROM = 5_000


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
    newest = select(Need.id).where(Need.aspect.is_not(None)).order_by(Need.id.desc())
    learned = select(Need.id, Need.aspect).where(Need.id.in_(newest.limit(MOST_LEARNED_FROM)))
    taught = learned.subquery("learned")
    listed = (
        select(taught.c.aspect, NeedTerm.term, func.count())
        .join(taught, taught.c.id == NeedTerm.need_id)
        .where(NeedTerm.term.in_(by_key))
        .group_by(taught.c.aspect, NeedTerm.term)
    )
    for name, key, count in db.session.execute(listed):
        if aspect := aspect_of(name):
            counts[aspect][by_key[key]] = count
    totals = select(taught.c.aspect, func.count()).group_by(taught.c.aspect)
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
