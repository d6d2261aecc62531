"""complaints: what everybody is told of groups is counted anew by the new rules

Revision: 0050, after 0049
"""

from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Where nothing was counted yet, every quarter is.
    op.execute("DELETE FROM complaint_countings")


def downgrade() -> None:
    op.execute("DELETE FROM complaint_countings")
