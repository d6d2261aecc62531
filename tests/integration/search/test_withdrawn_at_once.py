"""What is withdrawn, taken back or erased is in no answer at once, however long workers are away."""

import pytest
from sqlalchemy import select

from tests.support.databases import both_databases
from tests.support.records import keep_law
from webapp.accounts import service as accounts
from webapp.complaints import service as complaints
from webapp.complaints.rules.kinds import Kind
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.search import jobs, service
from webapp.search.models import SearchWord
from webapp.shared import outbox
from webapp.shared.uploads.vault import site_vault

DOORS = ("/search", "/en/search", "/search/feed.atom", "/search.csv", "/search.json")
FOREST, LIFT = "ป่าชายเลน", "ลิฟต์แก้ว"


def answering(page, words, address):
    """The doors that name an address for some words."""
    told = {door: page.client.get(f"{door}?q={words}").text for door in DOORS}
    return [door for door in DOORS if address in told[door]]


def spelt(letters):
    """The words by which misspellings are mended that have some letters in them."""
    found = select(SearchWord.word).where(SearchWord.word.contains(letters))
    return db.session.scalars(found).all()


@pytest.fixture
def law(build):
    kept = keep_law("มาตรา ๑ ให้ปลูกป่าชายเลน", title=f"พระราชบัญญัติ{FOREST} พ.ศ. 2560")
    build()
    return kept


@pytest.fixture
def message(app, officer, build):
    """The id of a message whose answer is published and found."""
    staff_id = accounts.sign_in("officer@example.org", "a long password").id
    filing = complaints.Filing(Kind.COMPLAINT, "ขึ้นไปประชุมไม่ได้", "th")
    filed, _code = complaints.file_complaint(filing, app.config["SECRET_KEY"], site_vault())
    complaints.take_up(filed.id, staff_id)
    complaints.answer(filed.id, staff_id, "ซ่อมแล้ว ขออภัย")
    complaints.allow_publishing(filed.id, True)
    words = complaints.PublicWords(f"{LIFT}อาคารรัฐสภา", "ลิฟต์เสีย", "ซ่อมเสร็จแล้ว")
    complaints.publish_case(filed.id, words, staff_id)
    build()
    return filed.id


@both_databases
def test_a_withdrawn_document_is_in_no_answer_before_a_worker_comes(page, law):
    address = f"/documents/{law.public_id}"
    assert answering(page, FOREST, address) == list(DOORS)
    assert service.suggest(FOREST[:-1])
    assert spelt("ชายเลน")

    documents.withdraw_document(law.public_id)

    assert answering(page, FOREST, address) == []
    assert not service.suggest(FOREST[:-1])
    assert not spelt("ชายเลน")
    outbox.drain()
    assert answering(page, FOREST, address) == []


@pytest.mark.parametrize(
    "taken_away",
    [
        lambda message: complaints.unpublish_case(message, None),
        lambda message: complaints.allow_publishing(message, False),
        lambda message: complaints.erase(message, site_vault()),
    ],
)
def test_an_answer_is_in_none_as_soon_as_it_is_taken_back_or_erased(page, message, taken_away):
    assert answering(page, LIFT, "/complaints/answered/") == list(DOORS)

    taken_away(message)

    assert answering(page, LIFT, "/complaints/answered/") == []
    assert not service.suggest(LIFT[:-1])
    outbox.drain()
    assert answering(page, LIFT, "/complaints/answered/") == []


def test_the_words_of_something_long_are_counted_in_the_night_and_not_while_an_officer_waits(
    page, law, monkeypatch
):
    monkeypatch.setattr("webapp.search.service.vocabulary.MOST_AT_ONCE", 20)
    documents.withdraw_document(law.public_id)
    outbox.drain()
    assert answering(page, FOREST, f"/documents/{law.public_id}") == []
    assert spelt("ชายเลน")

    jobs.check_index()

    assert not spelt("ชายเลน")
    monkeypatch.setattr("webapp.search.jobs.rebuild", lambda: pytest.fail("all is counted"))
    jobs.check_index()
