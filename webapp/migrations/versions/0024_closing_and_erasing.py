"""what people say once a message is closed; when a message was erased

Revision: 0024, after 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("complaints") as table:
        table.add_column(sa.Column("erased_at", MOMENT, nullable=True))
    op.create_table(
        "complaint_closings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("asked_again_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaints.id"], name="fk_complaint_closings_complaint_id_complaints"),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_closings"),
    )
    op.create_index("ix_complaint_closings_complaint_id", "complaint_closings", ["complaint_id"])
    op.create_index("ix_complaint_closings_closed_at", "complaint_closings", ["closed_at"])
    verdict = sa.Enum("yes", "partly", "no", name="verdict", native_enum=False, length=40)
    op.create_table(
        "complaint_closing_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("closing_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.Enum("closing", "four_weeks", name="askedat", native_enum=False, length=40), nullable=False),
        sa.Column("was_answered", verdict, nullable=False),
        sa.Column("was_solved", verdict, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["closing_id"], ["complaint_closings.id"], name="fk_complaint_closing_answers_closing_id_complaint_closings"
        ),
        sa.ForeignKeyConstraint(["entered_by"], ["accounts.id"], name="fk_complaint_closing_answers_entered_by_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_closing_answers"),
        sa.UniqueConstraint("closing_id", "asked_at", name="uq_complaint_closing_answers_closing_id"),
    )
    op.create_index("ix_complaint_closing_answers_at", "complaint_closing_answers", ["at"])
    # What is closed already can be told of too.
    op.execute(
        "INSERT INTO complaint_closings (complaint_id, closed_at) "
        "SELECT c.id, max(s.at) FROM complaints c JOIN complaint_steps s ON s.complaint_id = c.id "
        "WHERE c.state = 'closed' AND s.state = 'closed' GROUP BY c.id"
    )


def downgrade() -> None:
    op.drop_table("complaint_closing_answers")
    op.drop_table("complaint_closings")
    with op.batch_alter_table("complaints") as table:
        table.drop_column("erased_at")
