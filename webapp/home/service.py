"""What home needs to know: whether the database answers, and whether news goes out in time."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import text

from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.following import service as following
from webapp.listening import service as listening
from webapp.shared import clock

# A mail server that starts anew is back before that.
AWAY_FOR = timedelta(minutes=15)


@dataclass(frozen=True)
class Health:
    """Whether somebody must look; how many letters to people who wrote to us are tried again."""

    is_well: bool
    status: str
    letters_waiting: int


def check_database() -> None:
    """Ask the database for one row. Raises `sqlalchemy.exc.OperationalError` where it is away."""
    db.session.execute(text("select 1"))


def health() -> Health:
    """Not well where an event older than 15 minutes has messages that have not gone, but for what
    the other side puts off for a few people, or where the mail server, or LINE, is away for as long
    while letters about complaints or requests for another form wait for it."""
    letters = complaints.letters_waiting(listening.LETTERS)
    if following.late().is_late:
        return Health(False, "news is late", letters.letters)
    if letters.away_since and letters.away_since <= clock.now() - AWAY_FOR:
        return Health(False, "letters wait", letters.letters)
    return Health(True, "ok", letters.letters)
