"""Improvements are a wish like others, and seats and offices of members are news.

Revision: 0033, after 0032

Who chose only some kinds of news of everything, or of a search, got improvements all the same, and
gets them no more. Who follows a member, a committee, or all there is of everything hears of seats.
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

# As `webapp.following.rules.wishes` counts them.
CHOSEN, IMPROVEMENT, SEAT = 63, 256, 1024
subscriptions = sa.table(
    "subscriptions", sa.column("subject_key", sa.String), sa.column("kinds", sa.Integer)
)
key, kinds = subscriptions.c.subject_key, subscriptions.c.kinds


def _has(bits: int) -> sa.ColumnElement[bool]:
    return kinds.op("&")(bits) == bits


def upgrade() -> None:
    wide = sa.or_(key == "everything", key.startswith("search:"))
    op.execute(
        subscriptions.update()
        .where(wide, _has(IMPROVEMENT), sa.not_(_has(CHOSEN)))
        .values(kinds=kinds - IMPROVEMENT)
    )
    people = sa.or_(key.startswith("member:"), key.startswith("committee:"))
    everything = sa.and_(key == "everything", _has(CHOSEN))
    op.execute(
        subscriptions.update()
        .where(sa.or_(people, everything), sa.not_(_has(SEAT)))
        .values(kinds=kinds + SEAT)
    )


def downgrade() -> None:
    op.execute(
        subscriptions.update().where(sa.not_(_has(IMPROVEMENT))).values(kinds=kinds + IMPROVEMENT)
    )
    op.execute(subscriptions.update().where(_has(SEAT)).values(kinds=kinds - SEAT))
    news = sa.table("news", sa.column("id"), sa.column("kind", sa.String))
    matches = sa.table("matches", sa.column("news_id"))
    deliveries = sa.table("deliveries", sa.column("news_id"))
    seats = sa.select(news.c.id).where(news.c.kind == "seat")
    op.execute(matches.delete().where(matches.c.news_id.in_(seats)))
    op.execute(deliveries.delete().where(deliveries.c.news_id.in_(seats)))
    op.execute(news.delete().where(news.c.kind == "seat"))
