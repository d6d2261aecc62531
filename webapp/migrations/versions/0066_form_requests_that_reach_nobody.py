"""listening: whom no letter about a request for another form reaches, and since when it waits to be told

Revision: 0066, after 0065
"""

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None
REQUESTS, MESSAGES = "form_requests", "form_request_messages"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.add_column(REQUESTS, sa.Column("unreached_at", moment, nullable=True))
    op.add_column(REQUESTS, sa.Column("unreached_why", sa.String(length=40), nullable=True))
    op.add_column(REQUESTS, sa.Column("untold_since", moment, nullable=True))
    op.add_column(MESSAGES, sa.Column("told_at", moment, nullable=True))
    op.execute("UPDATE form_request_messages SET told_at = at WHERE outcome IS NOT NULL")


def downgrade() -> None:
    with op.batch_alter_table(REQUESTS) as table:
        for name in ("untold_since", "unreached_why", "unreached_at"):
            table.drop_column(name)
    with op.batch_alter_table(MESSAGES) as table:
        table.drop_column("told_at")
