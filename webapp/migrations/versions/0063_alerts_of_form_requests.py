"""listening: what the office is told of requests for another form

Revision: 0063, after 0062
"""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None
TABLE = "form_request_alerts"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("mailed_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"], ["form_requests.id"],
            name=op.f("fk_form_request_alerts_request_id_form_requests"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_request_alerts")),
        sa.UniqueConstraint(
            "request_id", "level", "due_on", name=op.f("uq_form_request_alerts_request_id")
        ),
    )


def downgrade() -> None:
    op.drop_table(TABLE)
