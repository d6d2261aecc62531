"""The words of needs: kept as keyed hashes beside the encrypted text, and what they suggest."""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select

from search_index.analysis import Way, clauses
from search_index.query import Query, parse
from search_index.scanning import meets
from thai_text import dictionary
from thai_text import words as thai
from webapp.extensions import db
from webapp.needs.models import Need, NeedFile, NeedTerm
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
    """`listed`, only the needs that have the words typed, however written; -word leaves out.

    Of a phrase the words are looked for, not their order: see `must_be_read`.
    """
    asked = clauses(parse(typed))
    for ways in asked.wanted:
        listed = listed.where(or_(*[_has(way, secret) for way in ways]))
    for way in asked.unwanted:
        # What has the words of a phrase may have them in another order.
        if not way.exact:
            listed = listed.where(~_has(way, secret))
    return listed


def must_be_read(typed: str) -> bool:
    """Whether hashes do not tell all that a search wants, so that what `matching` leaves is still
    to be read: the order of words, and what is left out wherever it stands."""
    wanted = _to_read(typed)
    return bool(wanted.wanted or wanted.unwanted)


def holding(numbers: Sequence[int], typed: str) -> list[int]:
    """Of the needs with these numbers, in their order, those whose decrypted words hold the phrases
    of a search, and nothing that it leaves out."""
    wanted, texts = _to_read(typed), _texts(numbers)
    return [number for number in numbers if meets(wanted, texts[number])]


def _texts(numbers: Sequence[int]) -> dict[int, str]:
    """What needs say: columns alone, as whole rows take several times as long."""
    written = select(Need.id, Need.subject, Need.words).where(Need.id.in_(numbers))
    # A sign between, so that no phrase reaches from the subject into the words.
    texts = {number: f"{about}\n|\n{said}" for number, about, said in db.session.execute(written)}
    spoken = select(NeedFile.need_id, NeedFile.transcript).where(
        NeedFile.need_id.in_(numbers), NeedFile.transcript.is_not(None)
    )
    for number, said in db.session.execute(spoken.order_by(NeedFile.id)):
        texts[number] += f"\n{said}"
    return texts


def _to_read(typed: str) -> Query:
    """Of a search what hashes cannot tell: groups with a phrase in them, and all unwanted parts,
    which may stand inside words."""
    query = parse(typed)
    groups = (group for group in query.wanted if any(part.is_phrase for part in group))
    return Query(typed, tuple(groups), query.unwanted)


def _has(way: Way, secret: str) -> ColumnElement[bool]:
    return and_(*[_has_word(forms, way.exact, secret) for forms in way.words])


def _has_word(forms: Sequence[str], in_pieces: bool, secret: str) -> ColumnElement[bool]:
    """A need has a word in one of its forms; or, `in_pieces`, all words inside it: a piece of text
    may fall into other words by itself than it does in the whole."""
    whole = _has_one(forms, secret)
    inside = dictionary.sub_words(forms[0]) if in_pieces and forms[0] >= "ก" else ()
    if not inside:
        return whole
    return or_(whole, and_(*[_has_one((piece,), secret) for piece in inside]))


def _has_one(forms: Sequence[str], secret: str) -> ColumnElement[bool]:
    return Need.id.in_(select(NeedTerm.need_id).where(NeedTerm.term.in_(keys(forms, secret))))
