"""drafts of messages, and their files

Revision: 0028, after 0027
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

SCAN = sa.Enum("none", "waiting", "clean", "harmful", name="scan", native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        "complaint_drafts",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("code_fingerprint", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("is_kept", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_drafts")),
        sa.UniqueConstraint("code_fingerprint", name=op.f("uq_complaint_drafts_code_fingerprint")),
    )
    op.create_index(op.f("ix_complaint_drafts_changed_at"), "complaint_drafts", ["changed_at"])
    op.create_table(
        "complaint_draft_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("stored_as", sa.String(), nullable=False),
        sa.Column("scan", SCAN, nullable=False),
        sa.Column("stripped", sa.Boolean(), nullable=False),
        sa.Column("transcript", sa.Text()),
        sa.Column("transcribed_at", sa.DateTime(timezone=True)),
        sa.Column("transcribed_by", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["transcribed_by"], ["accounts.id"], name=op.f("fk_complaint_draft_files_transcribed_by_accounts")
        ),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["complaint_drafts.id"], name=op.f("fk_complaint_draft_files_draft_id_complaint_drafts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_draft_files")),
        sa.UniqueConstraint("stored_as", name=op.f("uq_complaint_draft_files_stored_as")),
    )
    op.create_index(op.f("ix_complaint_draft_files_draft_id"), "complaint_draft_files", ["draft_id"])


def downgrade() -> None:
    op.drop_table("complaint_draft_files")
    op.drop_table("complaint_drafts")
