"""what the scanner said of files, what was taken out of them, and what staff wrote down of them

Revision: 0022, after 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

SCAN = sa.Enum("none", "waiting", "clean", "harmful", name="scan", native_enum=False, length=40)


def upgrade() -> None:
    with op.batch_alter_table("complaint_attachments") as table:
        table.add_column(sa.Column("message_id", sa.Integer()))
        table.add_column(sa.Column("scan", SCAN, server_default="none", nullable=False))
        # Nothing was taken out of the files that are there.
        table.add_column(sa.Column("stripped", sa.Boolean(), server_default=sa.false(), nullable=False))
        table.add_column(sa.Column("transcript", sa.Text()))
        table.add_column(sa.Column("transcribed_at", sa.DateTime(timezone=True)))
        table.add_column(sa.Column("transcribed_by", sa.Integer()))
        table.create_foreign_key(
            "fk_complaint_attachments_message_id_complaint_messages", "complaint_messages", ["message_id"], ["id"]
        )
        table.create_foreign_key("fk_complaint_attachments_transcribed_by_accounts", "accounts", ["transcribed_by"], ["id"])
    with op.batch_alter_table("complaint_attachments") as table:
        table.alter_column("scan", existing_type=SCAN, server_default=None)
        table.alter_column("stripped", existing_type=sa.Boolean(), server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("complaint_attachments") as table:
        table.drop_constraint("fk_complaint_attachments_transcribed_by_accounts", type_="foreignkey")
        table.drop_constraint("fk_complaint_attachments_message_id_complaint_messages", type_="foreignkey")
        for name in ("transcribed_by", "transcribed_at", "transcript", "stripped", "scan", "message_id"):
            table.drop_column(name)
