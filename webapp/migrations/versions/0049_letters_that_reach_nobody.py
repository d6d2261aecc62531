"""complaints, outbox: letters that reach nobody are told of, and not given up in silence

Revision: 0049, after 0048
"""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outbox") as table:
        table.add_column(sa.Column("away_since", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("complaints") as table:
        table.add_column(sa.Column("unreached_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("unreached_why", sa.String(length=40), nullable=True))
        table.create_index(op.f("ix_complaints_unreached_at"), ["unreached_at"])
    # Letters that were given up in silence are tried once more; where that fails, staff are told.
    op.execute(
        "UPDATE outbox SET attempts = 11, not_before = NULL, handed_at = NULL "
        "WHERE done_at IS NULL AND attempts >= 12 AND name LIKE 'complaints.mail%'"
    )


def downgrade() -> None:
    with op.batch_alter_table("complaints") as table:
        table.drop_index(op.f("ix_complaints_unreached_at"))
        table.drop_column("unreached_why")
        table.drop_column("unreached_at")
    with op.batch_alter_table("outbox") as table:
        table.drop_column("away_since")
