"""Who follows everything hears of answers, questions, members and pages that are newly found.

Revision: 0059, after 0058

Who chose only some kinds of news of everything goes on with those.
"""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

# As `webapp.following.rules.wishes` counts them: every kind that everything brought until now.
BROUGHT, FOUND = 63 + 256 + 1024 + 2048, 4096
subscriptions = sa.table(
    "subscriptions", sa.column("subject_key", sa.String), sa.column("kinds", sa.Integer)
)
key, kinds = subscriptions.c.subject_key, subscriptions.c.kinds


def _has(bits: int) -> sa.ColumnElement[bool]:
    return kinds.op("&")(bits) == bits


def upgrade() -> None:
    op.execute(
        subscriptions.update()
        .where(key == "everything", _has(BROUGHT), sa.not_(_has(FOUND)))
        .values(kinds=kinds + FOUND)
    )


def downgrade() -> None:
    op.execute(
        subscriptions.update()
        .where(key == "everything", _has(FOUND))
        .values(kinds=kinds - FOUND)
    )
