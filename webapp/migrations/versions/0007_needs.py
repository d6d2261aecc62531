"""The register of needs."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

WHO = ("senator", "committee", "officer", "group", "citizen", "unknown")
ORIGIN = ("staff", "form", "complaint", "survey", "search", "assistant", "form_request")


def upgrade() -> None:
    who = sa.Enum(*WHO, name="who", native_enum=False, length=40)
    origin = sa.Enum(*ORIGIN, name="origin", native_enum=False, length=40)
    op.create_table(
        "need_people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("who", who, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_hash", sa.String(), nullable=False),
        sa.Column("key_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_need_people"),
        sa.UniqueConstraint("name_hash", name="uq_need_people_name_hash"),
    )
    op.create_table(
        "needs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("origin", origin, nullable=False),
        sa.Column("origin_ref", sa.String(), nullable=True),
        sa.Column("who", who, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("aspect", sa.String(), nullable=True),
        sa.Column("suggested", sa.String(), nullable=True),
        sa.Column("bureau", sa.String(), nullable=True),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("receipt_fingerprint", sa.String(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["need_people.id"], name="fk_needs_person_id_need_people"),
        sa.ForeignKeyConstraint(["entered_by"], ["accounts.id"], name="fk_needs_entered_by_accounts"),
        sa.ForeignKeyConstraint(["merged_into_id"], ["needs.id"], name="fk_needs_merged_into_id_needs"),
        sa.PrimaryKeyConstraint("id", name="pk_needs"),
        sa.UniqueConstraint("receipt_fingerprint", name="uq_needs_receipt_fingerprint"),
        sa.UniqueConstraint("origin", "origin_ref", name="uq_needs_origin"),
    )
    op.create_index("ix_needs_aspect", "needs", ["aspect", "heard_at"])
    op.create_index("ix_needs_person", "needs", ["person_id", "heard_at"])
    op.create_index("ix_needs_bureau", "needs", ["bureau"])
    op.create_index("ix_needs_heard_at", "needs", ["heard_at"])
    op.create_index("ix_needs_merged_into_id", "needs", ["merged_into_id"])
    op.create_table(
        "need_terms",
        sa.Column("term", sa.BigInteger(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name="fk_need_terms_need_id_needs", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("term", "need_id", name="pk_need_terms"),
    )
    op.create_index("ix_need_terms_need_id", "need_terms", ["need_id"])
    op.create_table(
        "need_replies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("mailed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name="fk_need_replies_need_id_needs"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_need_replies_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_need_replies"),
    )
    op.create_index("ix_need_replies_need_id", "need_replies", ["need_id"])
    op.create_table(
        "need_corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name="fk_need_corrections_need_id_needs"),
        sa.PrimaryKeyConstraint("id", name="pk_need_corrections"),
    )
    op.create_index("ix_need_corrections_need_id", "need_corrections", ["need_id"])
    op.create_table(
        "need_readings",
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name="fk_need_readings_need_id_needs"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_need_readings_account_id_accounts"),
        sa.PrimaryKeyConstraint("need_id", "account_id", name="pk_need_readings"),
    )


def downgrade() -> None:
    for name in ("need_readings", "need_corrections", "need_replies", "need_terms", "needs", "need_people"):
        op.drop_table(name)
