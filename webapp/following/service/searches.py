"""Saved searches: each kept once, under the terms by which an event finds it."""

import hashlib
import json
from collections.abc import Callable, Mapping

from sqlalchemy import delete, insert, select

from search_index import analysis
from search_index.query import Query, parse
from webapp.extensions import db
from webapp.following.models import SavedSearch, SearchTerm
from webapp.following.rules.percolating import index_under
from webapp.search import service as search
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
        _index(found, search.reading())
    return found


def _index(kept: SavedSearch, read: Callable[[str], Query]) -> bool:
    """Keep a search under its terms of today, in the caller's transaction; whether they changed."""
    terms = index_under(read(kept.typed), kept.filters)
    own = SearchTerm.search_id == kept.id
    changed = terms != set(db.session.scalars(select(SearchTerm.term).where(own)))
    if changed:
        db.session.execute(delete(SearchTerm).where(own))
        rows = [{"term": term, "search_id": kept.id} for term in sorted(terms)]
        if rows:
            db.session.execute(insert(SearchTerm), rows)
    kept.analysed_as = analysis.version()
    db.session.flush()
    return changed


def index_anew() -> int:
    """Find new terms for searches kept under an older analysis; gives how many there were."""
    done = 0
    old = select(SavedSearch).where(SavedSearch.analysed_as != analysis.version()).limit(BATCH)
    while True:
        with transaction():
            read = search.reading()
            found = db.session.scalars(old).all()
            for kept in found:
                _index(kept, read)
        if not found:
            return done
        done += len(found)


def index_meanings() -> int:
    """Keep all searches under what their words mean now that synonyms changed; gives how many have
    other terms than before."""
    changed = last = 0
    while True:
        with transaction():
            read = search.reading()
            after = select(SavedSearch).where(SavedSearch.id > last).order_by(SavedSearch.id)
            found = db.session.scalars(after.limit(BATCH)).all()
            changed += sum(_index(kept, read) for kept in found)
            last = found[-1].id if found else last
        if not found:
            return changed
