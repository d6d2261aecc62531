"""complaints: what an officer has to tell counts once it is told; the limit for telling

Revision: 0046, after 0045
"""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Steps made before count as they were counted then.
    with op.batch_alter_table("complaint_steps") as table:
        table.add_column(
            sa.Column("by_hand", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("complaint_standards") as table:
        table.add_column(sa.Column("tell_within", sa.Integer(), nullable=False, server_default="1"))


def downgrade() -> None:
    with op.batch_alter_table("complaint_standards") as table:
        table.drop_column("tell_within")
    with op.batch_alter_table("complaint_steps") as table:
        table.drop_column("by_hand")
