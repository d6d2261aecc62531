"""What SQLite knows of how its tables are filled, by which it chooses between indexes.

PostgreSQL gathers this by itself. SQLite does when it is asked to, and without it holds every table
for a small one: a list of five thousand documents took four seconds.
"""

from sqlalchemy import text

from webapp.extensions import db
from webapp.shared.outbox import Job
from webapp.shared.transaction import transaction

# Rows looked at in each index, so that the largest table is known in less than a second.
_ROWS = 1000


def gather() -> None:
    """Have SQLite look at its tables; nothing on another database."""
    if db.engine.dialect.name != "sqlite":
        return
    with transaction():
        db.session.execute(text(f"PRAGMA analysis_limit = {_ROWS}"))
        db.session.execute(text("ANALYZE"))


JOBS = {"database.gather_statistics": Job(gather, nightly=True)}
