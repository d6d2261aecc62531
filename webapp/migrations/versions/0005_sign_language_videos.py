"""videos in Thai Sign Language

Revision: 0005, after 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kinds = sa.Enum("mp4", "webm", name="videokind", native_enum=False, length=40)
    op.create_table(
        "sign_language_videos",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("bill_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("signer", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", kinds, nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("captions", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(document_id IS NULL) <> (bill_id IS NULL)",
            name=op.f("ck_sign_language_videos_one_subject"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_sign_language_videos_document_id_documents"
        ),
        sa.ForeignKeyConstraint(
            ["bill_id"], ["bills.id"], name="fk_sign_language_videos_bill_id_bills"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sign_language_videos"),
    )
    for name in ("document_id", "bill_id"):
        op.create_index(f"ix_sign_language_videos_{name}", "sign_language_videos", [name])


def downgrade() -> None:
    op.drop_table("sign_language_videos")
