"""complaints: what everybody is told of groups is counted anew by the new rules

Revision: 0056, after 0055
"""

from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Where nothing was counted yet, every quarter is.
    op.execute("DELETE FROM complaint_countings")


def downgrade() -> None:
    op.execute("DELETE FROM complaint_countings")
