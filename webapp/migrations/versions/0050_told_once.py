"""needs: of what a person was told together with many others, so that each is told once

Revision: 0050, after 0049
"""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("need_replies") as table:
        table.add_column(sa.Column("about", sa.String(), nullable=True))
        table.create_unique_constraint("uq_need_replies_need_id", ["need_id", "about"])


def downgrade() -> None:
    with op.batch_alter_table("need_replies") as table:
        table.drop_constraint("uq_need_replies_need_id", type_="unique")
        table.drop_column("about")
