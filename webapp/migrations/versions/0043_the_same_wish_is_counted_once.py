"""Searches without result are known by their analysis and by their sound, and keep their origin.

Revision: 0043, after 0042

Fingerprints from before stand for words letter by letter: those that are read are found by their
words, the others are forgotten after 90 days as ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("missed_searches", sa.Column("sound", sa.String(), nullable=True))
    op.create_index("ix_missed_searches_sound", "missed_searches", ["sound"])
    op.add_column(
        "missed_searches",
        sa.Column("origin", sa.String(), nullable=False, server_default="search"),
    )
    missed = sa.table("missed_searches", sa.column("id"), sa.column("origin"))
    heard = sa.table("needs", sa.column("origin"), sa.column("origin_ref"))
    of_assistant = sa.select(heard.c.origin_ref).where(heard.c.origin == "assistant")
    op.execute(
        missed.update()
        .where(sa.cast(missed.c.id, sa.String).in_(of_assistant))
        .values(origin="assistant")
    )


def downgrade() -> None:
    op.drop_column("missed_searches", "origin")
    op.drop_index("ix_missed_searches_sound", "missed_searches")
    op.drop_column("missed_searches", "sound")
