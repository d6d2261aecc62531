"""complaints: what a person said to an officer, kept for the person; tries to ask how it ended

Revision: 0055, after 0054
"""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaint_messages") as table:
        table.add_column(sa.Column("channel", sa.String(length=40), nullable=True))
        table.add_column(sa.Column("entered_by", sa.Integer(), nullable=True))
        table.add_column(sa.Column("entered_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("source_key", sa.String(), nullable=True))
        table.create_foreign_key(
            "fk_complaint_messages_entered_by_accounts", "accounts", ["entered_by"], ["id"]
        )
        table.create_unique_constraint("uq_complaint_messages_source_key", ["source_key"])
    op.create_table(
        "complaint_closing_tries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("closing_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.String(length=40), nullable=False),
        sa.Column("tried_on", sa.Date(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_complaint_closing_tries_account_id_accounts"
        ),
        sa.ForeignKeyConstraint(
            ["closing_id"],
            ["complaint_closings.id"],
            name="fk_complaint_closing_tries_closing_id_complaint_closings",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_closing_tries")),
        sa.UniqueConstraint("closing_id", "tried_on", name="uq_complaint_closing_tries_closing_id"),
    )


def downgrade() -> None:
    op.drop_table("complaint_closing_tries")
    with op.batch_alter_table("complaint_messages") as table:
        table.drop_constraint("uq_complaint_messages_source_key", type_="unique")
        table.drop_constraint("fk_complaint_messages_entered_by_accounts", type_="foreignkey")
        table.drop_column("source_key")
        table.drop_column("entered_at")
        table.drop_column("entered_by")
        table.drop_column("channel")
