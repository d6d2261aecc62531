"""complaints: what everybody is told of groups is counted anew by the new rules

Revision: 0055, after 0054
"""

from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Where nothing was counted yet, every quarter is.
    op.execute("DELETE FROM complaint_countings")


def downgrade() -> None:
    op.execute("DELETE FROM complaint_countings")
