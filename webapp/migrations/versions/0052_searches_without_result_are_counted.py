"""Every search without result is counted, beside the hours in which there was one.

Revision: 0052, after 0051

What was called times was hours: of older words there were at least as many searches.
"""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("missed_searches") as table:
        table.alter_column("times", new_column_name="hours")
        table.add_column(sa.Column("searches", sa.Integer(), nullable=False, server_default="1"))
    missed = sa.table("missed_searches", sa.column("searches"), sa.column("hours"))
    op.execute(missed.update().values(searches=missed.c.hours))


def downgrade() -> None:
    with op.batch_alter_table("missed_searches") as table:
        table.drop_column("searches")
        table.alter_column("hours", new_column_name="times")
