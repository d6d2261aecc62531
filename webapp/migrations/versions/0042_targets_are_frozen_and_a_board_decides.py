"""Targets keep the day on which they were set and later changes beside them; staff may be on the board.

Revision: 0042, after 0041

Of targets that are there already nobody knows when they were set: they count as before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "accounts",
        sa.Column("is_on_board", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("improvement_targets", sa.Column("set_on", sa.Date(), nullable=True))
    op.create_table(
        "improvement_target_changes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "target_id", sa.Integer(), sa.ForeignKey("improvement_targets.id"), nullable=False
        ),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("accounts.id"), nullable=True),
    )
    op.create_index(
        "ix_improvement_target_changes_target_id", "improvement_target_changes", ["target_id"]
    )


def downgrade() -> None:
    op.drop_table("improvement_target_changes")
    op.drop_column("improvement_targets", "set_on")
    op.drop_column("accounts", "is_on_board")
