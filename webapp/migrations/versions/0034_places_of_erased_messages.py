"""complaints: of messages erased before, the place of the cause is erased too

Revision: 0034, after 0033
"""

from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade():
    # Without the key of the site none can be told to be the same as another, so each is its own.
    op.execute(
        "UPDATE complaint_findings SET place = '', place_key = 'sealed:' || complaint_id "
        "WHERE complaint_id IN (SELECT id FROM complaints WHERE erased_at IS NOT NULL)"
    )


def downgrade():
    """What is erased does not come back."""
