"""What messages are about: staff's decisions, examples, and what was learned from both."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.shared.columns import EncryptedBytes, UtcDateTime


class TopicDecision(db.Model):
    """That an officer said what a message is about, and what was proposed then. None changes: a
    correction is a decision more, the newest one counts."""

    __tablename__ = "complaint_topic_decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    topic: Mapped[str]
    # The topics that were proposed, the likeliest first, and the model's version; 0 for none.
    proposed: Mapped[list[str]] = mapped_column(JSON)
    model_version: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))


class TopicExample(db.Model):
    """A public text whose topic is known: a report of a committee, from files of records."""

    __tablename__ = "complaint_topic_examples"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_key: Mapped[str] = mapped_column(unique=True)
    topic: Mapped[str]
    text: Mapped[str]


class TopicModel(db.Model):
    """One version of the classifier. Its words may be of messages, so it is encrypted as they are;
    of old versions only the facts stay."""

    __tablename__ = "complaint_topic_models"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    trained_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # What it learned from: examples of the service and of records, and staff's decisions.
    examples: Mapped[int]
    decisions: Mapped[int]
    # A hash of the examples and of how words are cut: the same need not be learned twice.
    learned_from: Mapped[str]
    content: Mapped[bytes | None] = mapped_column(EncryptedBytes)
