"""LINE: events that were heard, once each

Revision: 0016, after 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('line_hearings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('user', sa.Text(), nullable=True),
    sa.Column('reply_token', sa.String(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name='pk_line_hearings'),
    sa.UniqueConstraint('key', name='uq_line_hearings_key')
    )
    op.create_index('ix_line_hearings_at', 'line_hearings', ['at'], unique=False)


def downgrade():
    op.drop_index('ix_line_hearings_at', table_name='line_hearings')
    op.drop_table('line_hearings')
