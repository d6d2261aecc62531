"""how often a published case has changed

Revision: 0021, after 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("published_cases") as table:
        table.add_column(sa.Column("edition", sa.Integer(), server_default="1", nullable=False))
    with op.batch_alter_table("published_cases") as table:
        table.alter_column("edition", existing_type=sa.Integer(), server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("published_cases") as table:
        table.drop_column("edition")
