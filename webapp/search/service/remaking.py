"""Making anew what misspellings are mended by and what is suggested, after their rules changed.

The old ones answer meanwhile. Each entry's row says by which rules its words and suggestions were
made, so that a database from before the present program is found out however it came here.
"""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, exists, func, insert, select, update

from search_index.entry import Entry
from webapp.extensions import db
from webapp.search.locks import keep_others_out
from webapp.search.models import SearchChange, SearchEntry, SearchWord, Suggestion
from webapp.search.rules.versions import tables_version
from webapp.search.service.kept import all_entries
from webapp.search.service.suggesting import keep_suggestions
from webapp.search.service.synonyms import key_anew
from webapp.search.service.vocabulary import words_are_counted, words_of
from webapp.shared.transaction import transaction

log = logging.getLogger(__name__)
_SOURCES_AT_ONCE, _ROWS_AT_ONCE = 50, 5_000
# Counting takes minutes where there are many entries; what changes meanwhile makes it begin again.
_MOST_TRIES = 3


def tables_are_current() -> bool:
    """Whether all words and suggestions were made by the rules of now, and all are counted."""
    old = exists().where(SearchEntry.made_with != tables_version())
    return not db.session.scalar(select(old)) and words_are_counted()


def make_tables_anew() -> None:
    """Make words and suggestions anew where they were made by other rules, or words are left to be
    taken out of the count; inside `rebuilding`, as what changes meanwhile is noted only there."""
    if tables_are_current():
        return
    _suggest_anew()
    for _try in range(_MOST_TRIES):
        noted = _changes_noted()
        counts: Counter[str] = Counter()
        for entry in all_entries():
            counts.update(words_of(entry))
        if _replace_words(counts, noted):
            return
    log.warning("words of the search are made anew another night: too much changed meanwhile")


def _changes_noted() -> int:
    # None of them goes while the index is built anew.
    return db.session.scalar(select(func.count()).select_from(SearchChange)) or 0


def _replace_words(counts: Mapping[str, int], noted: int) -> bool:
    """Put these words in place of the old; False, with nothing done, where anything changed since
    so many changes were noted."""
    rows = [{"word": word, "entries": count} for word, count in counts.items()]
    with transaction():
        # In the order in which every change of an entry comes to both.
        keep_others_out(SearchEntry)
        keep_others_out(SearchWord)
        if _changes_noted() != noted:
            return False
        db.session.execute(delete(SearchWord))
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            db.session.execute(insert(SearchWord), rows[start : start + _ROWS_AT_ONCE])
        db.session.execute(update(SearchEntry).values(made_with=tables_version()))
    return True


def _suggest_anew() -> None:
    with transaction():
        keep_others_out(Suggestion)
        key_anew()
    keys = db.session.scalars(select(SearchEntry.source).distinct()).all()
    for start in range(0, len(keys), _SOURCES_AT_ONCE):
        with transaction():
            keep_others_out(Suggestion)
            names = _names(keys[start : start + _SOURCES_AT_ONCE])
            for source, entries in names.items():
                keep_suggestions(source, entries)


def _names(sources: Sequence[str]) -> Mapping[str, list[Entry]]:
    """The entries of these records that have names, without their texts."""
    row = SearchEntry
    wanted = select(row.source, row.id, row.kind, row.title, row.short, row.lang, row.facets)
    named = wanted.where(row.source.in_(sources), row.kind != "section").order_by(row.id)
    found: dict[str, list[Entry]] = {}
    for one in db.session.execute(named):
        entry = Entry(one.id, one.kind, "", one.title, one.short, lang=one.lang, facets=one.facets)
        found.setdefault(one.source, []).append(entry)
    return found
