"""What may be meant by the beginning of a search, looked up while a person types.

Every look is a bounded range of an index of the database: no engine is asked for a beginning.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, select

from search_index.entry import Entry
from search_index.slips import in_other_layout
from webapp.extensions import db
from webapp.search.models import Suggestion
from webapp.search.rules import suggestions as rules

MOST = 8
_TIERS = (1, 2, 3)
# One name may stand under several of its words.
_LOOKED_AT = 4 * MOST


@dataclass(frozen=True)
class Suggested:
    """A name that begins, or has a word that begins, as was typed."""

    says: str
    lang: str
    kind: str


def suggest(typed: str) -> list[Suggested]:
    """Up to 8 names for what was typed so far; where nothing begins as was typed, for that without
    พ.ร.บ. or the like before it, or with the keyboard in the other language. Nothing for less than
    two signs."""
    for meant in (typed, rules.without_same_start(typed), in_other_layout(typed) or ""):
        if found := _beginning_with(meant):
            return found
    return []


def _beginning_with(typed: str) -> list[Suggested]:
    beginning = rules.beginning_key(typed)
    if len(beginning) < rules.SHORTEST_BEGINNING:
        return []
    found: dict[str, Suggested] = {}
    for tier in _TIERS:
        rows = db.session.scalars(
            select(Suggestion)
            .where(
                Suggestion.tier == tier,
                Suggestion.key >= beginning,
                Suggestion.key < rules.end_of_range(beginning),
            )
            .order_by(Suggestion.key, Suggestion.id)
            .limit(_LOOKED_AT)
        )
        for row in rows:
            found.setdefault(row.says, Suggested(row.says, row.lang, row.kind))
        if len(found) >= MOST:
            break
    return list(found.values())[:MOST]


def keep_suggestions(source: str, entries: Iterable[Entry]) -> None:
    """Offer the names of these entries in place of what `source` offered before, in the caller's
    transaction."""
    db.session.execute(delete(Suggestion).where(Suggestion.source == source))
    for entry in entries:
        tier = rules.tier_of(entry)
        if tier is None:
            continue
        db.session.add_all(
            Suggestion(
                source=source, tier=tier, key=key, says=name, lang=entry.lang, kind=entry.kind
            )
            for name in rules.names_of(entry)
            for key in rules.keys_of(name)
        )
