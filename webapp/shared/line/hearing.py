"""What people do with our LINE account: each event heard once, and answered.

What an event changes commits together with the note that it was heard; so LINE may tell it again,
and does, until we say that we have it. The answer goes out afterwards, by a job that comes again
where LINE is away. Notes are kept for 14 days, without the person once the answer has gone, and
nothing older is heard: what somebody recorded and sends again changes nothing.
"""

from datetime import datetime, timedelta
from typing import Protocol

from flask import current_app
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared import clock, line
from webapp.shared.columns import EncryptedText, UtcDateTime
from webapp.shared.languages import language_of
from webapp.shared.line import LineEvent
from webapp.shared.outbox import enqueue
from webapp.shared.sending import Gone
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

ANSWER = "line.answer"
KEPT = timedelta(days=14)
# LINE lets an answer go free of charge for a minute; what is later is pushed.
_FREE_FOR = timedelta(seconds=50)
# Handled, and nothing is said now.
SILENCE = ""


class LineHearing(db.Model):
    """An event that was heard; whom to answer and what, until that has gone out."""

    __tablename__ = "line_hearings"

    id: Mapped[int] = mapped_column(primary_key=True)
    # LINE's webhookEventId.
    key: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    user: Mapped[str | None] = mapped_column(EncryptedText)
    reply_token: Mapped[str | None]
    answer: Mapped[str | None] = mapped_column(EncryptedText)


class Hearer(Protocol):
    """A feature that people reach by LINE: a module with these functions."""

    def hear(self, event: LineEvent, hearing_id: int) -> str | None:
        """Do what an event asks for, in the caller's transaction: what is answered, `SILENCE`
        where nothing is or the answer comes later by `answer`, None where it is for others."""
        ...

    def leave(self, user: str) -> None:
        """Forget a person who has blocked our account, in the caller's transaction."""
        ...

    def language(self, user: str) -> str:
        """The language that this person is known to write; "" for somebody not known."""
        ...

    def menu(self, user: str, lang: str) -> str:
        """What can be done here, for somebody whose message is for no feature."""
        ...


def hear(event: LineEvent) -> None:
    """Do what an event asks for, once, and have it answered."""
    try:
        _hear(event)
    except IntegrityError:
        # Another process heard the same event, or the same person, at the same moment.
        _hear(event)


def _hear(event: LineEvent) -> None:
    with transaction():
        known = select(LineHearing.id).where(LineHearing.key == event.key)
        if event.at < clock.now() - KEPT or db.session.scalar(known) is not None:
            return
        heard = LineHearing(
            key=event.key, at=event.at, user=event.user, reply_token=event.reply_token or None
        )
        db.session.add(heard)
        db.session.flush()
        if event.kind == "unfollow":
            heard.user = None
        if words := _words(event, heard.id):
            answer(heard.id, words)


def _words(event: LineEvent, hearing_id: int) -> str:
    if event.kind == "unfollow":
        for hearer in _hearers():
            hearer.leave(event.user)
        return SILENCE
    for hearer in _hearers():
        if (words := hearer.hear(event, hearing_id)) is not None:
            return words
    lang = _language(event)
    return "\n\n".join(hearer.menu(event.user, lang) for hearer in _hearers())


def _language(event: LineEvent) -> str:
    """The language of what was written; where it has no word, the one that the person is known to
    write."""
    if any(letter.isalpha() for letter in event.text):
        return language_of(event.text)
    known = (hearer.language(event.user) for hearer in _hearers())
    return next((lang for lang in known if lang), "th")


def _hearers() -> list[Hearer]:
    found: list[Hearer] = current_app.extensions["line_hearers"]
    return found


def answer(hearing_id: int, words: str) -> bool:
    """Have an event answered, in the caller's transaction, after what is to be said already.

    Gives False where that has gone out: the person is not known here any more.
    """
    heard = db.session.get(LineHearing, hearing_id, with_for_update=True, populate_existing=True)
    if heard is None or heard.user is None:
        return False
    heard.answer = f"{heard.answer}\n\n{words}" if heard.answer else words
    enqueue(ANSWER, hearing_id=hearing_id)
    return True


def send_answer(hearing_id: int) -> None:
    """Send the answer to an event: free of charge while LINE allows that, else pushed; once, but
    where a worker ended between the two.

    Raises `Away` and `PutOff`: the outbox comes again.
    """
    heard = db.session.get(LineHearing, hearing_id)
    if heard is None or heard.answer is None or heard.user is None:
        return
    said = heard.answer
    try:
        if not _is_replied(heard, said):
            line.push(settings(), heard.user, said, f"answer {heard.key} {said}")
    except Gone as gone:
        current_app.logger.warning("%s", gone)
    with transaction():
        db.session.refresh(heard, with_for_update=True)
        heard.reply_token = None
        # Something may have been added while this went out; its own job sends that.
        heard.answer = (heard.answer or "").removeprefix(said).strip() or None
        if heard.answer is None:
            heard.user = None


def _is_replied(heard: LineHearing, words: str) -> bool:
    if not heard.reply_token or clock.now() - heard.at > _FREE_FOR:
        return False
    try:
        line.reply(settings(), heard.reply_token, words)
    except Gone:
        return False
    return True


def tidy() -> None:
    """Forget events that are too old to be told again."""
    with transaction():
        db.session.execute(delete(LineHearing).where(LineHearing.at < clock.now() - KEPT))
