"""when events were recorded; wishes that ended with their bill; browsers that refused

Revision: 0038, after 0037
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

STOPPED = sa.text("mail_stopped_at IS NOT NULL")
ENDED_BY = "fk_subscriptions_ended_by_news"


def upgrade() -> None:
    with op.batch_alter_table("news") as table:
        table.add_column(sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True))
    # Of earlier events only the moment is known at which they were announced.
    op.execute("UPDATE news SET recorded_at = announced_at")
    with op.batch_alter_table("news") as table:
        table.alter_column(
            "recorded_at", existing_type=sa.DateTime(timezone=True), nullable=False
        )
    op.create_index("ix_news_vote_id", "news", ["vote_id"])
    with op.batch_alter_table("subscriptions") as table:
        table.add_column(sa.Column("ended_by", sa.Integer(), nullable=True))
        table.create_foreign_key(ENDED_BY, "news", ["ended_by"], ["id"])
    op.create_index("ix_subscriptions_ended_by", "subscriptions", ["ended_by"])
    with op.batch_alter_table("followers") as table:
        table.add_column(sa.Column("push_refused_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_followers_mail_stopped",
        "followers",
        ["id"],
        sqlite_where=STOPPED,
        postgresql_where=STOPPED,
    )


def downgrade() -> None:
    op.drop_index("ix_followers_mail_stopped", table_name="followers")
    with op.batch_alter_table("followers") as table:
        table.drop_column("push_refused_at")
    op.drop_index("ix_subscriptions_ended_by", table_name="subscriptions")
    with op.batch_alter_table("subscriptions") as table:
        table.drop_constraint(ENDED_BY, type_="foreignkey")
        table.drop_column("ended_by")
    op.drop_index("ix_news_vote_id", table_name="news")
    with op.batch_alter_table("news") as table:
        table.drop_column("recorded_at")
