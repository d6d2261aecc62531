"""requests for another form

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _code(*keys: str, name: str) -> sa.Enum:
    return sa.Enum(*keys, name=name, native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        "form_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("receipt_fingerprint", sa.String(), nullable=True),
        sa.Column(
            "state",
            _code("received", "in-work", "done", "cannot", name="requeststate"),
            nullable=False,
        ),
        sa.Column(
            "wanted",
            _code(
                "large-print", "sign-language", "cd", "braille-paper", "failed", "other",
                name="wantedform",
            ),
            nullable=False,
        ),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("bill_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("handler_id", sa.Integer(), nullable=True),
        sa.Column("taken_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("acknowledgement_mailed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply_mailed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_form_requests_document_id_documents"
        ),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name="fk_form_requests_bill_id_bills"),
        sa.ForeignKeyConstraint(
            ["handler_id"], ["accounts.id"], name="fk_form_requests_handler_id_accounts"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_form_requests"),
        sa.UniqueConstraint("receipt_fingerprint", name="uq_form_requests_receipt_fingerprint"),
    )
    op.create_index("ix_form_requests_queue", "form_requests", ["state", "due_on"])


def downgrade() -> None:
    op.drop_table("form_requests")
