"""How long others may take to whom a message was sent on, and the day by which we hear from them.

Revision: 0041, after 0040

The nightly look at due days fills in the day of what was sent on before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaint_standards") as table:
        table.add_column(
            sa.Column("hear_within", sa.Integer(), nullable=False, server_default="15")
        )
    with op.batch_alter_table("complaint_standards") as table:
        table.alter_column("hear_within", existing_type=sa.Integer(), server_default=None)
    with op.batch_alter_table("complaints") as table:
        table.add_column(sa.Column("hear_by", sa.Date(), nullable=True))
    op.create_index("ix_complaints_hear_by", "complaints", ["hear_by"])


def downgrade() -> None:
    op.drop_index("ix_complaints_hear_by", table_name="complaints")
    with op.batch_alter_table("complaints") as table:
        table.drop_column("hear_by")
    with op.batch_alter_table("complaint_standards") as table:
        table.drop_column("hear_within")
