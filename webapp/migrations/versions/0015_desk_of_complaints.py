"""the desk of complaints: notes, bars, merges, templates, numbers of correspondence and letters

Revision: 0015, after 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def person(table, column):
    return sa.ForeignKeyConstraint([column], ["accounts.id"], name=f"fk_{table}_{column}_accounts")


def message(table, column="complaint_id"):
    return sa.ForeignKeyConstraint([column], ["complaints.id"], name=f"fk_{table}_{column}_complaints")


def indexed(table, *columns):
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def number(name="id", nullable=False):
    return sa.Column(name, sa.Integer(), nullable=nullable)


def moment(name, nullable=False):
    return sa.Column(name, MOMENT, nullable=nullable)


def words(*names, kind=sa.String):
    return [sa.Column(name, kind(), nullable=False) for name in names]


def upgrade() -> None:
    table = "complaint_notes"
    op.create_table(
        table, number(), number("complaint_id"), *words("text", kind=sa.Text), moment("at"),
        number("account_id", nullable=True), person(table, "account_id"), message(table),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    indexed(table, "complaint_id")
    table = "complaint_bars"
    op.create_table(
        table, number(), number("complaint_id"), number("account_id"), moment("at"),
        number("barred_by", nullable=True), moment("lifted_at", nullable=True), number("lifted_by", nullable=True),
        person(table, "account_id"), person(table, "barred_by"), person(table, "lifted_by"), message(table),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    indexed(table, "complaint_id", "account_id")
    table = "complaint_merges"
    op.create_table(
        table, number(), number("leader_id"), number("complaint_id"), moment("at"), number("account_id", nullable=True),
        moment("undone_at", nullable=True), number("undone_by", nullable=True),
        person(table, "account_id"), person(table, "undone_by"), message(table), message(table, "leader_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    indexed(table, "complaint_id", "leader_id")
    make_templates()
    make_correspondence()


def make_templates() -> None:
    op.create_table(
        "complaint_templates", number(), moment("retired_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_templates"),
    )
    table = "complaint_template_versions"
    op.create_table(
        table, number(), number("template_id"), number("version"), *words("name"),
        sa.Column("use", sa.Enum("answer", "ask", "refer", "decline", name="use", native_enum=False, length=40), nullable=False),
        *words("kind", "subject", "language", "text"), moment("at"), number("account_id", nullable=True),
        person(table, "account_id"),
        sa.ForeignKeyConstraint(["template_id"], ["complaint_templates.id"], name=f"fk_{table}_template_id_complaint_templates"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("template_id", "version", name=f"uq_{table}_template_id"),
    )


def make_correspondence() -> None:
    op.create_table(
        "correspondence_series", number(), *words("prefix"), number("year"), number("last"),
        sa.PrimaryKeyConstraint("id", name="pk_correspondence_series"),
        sa.UniqueConstraint("prefix", name="uq_correspondence_series_prefix"),
    )
    table = "complaint_correspondence"
    op.create_table(
        table, number(), number("complaint_id"), *words("number"), number("year"), sa.Column("dated", sa.Date(), nullable=False),
        moment("noted_at"), number("account_id", nullable=True), person(table, "account_id"), message(table),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("number", "year", name=f"uq_{table}_number"),
    )
    indexed(table, "complaint_id")
    table = "complaint_letters"
    op.create_table(
        table, number(), number("correspondence_id"), *words("subject", "addressee", "reference", "body", "position", kind=sa.Text),
        sa.ForeignKeyConstraint(
            ["correspondence_id"], ["complaint_correspondence.id"], name=f"fk_{table}_correspondence_id_complaint_correspondence"
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("correspondence_id", name=f"uq_{table}_correspondence_id"),
    )


def downgrade() -> None:
    for table in (
        "complaint_letters", "complaint_correspondence", "correspondence_series", "complaint_template_versions",
        "complaint_templates", "complaint_merges", "complaint_bars", "complaint_notes",
    ):
        op.drop_table(table)
