"""What the index has still to be told.

It is noted in the transaction of the change itself, so that no crash loses it, and brought into the
index by one at a time, so that none is overtaken. While the index is built anew what is noted stays
noted: the new one is told it too before it is believed.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import delete, exists, select, update

from webapp.extensions import db
from webapp.search.index import current_index
from webapp.search.locks import BUILDING, CHANGING, keep_others_out
from webapp.search.models import SearchChange, SearchEntry
from webapp.search.service.kept import entries_by_id
from webapp.shared.transaction import transaction

BATCH = 500
# More that wait to be taken out are kept out of answers, but may be counted.
MOST_GONE = 2_000
# Stands among the changes while the index is built anew, and after a building that broke off.
_BUILDING_NOTE = "building"


def note_changes(source: str, ids: Collection[str]) -> None:
    """Note which entries of a record came, changed or went, in the caller's transaction.

    A record that has none is noted only while the index is built anew, so that what was read of it
    before does not come back.
    """
    noted = ids or ([source] if _began() else [])
    db.session.add_all(SearchChange(source=source, entry_id=one, applied=False) for one in noted)


def gone_ids() -> Sequence[str]:
    """What the index may still hold although it is kept no more: not to be found, nor counted."""
    is_kept = exists().where(SearchEntry.id == SearchChange.entry_id)
    gone = select(SearchChange.entry_id).where(SearchChange.applied.is_(False), ~is_kept)
    return db.session.scalars(gone.distinct().limit(MOST_GONE)).all()


def bring_in_changes() -> None:
    """Tell the index all that it has still to be told. Where somebody else does so at this moment
    nobody waits: whoever lets go looks for more. Raises `IndexUnusable`."""
    index = current_index()
    while _waiting(1):
        with index.held(CHANGING) as is_mine:
            if not is_mine:
                return
            while changes := _waiting(BATCH):
                _bring_in(changes)


def _waiting(limit: int) -> dict[int, str]:
    """The entries to tell of by the numbers of their changes."""
    waits = select(SearchChange.id, SearchChange.entry_id).where(SearchChange.applied.is_(False))
    rows = db.session.execute(waits.order_by(SearchChange.id).limit(limit))
    return {row.id: row.entry_id for row in rows}


def _bring_in(changes: Mapping[int, str]) -> None:
    ids = set(changes.values())
    kept = entries_by_id(list(ids))
    engine = current_index().opened()
    if gone := ids - set(kept):
        engine.remove(gone)
    if kept:
        engine.add(kept.values())
    told = SearchChange.id.in_(list(changes))
    with transaction():
        if _began():
            db.session.execute(update(SearchChange).where(told).values(applied=True))
        else:
            db.session.execute(delete(SearchChange).where(told))


@contextmanager
def rebuilding(wait: bool = False) -> Iterator[bool]:
    """Inside, the index may be built anew: True for one at a time, over all processes and machines.

    False for any other, at once; with `wait` it waits until it is alone.
    """
    with current_index().held(BUILDING, wait) as is_alone:
        if is_alone:
            with transaction():
                # Whoever is taking a record out ends first: it is not read as if it were shown.
                keep_others_out(SearchChange)
                _forget_told()
                db.session.add(SearchChange(source=_BUILDING_NOTE, entry_id="", applied=True))
        yield is_alone
        # Not after a failure: the note then says that the building broke off.
        if is_alone:
            with transaction():
                _forget_told()


def changed_since_building_began() -> set[str]:
    """The records of which something was noted since: what was read of them may be older."""
    began = _began()
    if began is None:
        return set()
    since = select(SearchChange.source).where(SearchChange.id > began)
    return set(db.session.scalars(since.distinct()))


def tell_all_again() -> None:
    """Note that the index that comes into force has been told none of the changes."""
    with transaction():
        is_change = SearchChange.source != _BUILDING_NOTE
        db.session.execute(update(SearchChange).where(is_change).values(applied=False))


def was_broken_off() -> bool:
    """The last building of the index did not end, and nobody builds it now."""
    with current_index().held(BUILDING) as is_free:
        return is_free and _began() is not None


def _began() -> int | None:
    """The number of the note that the index is being built anew; smaller than that of any change
    noted since."""
    wanted = select(SearchChange.id).where(SearchChange.source == _BUILDING_NOTE)
    return db.session.scalar(wanted.order_by(SearchChange.id.desc()).limit(1))


def _forget_told() -> None:
    db.session.execute(delete(SearchChange).where(SearchChange.applied.is_(True)))
