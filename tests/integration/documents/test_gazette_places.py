"""Documents that were here before their place in the Gazette was kept have it after an upgrade."""

import json
import zlib

from flask_migrate import upgrade
from sqlalchemy import text

from thai_text.outline import canonical_json, parse
from webapp.extensions import db

DOCUMENT = text(
    "INSERT INTO documents (id, source_hash, kind, title, lang, source, source_url,"
    " written_for_service, published_at) VALUES (:id, '', :kind, 'ก', 'th', :source, '', :own,"
    " '2026-03-02 05:00:00')"
)
VERSION = text(
    "INSERT INTO document_versions (document_id, number, made_at, content_hash, characters,"
    " section_count, part_count, packed_outline, packed_contents) VALUES (:id, 1,"
    " '2026-03-02 05:00:00', 'x', 1, 1, 1, :outline, :contents)"
)
PRINTED = "ราชกิจจานุเบกษา เล่ม ๗๑/ตอนที่ ๑๔/หน้า ๒๘๕/๒ มีนาคม ๒๔๙๗"
LAW = "มาตรา ๑ ชื่อ\n[๑] ราชกิจจานุเบกษา เล่ม ๑๓๑/ตอนพิเศษ ๙๔ ง/หน้า ๙"


def test_the_upgrade_reads_places_from_sources_and_ends_of_laws(empty_site):
    upgrade(revision="0038")
    kept = [(1, "law", PRINTED), (2, "law", ""), (3, "news", ""), (4, "news", "รัฐบาลไทย")]
    with db.engine.begin() as connection:
        for number, kind, source in kept:
            row = {"id": number, "kind": kind, "source": source, "own": False}
            connection.execute(DOCUMENT, row)
            outline = zlib.compress(canonical_json(parse(LAW, "ก")))
            contents = zlib.compress(json.dumps([]).encode())
            version = {"id": number, "outline": outline, "contents": contents}
            connection.execute(VERSION, version)

    upgrade()

    with db.engine.connect() as connection:
        rows = connection.execute(
            text("SELECT gazette_volume, gazette_part, gazette_page FROM documents ORDER BY id")
        ).all()
    assert [tuple(row) for row in rows] == [
        ("71", "14", "285"),
        ("131", "พิเศษ 94 ง", "9"),
        ("", "", ""),
        ("", "", ""),
    ]
