"""words, suggestions, synonyms and missed searches

Revision: 0011, after 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Entries are made anew from the records, so that their words are counted.
    op.execute("DELETE FROM search_entries")
    op.create_table(
        "search_words",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", name="pk_search_words"),
    )
    op.create_table(
        "search_suggestions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column(
            "key",
            sa.String(80).with_variant(sa.String(80, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_suggestions"),
    )
    op.create_index("ix_search_suggestions_key", "search_suggestions", ["tier", "key"])
    op.create_index("ix_search_suggestions_source", "search_suggestions", ["source"])
    op.create_table(
        "search_synonyms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("means", sa.String(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by"], ["accounts.id"], name="fk_search_synonyms_added_by_accounts"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_search_synonyms"),
        sa.UniqueConstraint("key", "means", name="uq_search_synonyms_key"),
    )
    op.create_index("ix_search_synonyms_key", "search_synonyms", ["key"])
    op.create_table(
        "missed_searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_missed_searches"),
        sa.UniqueConstraint("fingerprint", name="uq_missed_searches_fingerprint"),
    )
    op.create_index("ix_missed_searches_last_at", "missed_searches", ["last_at"])


def downgrade() -> None:
    op.drop_table("missed_searches")
    op.drop_table("search_synonyms")
    op.drop_table("search_suggestions")
    op.drop_table("search_words")
