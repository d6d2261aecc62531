"""The words of all that can be found, by which misspelt searches are mended."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import delete, exists, select
from sqlalchemy.dialects import postgresql, sqlite

from search_index import slips
from search_index.entry import Entry
from search_index.spelling import vocabulary_words
from webapp.extensions import db
from webapp.search.held_words import current_vocabulary
from webapp.search.models import SearchWord

_ROWS_AT_ONCE = 500
# Signs whose words are counted while somebody waits: it takes less than a second.
MOST_AT_ONCE = 100_000
# No word of a text is empty: this one says that the others are to be counted anew.
_MISCOUNTED = ""
_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def spelt_otherwise(typed: str) -> slips.Meant | None:
    """What may have been meant by a search that is misspelt; None where nothing near is known."""
    return slips.spelt_otherwise(typed, current_vocabulary())


def count_words(old: Iterable[Entry], new: Iterable[Entry]) -> None:
    """Keep the words in line with entries that took the place of others, in the caller's
    transaction."""
    before, after = (Counter(_Words.of(entry) for entry in entries) for entries in (old, new))
    change: Counter[str] = Counter()
    for words, times in (after - before).items():
        change.update(dict.fromkeys(vocabulary_words(words), times))
    for words, times in (before - after).items():
        change.subtract(dict.fromkeys(vocabulary_words(words), times))
    _add({word: count for word, count in change.items() if count})


def uncount_words(gone: Sequence[Entry]) -> None:
    """Take the words of entries that are kept no more out of the count, in the transaction of the
    caller, who waits. Those of more than `MOST_AT_ONCE` signs are left until all words are counted
    anew; what is proposed by them meanwhile is looked for before it is shown."""
    if sum(len(text) for entry in gone for text in _Words.of(entry)) <= MOST_AT_ONCE:
        count_words(gone, [])
    else:
        _add({_MISCOUNTED: 1})


def words_are_counted() -> bool:
    """Whether no words are left to be taken out of the count."""
    return not db.session.scalar(select(exists().where(SearchWord.word == _MISCOUNTED)))


def words_of(entry: Entry) -> set[str]:
    """The words of an entry by which a misspelling may be mended."""
    return vocabulary_words(_Words.of(entry))


class _Words(NamedTuple):
    """All that is read of an entry; entries that read alike need no counting anew."""

    short: str
    title: str
    heading: str
    text: str

    @classmethod
    def of(cls, entry: Entry) -> "_Words":
        return cls(entry.short, entry.title, entry.heading, entry.text)


def _add(change: Mapping[str, int]) -> None:
    rows = [{"word": word, "entries": count} for word, count in sorted(change.items())]
    insert = _INSERTS[db.session.get_bind().dialect.name](SearchWord)
    upsert = insert.on_conflict_do_update(
        index_elements=[SearchWord.word],
        set_={"entries": SearchWord.entries + insert.excluded.entries},
    )
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        db.session.execute(upsert, rows[start : start + _ROWS_AT_ONCE])
    if any(count < 0 for count in change.values()):
        db.session.execute(delete(SearchWord).where(SearchWord.entries <= 0))
