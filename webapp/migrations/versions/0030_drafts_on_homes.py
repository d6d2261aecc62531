"""drafts of messages on personal homes

Revision: 0030, after 0029
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "home_drafts",
        sa.Column("follower_id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["follower_id"], ["followers.id"], name=op.f("fk_home_drafts_follower_id_followers")),
        sa.PrimaryKeyConstraint("follower_id", "draft_id", name=op.f("pk_home_drafts")),
    )


def downgrade() -> None:
    op.drop_table("home_drafts")
