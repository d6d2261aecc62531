"""bills: who added a bill by hand, so that nobody is told of his own act

Revision: 0058, after 0057

Bills that are here already have been told of.
"""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

ADDED_BY = "fk_bills_added_by_accounts"


def upgrade() -> None:
    with op.batch_alter_table("bills") as table:
        table.add_column(sa.Column("added_by", sa.Integer(), nullable=True))
        table.create_foreign_key(ADDED_BY, "accounts", ["added_by"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("bills") as table:
        table.drop_constraint(ADDED_BY, type_="foreignkey")
        table.drop_column("added_by")
