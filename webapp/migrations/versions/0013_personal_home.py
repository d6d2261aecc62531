"""The order in which a person has the blocks of the personal home."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("followers") as table:
        table.add_column(sa.Column("home_order", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("followers") as table:
        table.drop_column("home_order")
