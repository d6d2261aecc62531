"""Saved searches: each kept once, under the terms by which an event finds it."""

import hashlib
import json
from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from search_index import analysis
from search_index.query import parse
from webapp.extensions import db
from webapp.following.models import SavedSearch, SearchTerm
from webapp.following.rules.percolating import index_under
from webapp.shared.transaction import transaction

BATCH = 500


def keep_search(typed: str, filters: Mapping[str, str]) -> SavedSearch:
    """The search of these words and filters, kept if it is new, in the caller's transaction."""
    narrowed = {name: filters[name] for name in sorted(filters)}
    said = json.dumps([parse(typed).typed, narrowed], ensure_ascii=False)
    fingerprint = hashlib.sha256(said.encode()).hexdigest()
    found = db.session.scalar(select(SavedSearch).where(SavedSearch.fingerprint == fingerprint))
    if found is None:
        found = SavedSearch(typed=parse(typed).typed, filters=narrowed, fingerprint=fingerprint)
        found.analysed_as = ""
        db.session.add(found)
        db.session.flush()
        _index(found)
    return found


def _index(search: SavedSearch) -> None:
    db.session.execute(delete(SearchTerm).where(SearchTerm.search_id == search.id))
    terms = index_under(search.typed, search.filters)
    if terms:
        rows = [{"term": term, "search_id": search.id} for term in sorted(terms)]
        db.session.execute(insert(SearchTerm), rows)
    search.analysed_as = analysis.version()
    db.session.flush()


def index_anew() -> int:
    """Find new terms for searches kept under an older analysis; gives how many there were."""
    done = 0
    old = select(SavedSearch).where(SavedSearch.analysed_as != analysis.version()).limit(BATCH)
    while True:
        with transaction():
            found = db.session.scalars(old).all()
            for search in found:
                _index(search)
        if not found:
            return done
        done += len(found)
