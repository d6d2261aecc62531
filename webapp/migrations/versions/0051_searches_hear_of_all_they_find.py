"""Who follows a search hears of answers, questions, members and pages that it newly finds.

Revision: 0051, after 0050

Who chose only some kinds of news of a search goes on with those.
"""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

# As `webapp.following.rules.wishes` counts them.
CHOSEN, FOUND = 63, 4096
subscriptions = sa.table(
    "subscriptions", sa.column("subject_key", sa.String), sa.column("kinds", sa.Integer)
)
key, kinds = subscriptions.c.subject_key, subscriptions.c.kinds


def _has(bits: int) -> sa.ColumnElement[bool]:
    return kinds.op("&")(bits) == bits


def upgrade() -> None:
    op.execute(
        subscriptions.update()
        .where(key.startswith("search:"), _has(CHOSEN), sa.not_(_has(FOUND)))
        .values(kinds=kinds + FOUND)
    )


def downgrade() -> None:
    op.execute(subscriptions.update().where(_has(FOUND)).values(kinds=kinds - FOUND))
    news = sa.table("news", sa.column("id"), sa.column("kind", sa.String))
    found = sa.select(news.c.id).where(news.c.kind == "found")
    for name in ("matches", "deliveries"):
        told = sa.table(name, sa.column("news_id"))
        op.execute(told.delete().where(told.c.news_id.in_(found)))
    op.execute(news.delete().where(news.c.kind == "found"))
