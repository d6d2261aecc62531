"""Sittings with the bills on their order papers, and wishes to hear of them.

Revision: 0037, after 0036

Who follows every kind of news hears of sittings too.
"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

# As `webapp.following.rules.wishes` counts them.
CHOSEN, SITTING = 63, 2048
HOUSES = (
    "house", "senate", "joint", "joint_committee", "cabinet", "prime_minister", "king", "court",
    "gazette", "citizens", "president_of_parliament", "consulted_body",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "sittings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=True),
        sa.Column(
            "chamber", sa.Enum(*HOUSES, name="house", native_enum=False, length=40), nullable=False
        ),
        sa.Column("sits_on", sa.Date(), nullable=False),
        sa.Column("begins", sa.Time(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_url", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sittings"),
        sa.UniqueConstraint("source_key", name="uq_sittings_source_key"),
    )
    op.create_index("ix_sittings_sits_on", "sittings", ["sits_on"])
    op.create_table(
        "sitting_bills",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("bill_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sittings.id"], name="fk_sitting_bills_sitting_id_sittings"
        ),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name="fk_sitting_bills_bill_id_bills"),
        sa.PrimaryKeyConstraint("sitting_id", "bill_id", name="pk_sitting_bills"),
    )
    op.create_index("ix_sitting_bills_bill_id", "sitting_bills", ["bill_id"])
    _subscriptions(+SITTING)


def downgrade() -> None:
    _subscriptions(-SITTING)
    news = sa.table("news", sa.column("id"), sa.column("kind", sa.String))
    sittings = sa.select(news.c.id).where(news.c.kind == "sitting")
    for name in ("matches", "deliveries"):
        told = sa.table(name, sa.column("news_id"))
        op.execute(told.delete().where(told.c.news_id.in_(sittings)))
    op.execute(news.delete().where(news.c.kind == "sitting"))
    op.drop_table("sitting_bills")
    op.drop_table("sittings")


def _subscriptions(by: int) -> None:
    table = sa.table("subscriptions", sa.column("kinds", sa.Integer))
    kinds = table.c.kinds
    has = kinds.op("&")(SITTING) == SITTING
    if by > 0:
        chosen = sa.and_(kinds.op("&")(CHOSEN) == CHOSEN, sa.not_(has))
        op.execute(table.update().where(chosen).values(kinds=kinds + SITTING))
    else:
        op.execute(table.update().where(has).values(kinds=kinds - SITTING))
