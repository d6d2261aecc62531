"""The tables of who is to hear of an event, and of the messages that tell them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import db
from webapp.following.models.followers import Follower
from webapp.following.models.news import News
from webapp.following.models.subscriptions import Subscription
from webapp.following.rules.wishes import Channel, Form
from webapp.shared.columns import UtcDateTime, code


class DeliveryState(StrEnum):
    """Waiting to be sent, on its way, sent, given up, or dropped as there was nothing to tell."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


class Delivery(db.Model):
    """One message to one follower over one channel: one event, or several in a digest.

    `occasion` says why it was made ("news:12", or a digest's turn and moment); with it a message is
    made once, whatever crashes. Its Message-ID follows from its id.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("follower_id", "occasion", "channel", "form", "language"),
        Index(
            "ix_deliveries_waiting",
            "channel",
            "not_before",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        # New messages stand in none of these: twenty thousand are made at once.
        Index(
            "ix_deliveries_claim",
            "claim",
            sqlite_where=text("claim IS NOT NULL"),
            postgresql_where=text("claim IS NOT NULL"),
        ),
        Index(
            "ix_deliveries_sent_at",
            "sent_at",
            sqlite_where=text("sent_at IS NOT NULL"),
            postgresql_where=text("sent_at IS NOT NULL"),
        ),
        Index(
            "ix_deliveries_failed",
            "made_at",
            sqlite_where=text("state = 'failed'"),
            postgresql_where=text("state = 'failed'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    follower_id: Mapped[int] = mapped_column(ForeignKey("followers.id"))
    occasion: Mapped[str]
    # The event, where the message tells of one alone and at once; None for a digest.
    news_id: Mapped[int | None] = mapped_column(ForeignKey("news.id"))
    channel: Mapped[Channel] = mapped_column(code(Channel))
    form: Mapped[Form] = mapped_column(code(Form))
    language: Mapped[str]
    state: Mapped[DeliveryState] = mapped_column(code(DeliveryState))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    # Until when one worker has it in hand, and under which name.
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    claim: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    # How often the other side did not take it for now, and when it first did not.
    put_off: Mapped[int] = mapped_column(default=0)
    first_put_off_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # When it could last not be put together here; None where the other side put it off after that.
    unmade_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failure: Mapped[str] = mapped_column(default="")
    follower: Mapped[Follower] = relationship()


class Match(db.Model):
    """That a follower is to hear of an event: once, however many of the follower's subscriptions
    it meets. `subscription` is the one that brings it: the most urgent, then the oldest."""

    __tablename__ = "matches"
    __table_args__ = (
        Index("ix_matches_follower", "follower_id", "news_id"),
        Index("ix_matches_delivery", "delivery_id"),
        Index(
            "ix_matches_waiting",
            "follower_id",
            sqlite_where=text("waits"),
            postgresql_where=text("waits"),
        ),
    )

    news_id: Mapped[int] = mapped_column(ForeignKey("news.id"), primary_key=True)
    # The follower of the subscription, whose own reference holds it: checked once, not twice.
    follower_id: Mapped[int] = mapped_column(primary_key=True)
    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscriptions.id"))
    # Whether it is still to go into a message; false for what is only in the feed.
    waits: Mapped[bool]
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("deliveries.id"))
    news: Mapped[News] = relationship()
    subscription: Mapped[Subscription] = relationship()
    delivery: Mapped[Delivery | None] = relationship()
