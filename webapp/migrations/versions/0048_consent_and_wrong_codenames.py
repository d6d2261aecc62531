"""complaints: whether a message may be published; wrong codenames, counted for all processes

Revision: 0048, after 0047
"""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaints") as table:
        table.add_column(sa.Column("may_publish", sa.Boolean(), nullable=True))
        table.add_column(
            sa.Column("publishing_asked_at", sa.DateTime(timezone=True), nullable=True)
        )
    # The form said before it was sent that it may be published. What is public stays so until its
    # sender says otherwise; of all others nobody knows.
    op.execute(
        "UPDATE complaints SET may_publish = TRUE WHERE id IN "
        "(SELECT complaint_id FROM published_cases WHERE unpublished_at IS NULL)"
    )
    # No file is sent any more whose hidden data cannot be taken out; of a draft it is chosen again.
    op.execute("DELETE FROM complaint_draft_files WHERE NOT stripped")
    op.create_table(
        "wrong_codenames",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_codenames")),
    )
    op.create_index(op.f("ix_wrong_codenames_at"), "wrong_codenames", ["at"])
    op.create_index("ix_wrong_codenames_block", "wrong_codenames", ["block", "at"])


def downgrade() -> None:
    op.drop_table("wrong_codenames")
    with op.batch_alter_table("complaints") as table:
        table.drop_column("publishing_asked_at")
        table.drop_column("may_publish")
