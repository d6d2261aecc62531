"""The longest section is found to its end, once, and is taken out as a whole."""

from search_index.entry import Entry
from tests.integration.search.conftest import results
from tests.support.records import keep_law
from webapp.documents import service as documents
from webapp.search import service, sources
from webapp.search.service.kept import entries_by_id
from webapp.shared import outbox

LAST = "เครื่องวัดแผ่นดินไหวใต้ทะเล"
TARIFF = "\n".join(["มาตรา ๑ ให้เก็บอากรตามบัญชี", *["ปลาสดและปลาแช่เย็น ร้อยละห้า"] * 8_000, LAST])


def test_the_last_words_of_a_section_are_found_shown_and_counted_once(page, build):
    law = keep_law(TARIFF, title="พระราชกำหนดพิกัดอัตรา พ.ศ. 2530")
    build()
    address = f"/documents/{law.public_id}/s/s1"
    for words in ("แผ่นดินไหว", f'"{LAST}"', f"ปลาสด {LAST}"):
        for shown in page.both(f"/search?q={words}"):
            assert [found.removeprefix("/en") for found in results(shown)] == [address]
        # A passage is around the first of what was found.
        is_last = not words.startswith("ปลาสด")
        assert ("แผ่นดินไหว" in shown.select_one("main ol li > p").text) is is_last
        assert service.ask(words, {}).facets["kind"] == {"section": 1}

    documents.withdraw_document(law.public_id)
    outbox.drain()

    assert not results(page.get("/search?q=แผ่นดินไหว"))


def test_what_is_kept_by_older_rules_is_made_anew_when_the_index_is(page, build, monkeypatch):
    law = keep_law(title="พระราชบัญญัติสหกรณ์ พ.ศ. 2560")
    old = Entry(law.public_id, "document", "/documents/old", "ตัดตอน")
    with monkeypatch.context() as older:
        older.setattr(sources.documents, "RULES", 1)
        older.setattr(sources.documents, "document_entries", lambda *_: [old])
        build()
    assert entries_by_id([law.public_id])[law.public_id] == old

    build()

    assert entries_by_id([law.public_id])[law.public_id].title != old.title
    assert results(page.get("/search?q=สหกรณ์"))
