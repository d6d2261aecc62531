"""listening: from when the days of a request for another form count, and which day was told

Revision: 0065, after 0064
"""

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None
REQUESTS, MESSAGES = "form_requests", "form_request_messages"
# The first words of the person after the reply with the number of `reply`: it was asked again.
ASKED_AGAIN = (
    "(SELECT min(words.at) FROM form_request_messages AS words "
    "WHERE words.request_id = {request} AND words.outcome IS NULL AND words.id > "
    "(SELECT max(reply.id) FROM form_request_messages AS reply "
    "WHERE reply.request_id = {request} AND reply.outcome IS NOT NULL{before}))"
)


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.add_column(MESSAGES, sa.Column("counted_from", moment, nullable=True))
    op.add_column(REQUESTS, sa.Column("counted_from", moment, nullable=True))
    op.add_column(REQUESTS, sa.Column("promised_on", sa.Date(), nullable=True))
    op.add_column(REQUESTS, sa.Column("mailed_due_on", sa.Date(), nullable=True))
    again = ASKED_AGAIN.format(
        request="form_request_messages.request_id", before=" AND reply.id < form_request_messages.id"
    )
    op.execute(
        f"UPDATE form_request_messages SET counted_from = coalesce({again}, "
        "(SELECT received_at FROM form_requests WHERE form_requests.id = request_id)) "
        "WHERE outcome IS NOT NULL"
    )
    again = ASKED_AGAIN.format(request="form_requests.id", before="")
    op.execute(
        f"UPDATE form_requests SET promised_on = due_on, counted_from = coalesce({again}, received_at) "
        "WHERE settled_at IS NULL"
    )
    op.execute(
        "UPDATE form_requests SET promised_on = due_on, counted_from = coalesce("
        "(SELECT counted_from FROM form_request_messages WHERE id = "
        "(SELECT max(id) FROM form_request_messages "
        "WHERE request_id = form_requests.id AND outcome IS NOT NULL)), received_at) "
        "WHERE settled_at IS NOT NULL"
    )
    op.execute(
        "UPDATE form_requests SET mailed_due_on = due_on "
        "WHERE acknowledgement_mailed_at IS NOT NULL"
    )
    with op.batch_alter_table(REQUESTS) as table:
        table.alter_column("counted_from", existing_type=moment, nullable=False)
        table.alter_column("promised_on", existing_type=sa.Date(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table(REQUESTS) as table:
        for name in ("mailed_due_on", "promised_on", "counted_from"):
            table.drop_column(name)
    with op.batch_alter_table(MESSAGES) as table:
        table.drop_column("counted_from")
