"""following: twenty thousand messages at once keep fewer indexes and references

Revision: 0019, after 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

REFERENCE = "fk_matches_follower_id_followers"
ONCE, ONCE_A_FOLLOWER = "uq_deliveries_occasion", "uq_deliveries_follower_id"
WHICH = ["occasion", "channel", "form", "language"]


def upgrade():
    with op.batch_alter_table("matches") as batch_op:
        batch_op.drop_constraint(REFERENCE, type_="foreignkey")
    op.drop_index("ix_deliveries_news_id", "deliveries")
    op.drop_index("ix_deliveries_follower", "deliveries")
    with op.batch_alter_table("deliveries") as batch_op:
        batch_op.drop_constraint(ONCE, type_="unique")
        batch_op.create_unique_constraint(ONCE_A_FOLLOWER, ["follower_id", *WHICH])
    for column in ("claim", "sent_at"):
        op.drop_index(f"ix_deliveries_{column}", "deliveries")
        held = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_deliveries_{column}", "deliveries", [column],
            sqlite_where=held, postgresql_where=held,
        )


def downgrade():
    for column in ("claim", "sent_at"):
        op.drop_index(f"ix_deliveries_{column}", "deliveries")
        op.create_index(f"ix_deliveries_{column}", "deliveries", [column])
    with op.batch_alter_table("deliveries") as batch_op:
        batch_op.drop_constraint(ONCE_A_FOLLOWER, type_="unique")
        batch_op.create_unique_constraint(
            ONCE, ["occasion", "follower_id", "channel", "form", "language"]
        )
    op.create_index("ix_deliveries_follower", "deliveries", ["follower_id"])
    op.create_index("ix_deliveries_news_id", "deliveries", ["news_id"])
    with op.batch_alter_table("matches") as batch_op:
        batch_op.create_foreign_key(REFERENCE, "followers", ["follower_id"], ["id"])
