"""surveys: how many answers are wanted of those who belong to a group

Revision: 0035, after 0034
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("surveys", sa.Column("group_quotas", sa.JSON(), nullable=False, server_default="{}"))


def downgrade():
    op.drop_column("surveys", "group_quotas")
