"""documents know their place in the Royal Gazette; what is found, when it was published here

Revision: 0045, after 0044
"""

import json
import zlib

import sqlalchemy as sa
from alembic import op

from thai_text.gazette import GazettePlace, place_in, place_of_law
from thai_text.outline import Document as Outline

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

PLACE = ("gazette_volume", "gazette_part", "gazette_page")
PRINTED = ("constitution", "law", "code", "decree", "announcement")


def upgrade() -> None:
    with op.batch_alter_table("documents") as table:
        for name in PLACE:
            table.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
    _fill()
    op.create_index("ix_documents_gazette", "documents", ["gazette_volume", "gazette_part"])
    # Filled when the index is next built, as it is after an upgrade.
    with op.batch_alter_table("search_entries") as table:
        table.add_column(sa.Column("published", sa.String(), nullable=True))


def _fill() -> None:
    bind = op.get_bind()
    rows = bind.execute(sa.text("SELECT id, kind, source FROM documents")).all()
    for row in rows:
        place = place_in(row.source) if row.source else None
        if place is None and row.kind in PRINTED:
            place = _place_in_text(row.id)
        if place is not None:
            bind.execute(
                sa.text(
                    "UPDATE documents SET gazette_volume = :volume, gazette_part = :part,"
                    " gazette_page = :page WHERE id = :id"
                ),
                {"volume": place.volume, "part": place.part, "page": place.page, "id": row.id},
            )


def _place_in_text(document_id: int) -> GazettePlace | None:
    packed = op.get_bind().scalar(
        sa.text(
            "SELECT packed_outline FROM document_versions WHERE document_id = :id"
            " ORDER BY number DESC LIMIT 1"
        ),
        {"id": document_id},
    )
    if packed is None:
        return None
    return place_of_law(Outline.from_json(json.loads(zlib.decompress(packed))).plain_text())


def downgrade() -> None:
    with op.batch_alter_table("search_entries") as table:
        table.drop_column("published")
    op.drop_index("ix_documents_gazette", table_name="documents")
    with op.batch_alter_table("documents") as table:
        for name in PLACE:
            table.drop_column(name)
