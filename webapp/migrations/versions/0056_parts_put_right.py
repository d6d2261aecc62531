"""needs: which part of a need its person put right, and of which file

Revision: 0056, after 0055
"""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


PART = sa.Enum(
    "words", "subject", "aspect", "transcript", name="part", native_enum=False, length=40
)


def upgrade() -> None:
    with op.batch_alter_table("need_corrections") as table:
        table.add_column(
            sa.Column("part", PART, server_default="words", nullable=False)
        )
        table.add_column(sa.Column("file_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_need_corrections_file_id_need_files",
            "need_files",
            ["file_id"],
            ["id"],
            ondelete="SET NULL",
        )
    with op.batch_alter_table("need_corrections") as table:
        table.alter_column("part", existing_type=PART, server_default=None)


def downgrade() -> None:
    # What was put right beside the words has no place any more.
    op.execute("DELETE FROM need_corrections WHERE part <> 'words'")
    with op.batch_alter_table("need_corrections") as table:
        table.drop_constraint("fk_need_corrections_file_id_need_files", type_="foreignkey")
        table.drop_column("file_id")
        table.drop_column("part")
