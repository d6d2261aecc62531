"""Followers who have confirmed, without going through letters, and what they have heard."""

from sqlalchemy import select

from webapp.extensions import db
from webapp.following import service
from webapp.following.models import Follower, Match, News
from webapp.following.service import Contact, Subject, SubjectKind, Wish
from webapp.following.service.contacts import follower_for
from webapp.shared.transaction import transaction


def follower(email):
    """A follower with a proved address."""
    with transaction():
        return follower_for(Contact(email=email), "th", "test")


def follows(email, kind, ref="", **more):
    """A confirmed subscription; `typed` and `filters` are a search's, the rest is the wish's."""
    search = {name: more.pop(name) for name in ("typed", "filters") if name in more}
    wish = Wish(Subject(SubjectKind(kind), str(ref), **search), **more)
    return service.ask_to_follow(wish, Contact(follower_id=follower(email).id), "test")


def told():
    """Who has heard, event by event: the kind of news and the name before the @."""
    rows = db.session.execute(
        select(News.kind, Follower.email)
        .join(Match, Match.news_id == News.id)
        .join(Follower, Follower.id == Match.follower_id)
        .order_by(News.id, Follower.id)
    )
    return [(str(row.kind), row.email.partition("@")[0]) for row in rows]
