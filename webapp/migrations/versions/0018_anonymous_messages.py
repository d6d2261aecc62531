"""how a person wants to be known, and the codenames of those who are anonymous

Revision: 0018, after 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

IDENTITY = sa.Enum("named", "confidential", "anonymous", name="identity", native_enum=False, length=40)


def upgrade() -> None:
    # What was seen so far by the officer in hand alone stays so.
    with op.batch_alter_table("complaints") as table:
        table.add_column(sa.Column("identity", IDENTITY, server_default="confidential", nullable=False))
    with op.batch_alter_table("complaints") as table:
        table.alter_column("identity", existing_type=IDENTITY, server_default=None)
    op.create_table(
        "complaint_codenames",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("selector", sa.String(), nullable=False),
        sa.Column("verifier", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_complaint_codenames_complaint_id_complaints"
        ),
        sa.PrimaryKeyConstraint("complaint_id", name="pk_complaint_codenames"),
    )
    op.create_index("ix_complaint_codenames_selector", "complaint_codenames", ["selector"])


def downgrade() -> None:
    op.drop_table("complaint_codenames")
    with op.batch_alter_table("complaints") as table:
        table.drop_column("identity")
