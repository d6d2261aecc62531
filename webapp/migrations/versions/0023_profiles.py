"""Profiles of groups, and segments.

Revision: 0023, after 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

VERDICTS = ("found", "too_few", "no_structure", "unstable")
PARTS = ("who", "needs", "expectations", "channels", "forms", "work", "note")


def upgrade() -> None:
    op.create_table(
        "profile_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("is_review", sa.Boolean(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in PARTS],
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_profile_versions_account_id_accounts"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_profile_versions"),
    )
    op.create_index("ix_profile_versions_group", "profile_versions", ["group_key", "at"])
    verdict = sa.Enum(*VERDICTS, name="verdict", native_enum=False, length=40)
    op.create_table(
        "segment_findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", verdict, nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("silhouette", sa.Integer(), nullable=False),
        sa.Column("stability", sa.Integer(), nullable=False),
        sa.Column("segments", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_segment_findings"),
    )
    op.create_index("ix_segment_findings_at", "segment_findings", ["at"])


def downgrade() -> None:
    op.drop_table("segment_findings")
    op.drop_table("profile_versions")
