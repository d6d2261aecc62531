"""following: since when a message is put off; those that could not be brought are found

Revision: 0054, after 0053
"""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

_FAILED = sa.text("state = 'failed'")


def upgrade() -> None:
    op.add_column(
        "deliveries", sa.Column("first_put_off_at", sa.DateTime(timezone=True), nullable=True)
    )
    # Until now the 72 hours were counted from when a message was made.
    op.execute("UPDATE deliveries SET first_put_off_at = made_at WHERE put_off > 0")
    op.create_index(
        "ix_deliveries_failed",
        "deliveries",
        ["made_at"],
        sqlite_where=_FAILED,
        postgresql_where=_FAILED,
    )


def downgrade() -> None:
    op.drop_index("ix_deliveries_failed", table_name="deliveries")
    op.drop_column("deliveries", "first_put_off_at")
