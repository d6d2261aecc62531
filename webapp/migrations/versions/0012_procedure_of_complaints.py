"""channels, bureaux, the counted clock, the standard's versions, alerts and published cases

Revision: 0012, after 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
CHANNELS = ("web", "email", "api", "line", "telephone", "in_person", "paper", "executives", "facebook")
WAYS = ("page", "mail", "call", "letter", "text_relay")
BUREAUX = (
    "central", "public_relations", "technology", "president", "law", "meetings", "committees",
    "research", "policy", "finance", "personnel", "printing",
)


def code(name, keys):
    return sa.Enum(*keys, name=name, native_enum=False, length=40)


def upgrade() -> None:
    with op.batch_alter_table("complaints") as table:
        table.add_column(sa.Column("receipt_sealed", sa.Text()))
        table.add_column(sa.Column("channel", code("channel", CHANNELS), server_default="web", nullable=False))
        table.add_column(sa.Column("source_key", sa.String()))
        table.add_column(sa.Column("reply_by", code("replyby", WAYS), server_default="page", nullable=False))
        table.add_column(sa.Column("contact", sa.Text()))
        table.add_column(sa.Column("entered_at", MOMENT))
        table.add_column(sa.Column("entered_by", sa.Integer()))
        table.add_column(sa.Column("counted_from", MOMENT))
        table.add_column(sa.Column("standard", sa.Integer(), server_default="1", nullable=False))
        table.add_column(sa.Column("decide_by", sa.Date()))
        table.add_column(sa.Column("very_late_on", sa.Date()))
        table.add_column(sa.Column("wait_until", sa.Date()))
        table.add_column(sa.Column("days_left", sa.Integer()))
        table.add_column(sa.Column("bureau", code("bureau", BUREAUX), server_default="technology", nullable=False))
        table.add_column(sa.Column("first_reply_at", MOMENT))
        table.add_column(sa.Column("ended_at", MOMENT))
        table.create_unique_constraint("uq_complaints_source_key", ["source_key"])
        table.create_foreign_key("fk_complaints_entered_by_accounts", "accounts", ["entered_by"], ["id"])
    with op.batch_alter_table("complaint_steps") as table:
        table.add_column(sa.Column("bureau", code("bureau", BUREAUX), server_default="technology", nullable=False))
        table.add_column(sa.Column("cause", sa.String(), server_default="", nullable=False))
        # Nobody is written to about what happened before letters knew of steps.
        table.add_column(sa.Column("announced", sa.Boolean(), server_default=sa.false(), nullable=False))
        table.add_column(sa.Column("told_at", MOMENT))
        table.add_column(sa.Column("told_by", sa.Integer()))
        table.create_foreign_key("fk_complaint_steps_told_by_accounts", "accounts", ["told_by"], ["id"])
    fill()
    with op.batch_alter_table("complaints") as table:
        for name, kind in (("entered_at", MOMENT), ("counted_from", MOMENT), ("decide_by", sa.Date()), ("very_late_on", sa.Date())):
            table.alter_column(name, existing_type=kind, nullable=False)
        for name, kind in (
            ("channel", code("channel", CHANNELS)), ("reply_by", code("replyby", WAYS)),
            ("standard", sa.Integer()), ("bureau", code("bureau", BUREAUX)),
        ):
            table.alter_column(name, existing_type=kind, server_default=None)
    with op.batch_alter_table("complaint_steps") as table:
        for name, kind in (("bureau", code("bureau", BUREAUX)), ("cause", sa.String()), ("announced", sa.Boolean())):
            table.alter_column(name, existing_type=kind, server_default=None)
    with op.batch_alter_table("complaint_messages") as table:
        table.drop_column("mailed_at")
    make_tables()


def fill() -> None:
    """What is known of messages that are already there, and the letters that they still wait for."""
    op.execute("UPDATE complaints SET entered_at = received_at, decide_by = due_on, very_late_on = due_on")
    op.execute("UPDATE complaints SET reply_by = 'mail' WHERE email IS NOT NULL")
    # Their days were counted from receipt, or from the last reopening.
    op.execute(
        "UPDATE complaints SET counted_from = COALESCE((SELECT MAX(s.at) FROM complaint_steps s "
        "WHERE s.complaint_id = complaints.id AND s.state = 'reopened'), received_at)"
    )
    op.execute(
        "UPDATE complaints SET first_reply_at = (SELECT MIN(m.at) FROM complaint_messages m "
        "WHERE m.complaint_id = complaints.id AND m.account_id IS NOT NULL), "
        "ended_at = (SELECT MIN(s.at) FROM complaint_steps s "
        "WHERE s.complaint_id = complaints.id AND s.state IN ('answered', 'referred'))"
    )
    unmailed = "SELECT complaint_id FROM complaint_messages WHERE account_id IS NOT NULL AND mailed_at IS NULL"
    op.execute(
        f"UPDATE complaint_steps SET announced = (1 = 1) WHERE state IN ('answered', 'referred') AND complaint_id IN ({unmailed})"
    )
    op.execute("UPDATE outbox SET name = 'complaints.mail_steps' WHERE name = 'complaints.mail_answer'")


def make_tables() -> None:
    op.create_table(
        "complaint_standards",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("decide_within", "answer_within", "very_late_after", "remind_before", "wait_for_citizen", "close_after")
        ),
        sa.Column("cut_off", sa.Time(), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("published_by", sa.Integer()),
        sa.ForeignKeyConstraint(["published_by"], ["accounts.id"], name="fk_complaint_standards_published_by_accounts"),
        sa.PrimaryKeyConstraint("version", name="pk_complaint_standards"),
        sa.UniqueConstraint("in_force_from", name="uq_complaint_standards_in_force_from"),
    )
    op.create_table(
        "complaint_alerts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("mailed_at", MOMENT),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaints.id"], name="fk_complaint_alerts_complaint_id_complaints"),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_alerts"),
        sa.UniqueConstraint("complaint_id", "level", "due_on", name="uq_complaint_alerts_complaint_id"),
    )
    op.create_table(
        "complaint_desk_addresses",
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("whom", name="pk_complaint_desk_addresses"),
    )
    op.create_table(
        "published_cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("kind", "language", "title", "question", "answer")
        ),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("published_by", sa.Integer()),
        sa.Column("unpublished_at", MOMENT),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaints.id"], name="fk_published_cases_complaint_id_complaints"),
        sa.ForeignKeyConstraint(["published_by"], ["accounts.id"], name="fk_published_cases_published_by_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_published_cases"),
        sa.UniqueConstraint("complaint_id", name="uq_published_cases_complaint_id"),
    )


def downgrade() -> None:
    for table in ("published_cases", "complaint_desk_addresses", "complaint_alerts", "complaint_standards"):
        op.drop_table(table)
    with op.batch_alter_table("complaint_messages") as table:
        table.add_column(sa.Column("mailed_at", MOMENT))
    op.execute("UPDATE complaint_messages SET mailed_at = at WHERE account_id IS NOT NULL")
    op.execute("UPDATE outbox SET name = 'complaints.mail_answer' WHERE name = 'complaints.mail_steps'")
    with op.batch_alter_table("complaint_steps") as table:
        table.drop_constraint("fk_complaint_steps_told_by_accounts", type_="foreignkey")
        for name in ("told_by", "told_at", "announced", "cause", "bureau"):
            table.drop_column(name)
    with op.batch_alter_table("complaints") as table:
        table.drop_constraint("fk_complaints_entered_by_accounts", type_="foreignkey")
        table.drop_constraint("uq_complaints_source_key", type_="unique")
        for name in (
            "ended_at", "first_reply_at", "bureau", "days_left", "wait_until", "very_late_on",
            "decide_by", "standard", "counted_from", "entered_by", "entered_at", "contact",
            "reply_by", "source_key", "channel", "receipt_sealed",
        ):
            table.drop_column(name)
