"""following: as whom a follower is known who turned out to be another

Revision: 0057, after 0056
"""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("followers") as table:
        table.add_column(sa.Column("joined_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_followers_joined_id_followers"), "followers", ["joined_id"], ["id"]
        )
        table.create_index(op.f("ix_followers_joined_id"), ["joined_id"])


def downgrade() -> None:
    with op.batch_alter_table("followers") as table:
        table.drop_index(op.f("ix_followers_joined_id"))
        table.drop_constraint(op.f("fk_followers_joined_id_followers"), type_="foreignkey")
        table.drop_column("joined_id")
