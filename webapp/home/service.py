"""What home needs to know: whether the database answers."""

from sqlalchemy import text

from webapp.extensions import db


def check_database() -> None:
    """Ask the database for one row. Raises `sqlalchemy.exc.OperationalError` where it is away."""
    db.session.execute(text("select 1"))
