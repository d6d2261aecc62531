"""Forms of a document are made one after another: those of some minutes are one piece of news."""

from datetime import timedelta

from sqlalchemy import select

from webapp.documents import service as documents
from webapp.extensions import db
from webapp.following.models import News
from webapp.following.rules.happenings import forms_in
from webapp.following.rules.wishes import NewsKind
from webapp.following.service.happenings import of_form
from webapp.following.service.news import announce, happening_of
from webapp.shared import clock
from webapp.shared.transaction import transaction

# Forms join the news of the first for so long; a minute later it is told.
_JOIN_FOR = timedelta(minutes=4)
_TOLD_AFTER = timedelta(minutes=5)


def announce_form(version: documents.DocumentVersion, form: str) -> None:
    """Make news of a new form of a version, or add it to the news of another that is not told yet;
    the same form a second time does nothing."""
    with transaction():
        known = db.session.scalars(
            select(News)
            .where(News.version_id == version.id, News.kind == NewsKind.NEW_FORM)
            .order_by(News.id)
            .with_for_update()
        ).all()
        if any(form in forms_in(happening_of(news)) for news in known):
            return
        for news in known:
            if news.matched_at is None and clock.now() < news.announced_at + _JOIN_FOR:
                forms = [*forms_in(happening_of(news)), form]
                news.details = {**news.details, "form": " ".join(forms)}
                return
        announce(of_form(version, form), wait=_TOLD_AFTER)
