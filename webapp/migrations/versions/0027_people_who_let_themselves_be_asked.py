"""people who let themselves be asked, and how a sample is written to

Revision: 0027, after 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

CHANNELS = ("link", "qr", "task", "mail", "line", "paper", "telephone", "interview")
SEGMENTS = ("citizen", "disabled", "senator", "assistant", "committee", "network", "official")


def upgrade() -> None:
    channel = sa.Enum(*CHANNELS, name="channel", native_enum=False, length=40)
    segment = sa.Enum(*SEGMENTS, name="segment", native_enum=False, length=40)
    op.create_table(
        "survey_volunteers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", channel, nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("contact_key", sa.String(), nullable=False),
        sa.Column("segment", segment, nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_survey_volunteers"),
        sa.UniqueConstraint("contact_key", name="uq_survey_volunteers_contact_key"),
    )
    with op.batch_alter_table("surveys") as table:
        table.add_column(sa.Column("sent_in", sa.String(), nullable=True))
    with op.batch_alter_table("survey_invitations") as table:
        table.add_column(sa.Column("channel", channel, server_default="mail", nullable=False))
        table.add_column(sa.Column("volunteer_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_survey_invitations_volunteer_id_survey_volunteers",
            "survey_volunteers",
            ["volunteer_id"],
            ["id"],
            ondelete="SET NULL",
        )
    with op.batch_alter_table("survey_invitations") as table:
        table.alter_column("channel", existing_type=channel, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("survey_invitations") as table:
        table.drop_constraint(
            "fk_survey_invitations_volunteer_id_survey_volunteers", type_="foreignkey"
        )
        table.drop_column("volunteer_id")
        table.drop_column("channel")
    with op.batch_alter_table("surveys") as table:
        table.drop_column("sent_in")
    op.drop_table("survey_volunteers")
