"""listening: how much of a comparison a form tells, which was written in the layout of sounds

Revision: 0067, after 0066
"""

import sqlalchemy as sa
from alembic import op

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None
FORMS = "document_forms"
BEFORE = ["kind", "voice", "speed", "grade", "layout"]
SOUNDS = "('mp3-light', 'mp3', 'mp3-zip-light', 'mp3-zip', 'daisy', 'epub')"


def upgrade() -> None:
    op.add_column(FORMS, sa.Column("told", sa.String(), nullable=True))
    # Before the update: two sounds of one comparison may differ in what was the layout alone.
    drop_indexes()
    op.execute(f"UPDATE {FORMS} SET told = ''")
    op.execute(
        f"UPDATE {FORMS} SET told = layout, layout = '' "
        f"WHERE compared_with_id IS NOT NULL AND kind IN {SOUNDS}"
    )
    with op.batch_alter_table(FORMS) as table:
        table.alter_column("told", existing_type=sa.String(), nullable=False)
    create_indexes([*BEFORE, "told"])


def downgrade() -> None:
    drop_indexes()
    # What was not told so before: braille and text that tell more or less than the changes.
    op.execute(f"DELETE FROM {FORMS} WHERE told <> '' AND kind NOT IN {SOUNDS}")
    op.execute(f"UPDATE {FORMS} SET layout = told WHERE told <> ''")
    with op.batch_alter_table(FORMS) as table:
        table.drop_column("told")
    create_indexes(BEFORE)


def drop_indexes() -> None:
    op.drop_index("uq_document_forms_of_version", FORMS)
    op.drop_index("uq_document_forms_of_comparison", FORMS)


def create_indexes(which: list[str]) -> None:
    alone, compared = sa.text("compared_with_id IS NULL"), sa.text("compared_with_id IS NOT NULL")
    op.create_index("uq_document_forms_of_version", FORMS, ["version_id", *which],
                    unique=True, sqlite_where=alone, postgresql_where=alone)
    op.create_index("uq_document_forms_of_comparison", FORMS, ["version_id", "compared_with_id", *which],
                    unique=True, sqlite_where=compared, postgresql_where=compared)
