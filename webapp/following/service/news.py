"""News: one row for each event that somebody may follow, made once."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select, update

from webapp.bills import service as bills
from webapp.extensions import db
from webapp.following.events import passed
from webapp.following.models import Match, News
from webapp.following.rules.happenings import Happening, step_fact
from webapp.following.rules.wishes import NewsKind
from webapp.following.service.ending import revive
from webapp.shared import clock
from webapp.shared.outbox import asked_at, enqueue, enqueue_later
from webapp.shared.transaction import transaction


def announce(
    happening: Happening, corrects: News | None = None, wait: timedelta = timedelta(0)
) -> News:
    """Keep an event as news and have those found who follow what it concerns, at once or after
    `wait`; the same event a second time does nothing."""
    with transaction():
        found = news_of(happening.fact)
        if found is None:
            found = News(
                fact=happening.fact,
                kind=happening.kind,
                keys=[],
                happened_on=happening.on,
                recorded_at=asked_at(),
                announced_at=clock.now(),
                actor_id=happening.actor_id,
                bill_id=happening.bill_id,
                step_id=happening.step_id,
                vote_id=happening.vote_id,
                document_id=happening.document_id,
                version_id=happening.version_id,
                complaint_id=happening.complaint_id,
                corrects_id=corrects.id if corrects else None,
                details=dict(happening.details),
            )
            db.session.add(found)
            db.session.flush()
            if wait:
                enqueue_later("following.match", wait, news_id=found.id)
            else:
                enqueue("following.match", news_id=found.id)
    passed.send("following", boundary="announced")
    return found


def correct_step(step_id: int) -> News | None:
    """Withdraw the news of a step that was wrong, and have those told who got it; None where
    nobody was to hear of the step."""
    with transaction():
        wrong = news_of(step_fact(step_id))
        if wrong is None:
            return None
        if wrong.withdrawn_at is None:
            wrong.withdrawn_at = clock.now()
            revive(wrong)
    return announce(
        Happening(
            fact=f"withdrawn:{step_id}",
            kind=NewsKind.CORRECTED,
            on=wrong.happened_on,
            actor_id=bills.step_by_id(step_id).withdrawn_by,
            bill_id=wrong.bill_id,
            step_id=step_id,
        ),
        corrects=wrong,
    )


def take_back_document(document_id: int) -> None:
    """Have nobody told any more of a document that was withdrawn. It was nobody's mistake, as a
    wrong step is: who heard of it is sent nothing."""
    with transaction():
        of_it = News.document_id == document_id
        db.session.execute(
            update(News).where(of_it, News.withdrawn_at.is_(None)).values(withdrawn_at=clock.now())
        )
        db.session.execute(
            update(Match)
            .where(Match.waits, Match.news_id.in_(select(News.id).where(of_it)))
            .values(waits=False)
            .execution_options(synchronize_session=False)
        )


def news_of(fact: str) -> News | None:
    """The news of this event; None where it was not announced."""
    return db.session.scalar(select(News).where(News.fact == fact))


def happening_of(news: News) -> Happening:
    """The event that news tells of."""
    return Happening(
        fact=news.fact,
        kind=news.kind,
        on=news.happened_on,
        actor_id=news.actor_id,
        bill_id=news.bill_id,
        step_id=news.step_id,
        vote_id=news.vote_id,
        document_id=news.document_id,
        version_id=news.version_id,
        complaint_id=news.complaint_id,
        details=news.details,
    )


def news_by_id(ids: Sequence[int]) -> list[News]:
    """The news with these database ids, the oldest first."""
    return list(db.session.scalars(select(News).where(News.id.in_(ids)).order_by(News.id)))
