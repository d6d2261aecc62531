"""needs by voice, picture and sign language, with what staff write down of them

Revision: 0026, after 0025
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

SCAN = sa.Enum("none", "waiting", "clean", "harmful", name="scan", native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        "need_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("stored_as", sa.String(), nullable=False),
        sa.Column("scan", SCAN, nullable=False),
        sa.Column("stripped", sa.Boolean(), nullable=False),
        sa.Column("transcript", sa.Text(), nullable=True),
        sa.Column("transcribed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("transcribed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name="fk_need_files_need_id_needs"),
        sa.ForeignKeyConstraint(["transcribed_by"], ["accounts.id"], name="fk_need_files_transcribed_by_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_need_files"),
        sa.UniqueConstraint("stored_as", name="uq_need_files_stored_as"),
    )
    op.create_index("ix_need_files_need_id", "need_files", ["need_id"])


def downgrade() -> None:
    op.drop_table("need_files")
