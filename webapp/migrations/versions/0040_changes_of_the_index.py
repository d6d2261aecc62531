"""search: what the index has still to be told

Revision: 0040, after 0039
"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("applied", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_changes")),
    )
    op.create_index(op.f("ix_search_changes_source"), "search_changes", ["source"])
    op.create_index(op.f("ix_search_changes_applied"), "search_changes", ["applied"])


def downgrade() -> None:
    op.drop_index(op.f("ix_search_changes_applied"), table_name="search_changes")
    op.drop_index(op.f("ix_search_changes_source"), table_name="search_changes")
    op.drop_table("search_changes")
