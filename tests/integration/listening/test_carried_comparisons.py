"""Migration 0067: the sounds of comparisons that were kept before are found again, as they were."""

from datetime import UTC, datetime

import pytest
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from webapp.extensions import db

DOCUMENT = text(
    "INSERT INTO documents (id, source_hash, kind, title, lang, source, source_url, gazette_volume,"
    " gazette_part, gazette_page, written_for_service, published_at) VALUES (1, '', 'law', 'ก',"
    " 'th', '', '', '', '', '', :own, :at)"
)
VERSION = text(
    "INSERT INTO document_versions (id, document_id, number, made_at, content_hash, characters,"
    " section_count, part_count, packed_outline, packed_contents) VALUES (:id, 1, :id, :at, 'x', 1,"
    " 1, 1, :packed, :packed)"
)
FORM = text(
    "INSERT INTO document_forms (version_id, compared_with_id, kind, voice, speed, grade, layout,"
    " standard, state, urgency, asked_at, attempts, work_seconds, failure_detail, key, recipe,"
    " spoken_by, bytes, seconds, narrated_seconds) VALUES (2, :older, :kind, :voice, :speed, :grade,"
    " :layout, :no, 'ready', 0, :at, 0, 0, '', :key, '', :voice, 1, 1, 0)"
)
WHICH = text("SELECT key, layout, told FROM document_forms ORDER BY key")
# The key, what is compared, the kind, the speed, the grade, the layout.
KEPT = [
    ("a", 1, "mp3", 100, 0, ""),
    ("b", 1, "mp3", 100, 0, "all"),
    ("c", 1, "mp3", 100, 0, "summary"),
    ("d", 1, "brf", 0, 1, "page"),
    ("e", None, "brf", 0, 1, "page"),
]


@pytest.fixture
def kept(empty_site):
    upgrade(revision="0066")
    at = datetime(2026, 1, 10, 3, tzinfo=UTC)
    with db.engine.begin() as connection:
        connection.execute(DOCUMENT, {"own": False, "at": at})
        for number in (1, 2):
            connection.execute(VERSION, {"id": number, "at": at, "packed": b""})
        for key, older, kind, speed, grade, layout in KEPT:
            row = {"key": key, "older": older, "kind": kind, "speed": speed, "grade": grade}
            voice = "espeak" if speed else ""
            connection.execute(
                FORM, {**row, "layout": layout, "voice": voice, "no": False, "at": at}
            )


def test_what_a_sound_told_is_no_layout_any_more_and_can_be_taken_back(kept):
    upgrade(revision="0067")
    with db.engine.begin() as connection:
        assert [tuple(row) for row in connection.execute(WHICH)] == [
            ("a", "", ""), ("b", "", "all"), ("c", "", "summary"), ("d", "page", ""), ("e", "page", ""),
        ]  # fmt: skip
        connection.execute(text("UPDATE document_forms SET told = 'all' WHERE key = 'd'"))

    downgrade(revision="0066")

    with db.engine.connect() as connection:
        left = connection.execute(text("SELECT key, layout FROM document_forms ORDER BY key"))
        assert [tuple(row) for row in left] == [
            ("a", ""), ("b", "all"), ("c", "summary"), ("e", "page"),
        ]  # fmt: skip
