"""recordings by people, and links to send them

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "narration_invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_narration_invitations_document_id_documents"
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_narration_invitations_account_id_accounts"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_narration_invitations"),
    )
    states = sa.Enum(
        "aligning", "waiting", "accepted", "refused", "replaced", "withdrawn",
        name="narrationstate", native_enum=False, length=40,
    )
    op.create_table(
        "narrations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("invitation_id", sa.Integer(), nullable=False),
        sa.Column("anchor", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text_key", sa.String(), nullable=False),
        sa.Column("state", states, nullable=False),
        sa.Column("credit", sa.String(), nullable=False),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recording", sa.String(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("certainty", sa.Double(), nullable=False),
        sa.Column("trusted", sa.Boolean(), nullable=False),
        sa.Column("doubtful", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_narrations_document_id_documents"
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["narration_invitations.id"],
            name="fk_narrations_invitation_id_narration_invitations",
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["accounts.id"], name="fk_narrations_decided_by_accounts"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_narrations"),
    )
    op.create_index("ix_narrations_use", "narrations", ["document_id", "state", "text_key"])


def downgrade() -> None:
    op.drop_table("narrations")
    op.drop_table("narration_invitations")
