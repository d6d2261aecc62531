"""Trends: what was found, early warnings, notes of policy.

Revision: 0029, after 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

WAYS = ("aspect", "words", "topic")
TABLES = (
    "policy_notes", "trend_survey_falls", "trend_rises", "trend_looks", "trend_readings", "needs_heard_again",
)


def _way(null: bool = False) -> sa.Column:
    return sa.Column("way", sa.Enum(*WAYS, name="way", native_enum=False, length=40), nullable=null)


def _column(name: str, kind: sa.types.TypeEngine, null: bool = False) -> sa.Column:
    return sa.Column(name, kind, nullable=null)


def upgrade() -> None:
    number, text, moment = sa.Integer(), sa.Text(), sa.DateTime(timezone=True)
    op.create_table(
        "needs_heard_again",
        _column("id", number),
        _column("need_id", number),
        _column("times", number),
        _column("at", moment),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name="fk_needs_heard_again_need_id_needs", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_needs_heard_again"),
        sa.UniqueConstraint("need_id", "times", name="uq_needs_heard_again_need_id"),
    )
    op.create_index("ix_needs_heard_again_at", "needs_heard_again", ["at"])
    verdict = sa.Enum("rising", "usual", "too_few", name="verdict", native_enum=False, length=40)
    basis = sa.Enum("season", "years", "recent", name="basis", native_enum=False, length=40)
    op.create_table(
        "trend_readings",
        _column("id", number),
        _way(),
        _column("key", sa.String()),
        _column("words", text),
        _column("terms", sa.JSON()),
        _column("verdict", verdict),
        _column("basis", basis),
        _column("last_week", number),
        _column("now", number),
        _column("usual", number, True),
        _column("years", number),
        _column("chance", number),
        _column("weeks", sa.JSON()),
        sa.PrimaryKeyConstraint("id", name="pk_trend_readings"),
        sa.UniqueConstraint("way", "key", name="uq_trend_readings_way"),
    )
    op.create_table(
        "trend_looks",
        _column("id", number),
        _column("at", moment),
        _column("last_week", number),
        sa.PrimaryKeyConstraint("id", name="pk_trend_looks"),
    )
    op.create_table(
        "trend_rises",
        _column("id", number),
        _way(),
        _column("key", sa.String()),
        _column("words", text),
        _column("began_week", number),
        _column("now", number),
        _column("usual", number, True),
        _column("found_at", moment),
        _column("mailed_at", moment, True),
        _column("ended_at", moment, True),
        sa.PrimaryKeyConstraint("id", name="pk_trend_rises"),
    )
    op.create_index("ix_trend_rises_subject", "trend_rises", ["way", "key"])
    op.create_index("ix_trend_rises_ended_at", "trend_rises", ["ended_at"])
    op.create_table(
        "trend_survey_falls",
        sa.Column("survey_id", number, autoincrement=False, nullable=False),
        _column("before", number),
        _column("after", number),
        _column("year_be", number),
        _column("quarter", number),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["surveys.id"], name="fk_trend_survey_falls_survey_id_surveys"
        ),
        sa.PrimaryKeyConstraint("survey_id", name="pk_trend_survey_falls"),
    )
    op.create_table(
        "policy_notes",
        _column("id", number),
        *[_column(name, text) for name in ("issue", "evidence", "options", "decision")],
        _column("owner", sa.String()),
        _column("decided_on", sa.Date(), True),
        _column("made_at", moment),
        _column("made_by", number, True),
        _way(null=True),
        _column("key", sa.String(), True),
        _column("terms", sa.JSON()),
        _column("since", sa.Date(), True),
        _column("until", sa.Date(), True),
        _column("improvement_id", number, True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["accounts.id"], name="fk_policy_notes_made_by_accounts"
        ),
        sa.ForeignKeyConstraint(
            ["improvement_id"], ["improvements.id"], name="fk_policy_notes_improvement_id_improvements"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_policy_notes"),
    )


def downgrade() -> None:
    for name in TABLES:
        op.drop_table(name)
