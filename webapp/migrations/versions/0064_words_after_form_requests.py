"""listening: what is written of a request for another form after it came

Revision: 0064, after 0063
"""

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0063"
branch_labels = None
depends_on = None
TABLE = "form_request_messages"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"], ["form_requests.id"],
            name=op.f("fk_form_request_messages_request_id_form_requests"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_request_messages")),
    )
    op.create_index(op.f("ix_form_request_messages_request_id"), TABLE, ["request_id"])
    op.execute(
        "INSERT INTO form_request_messages (request_id, at, text, outcome, due_on) "
        "SELECT id, settled_at, reply, state, due_on FROM form_requests "
        "WHERE settled_at IS NOT NULL ORDER BY settled_at, id"
    )
    with op.batch_alter_table("form_requests") as table:
        table.drop_column("reply")


def downgrade() -> None:
    op.add_column("form_requests", sa.Column("reply", sa.Text(), nullable=True))
    op.execute(
        "UPDATE form_requests SET reply = (SELECT text FROM form_request_messages WHERE id = "
        "(SELECT max(id) FROM form_request_messages "
        "WHERE request_id = form_requests.id AND outcome IS NOT NULL))"
    )
    op.drop_index(op.f("ix_form_request_messages_request_id"), TABLE)
    op.drop_table(TABLE)
