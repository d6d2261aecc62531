"""Entries of the search say by which rules their words and suggestions were made.

Revision: 0053, after 0052

Of those from before it is not known: all are made anew when the workers start.
"""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("made_with", sa.String(), nullable=False, server_default="")
    op.add_column("search_entries", column)


def downgrade() -> None:
    op.drop_column("search_entries", "made_with")
