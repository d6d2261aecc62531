"""The plan of improvements."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STATES = ("proposed", "planned", "under_way", "done", "declined", "told_back")


def upgrade() -> None:
    state = sa.Enum(*STATES, name="state", native_enum=False, length=40)
    source = sa.Enum("need", "complaint", "survey", name="source", native_enum=False, length=40)
    texts = ("title", "asked", "work", "bureau", "measure", "before", "after", "told", "reason")
    op.create_table(
        "improvements",
        sa.Column("id", sa.Integer(), nullable=False),
        *[sa.Column(name, sa.String(), nullable=False) for name in texts[:3]],
        sa.Column("urgent", sa.Integer(), nullable=False),
        sa.Column("important", sa.Integer(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("state", state, nullable=False),
        *[sa.Column(name, sa.String(), nullable=False) for name in texts[3:]],
        sa.PrimaryKeyConstraint("id", name="pk_improvements"),
    )
    op.create_index("ix_improvements_state", "improvements", ["state"])
    op.create_table(
        "improvement_moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("improvement_id", sa.Integer(), nullable=False),
        sa.Column("state", state, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["improvement_id"], ["improvements.id"], name="fk_improvement_moves_improvement_id_improvements"
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_improvement_moves_account_id_accounts"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_improvement_moves"),
    )
    op.create_index("ix_improvement_moves_improvement_id", "improvement_moves", ["improvement_id"])
    op.create_table(
        "improvement_targets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("improvement_id", sa.Integer(), nullable=False),
        sa.Column("quarter_ends", sa.Date(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("met", sa.Boolean(), nullable=True),
        sa.Column("follow_up", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["improvement_id"], ["improvements.id"], name="fk_improvement_targets_improvement_id_improvements"
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_improvement_targets_account_id_accounts"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_improvement_targets"),
        sa.UniqueConstraint("improvement_id", "quarter_ends", name="uq_improvement_targets_improvement_id"),
    )
    op.create_index("ix_improvement_targets_quarter_ends", "improvement_targets", ["quarter_ends"])
    op.create_table(
        "improvement_sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("improvement_id", sa.Integer(), nullable=False),
        sa.Column("source", source, nullable=False),
        sa.Column("ref", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["improvement_id"], ["improvements.id"], name="fk_improvement_sources_improvement_id_improvements"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_improvement_sources"),
        sa.UniqueConstraint("improvement_id", "source", "ref", name="uq_improvement_sources_improvement_id"),
    )
    op.create_index("ix_improvement_sources_ref", "improvement_sources", ["ref"])


def downgrade() -> None:
    for name in ("improvement_sources", "improvement_targets", "improvement_moves", "improvements"):
        op.drop_table(name)
