"""complaints: alerts that did not reach an address of staff

Revision: 0061, after 0060
"""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None
TABLE = "complaint_returned_alerts"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("alert_id", sa.Integer(), nullable=False),
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("letter_at", moment, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("came_back", sa.Boolean(), nullable=False),
        sa.Column("passed_to", sa.String(), nullable=True),
        sa.Column("over_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["alert_id"], ["complaint_alerts.id"],
            name=op.f("fk_complaint_returned_alerts_alert_id_complaint_alerts"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_returned_alerts")),
        sa.UniqueConstraint(
            "alert_id", "whom", "letter_at", name=op.f("uq_complaint_returned_alerts_alert_id")
        ),
    )
    op.create_index(op.f("ix_complaint_returned_alerts_email"), TABLE, ["email"])


def downgrade() -> None:
    op.drop_index(op.f("ix_complaint_returned_alerts_email"), TABLE)
    op.drop_table(TABLE)
