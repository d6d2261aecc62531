"""surveys: in which quarter each person was last sent a pulse, in the place of each pulse

Revision: 0039, after 0038
"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("survey_volunteers", sa.Column("pulse_in", sa.String(), nullable=True))
    with op.batch_alter_table("surveys") as table:
        table.drop_column("sent_in")


def downgrade():
    with op.batch_alter_table("surveys") as table:
        table.add_column(sa.Column("sent_in", sa.String(), nullable=True))
    op.drop_column("survey_volunteers", "pulse_in")
