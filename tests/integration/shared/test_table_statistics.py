"""SQLite is told every night how its tables are filled; lists of documents need no telling."""

from sqlalchemy import text

from tests.support.databases import both_databases
from tests.support.records import keep_law
from webapp.extensions import db
from webapp.shared import outbox, table_statistics


@both_databases
def test_a_night_gathers_what_the_database_does_not_by_itself(app):
    keep_law()
    outbox.enqueue_nightly()
    outbox.drain()

    if db.engine.dialect.name == "sqlite":
        known = db.session.execute(text("SELECT DISTINCT tbl FROM sqlite_stat1")).scalars().all()
        assert {"documents", "document_versions"} <= set(known)


def test_it_may_be_gathered_again_and_again(app):
    keep_law()
    for _night in range(2):
        table_statistics.gather()
    assert db.session.execute(text("PRAGMA quick_check")).scalar() == "ok"
