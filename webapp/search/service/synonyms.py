"""The synonyms and nicknames that staff keep: other words for what a search means."""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import delete, select, update

from search_index.query import Query, parse
from thai_text.clean import clean
from webapp.extensions import db
from webapp.search.events import synonyms_changed
from webapp.search.models import Suggestion, Synonym
from webapp.search.rules.suggestions import beginning_key
from webapp.search.rules.synonyms import LONGEST_MEANING, LONGEST_TERM, term_key, widen
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound, Refused
from webapp.shared.importing import Outcome
from webapp.shared.languages import language_of
from webapp.shared.transaction import transaction

_TIER = 1


class SynonymRefused(Refused):
    """A synonym that changes no search: without words, too long, or of a term with itself."""


class SynonymNotFound(NotFound):
    """There is no such synonym."""


def list_synonyms() -> Sequence[Synonym]:
    """Every synonym, by its term."""
    return db.session.scalars(select(Synonym).order_by(Synonym.key, Synonym.means)).all()


def add_synonym(term: str, means: str, staff_id: int | None) -> Outcome:
    """Keep that a search for `term` is also met by what speaks of `means`.

    "unchanged" where that is known. Raises `SynonymRefused`.
    """
    term, means = clean(term).strip(), clean(means).strip()
    key = term_key(term)
    if not key or parse(means).is_empty or key == term_key(means):
        raise SynonymRefused("a term and other words for it are needed")
    if len(term) > LONGEST_TERM or len(means) > LONGEST_MEANING:
        raise SynonymRefused("too long")
    with transaction():
        known = select(Synonym).where(Synonym.key == key, Synonym.means == means)
        if db.session.scalar(known) is not None:
            return "unchanged"
        synonym = Synonym(term=term, key=key, means=means, added_by=staff_id, added_at=clock.now())
        db.session.add(synonym)
        db.session.flush()
        db.session.add(
            Suggestion(
                source=_source(synonym.id),
                tier=_TIER,
                key=beginning_key(term),
                says=term,
                lang=language_of(term),
                kind="synonym",
            )
        )
        if staff_id is not None:
            audit.record(staff_id, "search.add_synonym", f"{term} = {means}")
        synonyms_changed.send("search")
    return "new"


def remove_synonym(synonym_id: int, staff_id: int | None) -> None:
    """Keep a synonym no longer. Raises `SynonymNotFound`."""
    with transaction():
        synonym = db.session.get(Synonym, synonym_id)
        if synonym is None:
            raise SynonymNotFound(str(synonym_id))
        db.session.execute(delete(Suggestion).where(Suggestion.source == _source(synonym_id)))
        audit.record(staff_id, "search.remove_synonym", f"{synonym.term} = {synonym.means}")
        db.session.delete(synonym)
        synonyms_changed.send("search")


def widened(query: Query) -> Query:
    """The query, met also by what the terms in it mean."""
    return widen(query, _meanings())


def reading() -> Callable[[str], Query]:
    """How words are understood now, for many searches: parsed, and met also by what the terms in
    them mean."""
    meanings = _meanings()
    return lambda typed: widen(parse(typed), meanings)


def _meanings() -> Mapping[str, Sequence[str]]:
    meanings: dict[str, list[str]] = {}
    for row in db.session.execute(select(Synonym.key, Synonym.means).order_by(Synonym.id)):
        meanings.setdefault(row.key, []).append(row.means)
    return meanings


def key_anew() -> None:
    """Compare terms as they are compared now, and suggest them so, in the caller's transaction; of
    two synonyms that have become one the older stays."""
    kept: set[tuple[str, str]] = set()
    rows = db.session.scalars(select(Synonym).order_by(Synonym.id)).all()
    for row in rows:
        # No key of now may meet one of before that another row still has.
        row.key = f"{row.id} {row.key}"
    db.session.flush()
    for row in rows:
        key = term_key(row.term)
        own = Suggestion.source == _source(row.id)
        if (key, row.means) in kept:
            db.session.execute(delete(Suggestion).where(own))
            db.session.delete(row)
            continue
        kept.add((key, row.means))
        row.key = key
        db.session.execute(update(Suggestion).where(own).values(key=beginning_key(row.term)))


def _source(synonym_id: int) -> str:
    return f"synonym-{synonym_id}"
