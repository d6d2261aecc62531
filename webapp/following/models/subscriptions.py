"""The table of subscriptions."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import db
from webapp.following.models.followers import Follower
from webapp.following.models.searches import SavedSearch
from webapp.following.rules.subjects import Subject, subject_of
from webapp.following.rules.wishes import (
    Cadence,
    Channel,
    Form,
    SubscriptionState,
    Wish,
    kinds_in,
)
from webapp.shared.columns import UtcDateTime, code


class Subscription(db.Model):
    """One wish of a follower: of what, which kinds, how often, in which form, by which channel."""

    __tablename__ = "subscriptions"
    __table_args__ = (
        UniqueConstraint("follower_id", "subject_key", "channel"),
        Index("ix_subscriptions_matching", "subject_key", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    follower_id: Mapped[int] = mapped_column(ForeignKey("followers.id"))
    # Under which an event finds it: see rules.subjects.
    subject_key: Mapped[str]
    search_id: Mapped[int | None] = mapped_column(ForeignKey("saved_searches.id"))
    # The kinds of news as bits: see rules.wishes.mask.
    kinds: Mapped[int]
    cadence: Mapped[Cadence] = mapped_column(code(Cadence))
    weekday: Mapped[int] = mapped_column(default=0)
    hour: Mapped[int] = mapped_column(default=8)
    language: Mapped[str]
    form: Mapped[Form] = mapped_column(code(Form))
    channel: Mapped[Channel] = mapped_column(code(Channel))
    state: Mapped[SubscriptionState] = mapped_column(code(SubscriptionState))
    paused_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    key_version: Mapped[int] = mapped_column(default=1)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stopped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # The news of the end of its bill, where that stopped it.
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("news.id"), index=True)
    follower: Mapped[Follower] = relationship()
    search: Mapped[SavedSearch | None] = relationship()

    @property
    def subject(self) -> Subject:
        """What is followed."""
        found = subject_of(self.subject_key)
        if self.search is None:
            return found
        return Subject(found.kind, found.ref, self.search.typed, self.search.filters)

    @property
    def wish(self) -> Wish:
        """The whole wish, to be shown and changed."""
        return Wish(
            subject=self.subject,
            kinds=kinds_in(self.kinds),
            cadence=self.cadence,
            weekday=self.weekday,
            hour=self.hour,
            language=self.language,
            form=self.form,
            channel=self.channel,
        )
