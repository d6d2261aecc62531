"""How a follower reads and hears is kept, so that a signed link brings it to another device.

Revision: 0036, after 0035
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("followers") as table:
        table.add_column(sa.Column("preferences", sa.JSON(), nullable=True))
        table.add_column(sa.Column("voice", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("speed", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("followers") as table:
        for column in ("speed", "voice", "preferences"):
            table.drop_column(column)
