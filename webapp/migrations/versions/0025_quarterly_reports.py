"""one report a quarter and one correction of each; the cause under which a message is shown

Revision: 0025, after 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaint_verdicts") as table:
        table.add_column(sa.Column("shown_cause", sa.String(), nullable=True))
    first = sa.text("replaces_id IS NULL")
    op.create_index(
        "uq_complaint_reports_quarter", "complaint_reports", ["year_be", "quarter"],
        unique=True, sqlite_where=first, postgresql_where=first,
    )
    op.create_index(
        "uq_complaint_reports_replaces_id", "complaint_reports", ["replaces_id"], unique=True
    )


def downgrade() -> None:
    op.drop_index("uq_complaint_reports_replaces_id", "complaint_reports")
    op.drop_index("uq_complaint_reports_quarter", "complaint_reports")
    with op.batch_alter_table("complaint_verdicts") as table:
        table.drop_column("shown_cause")
