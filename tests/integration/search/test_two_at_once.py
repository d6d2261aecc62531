"""On PostgreSQL two write at the same moment: neither fails, nothing is lost but a first count."""

from contextlib import suppress

import pytest
from sqlalchemy import delete, select, update

from search_index.entry import Entry
from search_index.errors import IndexUnusable
from tests.support.records import keep_law
from webapp.extensions import db
from webapp.search import service, sources
from webapp.search.models import MissedSearch, SearchEntry, SearchWord
from webapp.search.service import keeping
from webapp.search.service.changes import note_changes
from webapp.search.service.vocabulary import count_words
from webapp.shared.transaction import transaction

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def counted():
    return db.session.scalars(select(MissedSearch.searches)).all()


def miss():
    service.note_missed("บัตรคิวออนไลน์")


def test_two_who_first_miss_the_same_words_both_have_their_page(app, beside):
    with transaction():
        miss()
        db.session.flush()
        other = beside(miss)
        assert not other.done()
    other.result()
    assert counted() == [1]


def test_two_who_miss_again_what_was_missed_are_both_counted(app, beside):
    miss()
    with transaction():
        miss()
        db.session.flush()
        other = beside(miss)
        assert not other.done()
    other.result()
    assert counted() == [3]


def test_who_counts_all_words_anew_waits_for_who_takes_an_entry_out(app, beside):
    keep_law()
    with service.rebuilding():
        service.keep_rows([(one, list(one.make())) for one in sources.all_sources()], False)
    db.session.execute(update(SearchEntry).values(made_with="rules of before"))
    db.session.commit()
    entries = [row.entry for row in db.session.scalars(select(SearchEntry))]
    assert entries
    with transaction():
        db.session.execute(delete(SearchEntry))
        other = beside(service.make_tables_anew)
        assert not other.done()
        note_changes("d-1", [entry.id for entry in entries])
        count_words(entries, [])
    other.result()
    assert not db.session.scalars(select(SearchWord)).all()


def test_who_keeps_many_records_holds_no_word_that_another_waits_for(app, beside, monkeypatch):
    def source(number, words):
        entry = Entry(f"b-{number}", "bill", f"/bills/b-{number}", words)
        return service.Source(entry.id, "1", lambda: [entry])

    def keep_another():
        # There is no index to tell of it.
        with suppress(IndexUnusable):
            service.keep_sources([source(3, "alphabet zoology")])

    def keep_suggestions(source, entries):
        keep(source, entries)
        if source == "b-1":
            others.append(beside(keep_another))

    others, keep = [], keeping.keep_suggestions
    monkeypatch.setattr(keeping, "keep_suggestions", keep_suggestions)
    made = [source(1, "zoology"), source(2, "alphabet")]
    service.keep_rows([(one, list(one.make())) for one in made], False)
    others[0].result()
    words = db.session.execute(select(SearchWord.word, SearchWord.entries)).all()
    assert dict(map(tuple, words)) == {"alphabet": 2, "zoology": 2}
