"""accounts: what staff typed and sent after their session had ended

Revision: 0062, after 0061
"""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None
TABLE = "unsent_forms"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("opened_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_unsent_forms_account_id_accounts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unsent_forms")),
    )
    op.create_index(op.f("ix_unsent_forms_account_id"), TABLE, ["account_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_unsent_forms_account_id"), TABLE)
    op.drop_table(TABLE)
