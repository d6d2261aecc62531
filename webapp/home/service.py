"""What home needs to know: whether the database answers, and whether news goes out in time."""

from sqlalchemy import text

from webapp.extensions import db
from webapp.following import service as following


def check_database() -> None:
    """Ask the database for one row. Raises `sqlalchemy.exc.OperationalError` where it is away."""
    db.session.execute(text("select 1"))


def news_is_late() -> bool:
    """Whether an event older than 15 minutes has messages that have not gone."""
    return following.late().is_late
