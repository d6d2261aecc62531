"""links to a person's own needs kept as hashes; who saw a need, day by day; telling back in English

Revision: 0047, after 0046
"""

from datetime import UTC, datetime, timedelta, timezone

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

BANGKOK = timezone(timedelta(hours=7))
MOMENT = sa.DateTime(timezone=True)


def _readings(name: str, *columns: sa.Column, key: tuple[str, ...]) -> sa.Table:
    return op.create_table(
        name,
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name="fk_need_readings_need_id_needs"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_need_readings_account_id_accounts"
        ),
        sa.PrimaryKeyConstraint(*key, name="pk_need_readings"),
    )


def _day(moment: datetime) -> datetime:
    # SQLite forgets time zones.
    return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment).astimezone(BANGKOK)


def _kept(*columns: sa.Column) -> list[sa.Row]:
    """What the table of readings has, which is then dropped."""
    held = sa.table(
        "need_readings", sa.column("need_id"), sa.column("account_id"), sa.column("at", MOMENT), *columns
    )
    rows = list(op.get_bind().execute(sa.select(held)))
    op.drop_table("need_readings")
    return rows


def upgrade() -> None:
    with op.batch_alter_table("need_people") as table:
        table.drop_column("key_version")
        table.add_column(sa.Column("link_hash", sa.String(), nullable=True))
        table.add_column(sa.Column("link_made_at", MOMENT, nullable=True))
        table.add_column(sa.Column("link_to", sa.Text(), nullable=True))
        table.create_unique_constraint("uq_need_people_link_hash", ["link_hash"])
    with op.batch_alter_table("improvements") as table:
        table.add_column(sa.Column("told_en", sa.String(), server_default="", nullable=False))
    with op.batch_alter_table("improvements") as table:
        table.alter_column("told_en", existing_type=sa.String(), server_default=None)
    rows = _kept(sa.column("last_at", MOMENT))
    table = _readings(
        "need_readings",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        key=("need_id", "account_id", "day"),
    )
    by_day = {}
    for need_id, account_id, first, last in rows:
        for at in (last, first):
            by_day[need_id, account_id, _day(at).date()] = at
    op.bulk_insert(
        table,
        [
            {"need_id": need_id, "account_id": account_id, "day": day, "at": at}
            for (need_id, account_id, day), at in by_day.items()
        ],
    )


def downgrade() -> None:
    rows = _kept()
    table = _readings(
        "need_readings",
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        key=("need_id", "account_id"),
    )
    spans = {}
    for need_id, account_id, at in sorted(rows, key=lambda row: row[2]):
        first, _last = spans.get((need_id, account_id), (at, at))
        spans[need_id, account_id] = first, at
    op.bulk_insert(
        table,
        [
            {"need_id": need_id, "account_id": account_id, "at": first, "last_at": last}
            for (need_id, account_id), (first, last) in spans.items()
        ],
    )
    with op.batch_alter_table("improvements") as held:
        held.drop_column("told_en")
    with op.batch_alter_table("need_people") as held:
        held.drop_constraint("uq_need_people_link_hash", type_="unique")
        held.drop_column("link_to")
        held.drop_column("link_made_at")
        held.drop_column("link_hash")
        held.add_column(sa.Column("key_version", sa.Integer(), server_default="1", nullable=False))
