"""needs: an index of the register by time, of the needs that stand by themselves

Revision: 0032, after 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade():
    alone = sa.text("merged_into_id IS NULL")
    op.create_index(
        "ix_needs_register", "needs", ["heard_at", "id"], postgresql_where=alone, sqlite_where=alone
    )


def downgrade():
    op.drop_index("ix_needs_register", table_name="needs")
