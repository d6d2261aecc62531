"""Tables of following."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.following.rules import SubscriptionState
from webapp.shared.columns import EncryptedText, UtcDateTime, code


class Subscription(db.Model):
    """That the owner of an address wants to hear of a bill."""

    __tablename__ = "subscriptions"
    __table_args__ = (UniqueConstraint("email_hash", "bill_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bill_id: Mapped[int] = mapped_column(ForeignKey("bills.id"), index=True)
    email: Mapped[str] = mapped_column(EncryptedText)
    # A keyed hash, so that one address's subscriptions are found without reading all.
    email_hash: Mapped[str] = mapped_column(index=True)
    language: Mapped[str]
    state: Mapped[SubscriptionState] = mapped_column(code(SubscriptionState))
    key_version: Mapped[int] = mapped_column(default=1)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stopped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Delivery(db.Model):
    """That a subscription was told of a step, or that the step was withdrawn; once each."""

    __tablename__ = "deliveries"
    __table_args__ = (UniqueConstraint("subscription_id", "step_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscriptions.id"), index=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("bill_steps.id"), index=True)
    kind: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    message_id: Mapped[str]
