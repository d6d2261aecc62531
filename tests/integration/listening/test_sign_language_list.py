"""The list of what has a video in Thai Sign Language and what has none: search, order, pages."""

from urllib.parse import quote

import pytest
from sqlalchemy import event

from tests.integration.bills.making import make_bill
from tests.support.records import keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.sign_language import SignLanguageVideo
from webapp.listening.rules.videos import VideoKind
from webapp.listening.service import sign_language
from webapp.shared import clock
from webapp.shared.transaction import transaction

AT = "/forms/sign-language"


def sign(**subject) -> None:
    """A video of a document (`document_id`) or a bill (`bill_id`), without its file."""
    with transaction():
        db.session.add(
            SignLanguageVideo(
                title="ภาษามือ", signer="", key="0", kind=VideoKind.MP4, bytes=1, captions="",
                added_at=clock.now(), **subject,
            )
        )  # fmt: skip


def titles(shown) -> list[str]:
    return [link.text for link in shown.select("main .plain-list a")]


@pytest.fixture
def three(app, monkeypatch):
    """Three laws on pages of two; the last has a video, and so has a bill."""
    monkeypatch.setattr(sign_language, "PER_PAGE", 2)
    laws = [keep_law(key=f"k{n}", title=f"กฎหมายที่ {n} 100%") for n in (1, 2, 3)]
    sign(document_id=laws[2].id)
    sign(bill_id=make_bill(name="ร่างพระราชบัญญัติประมง พ.ศ. ....", english="A Fisheries Bill").id)
    return laws


def test_a_document_is_found_by_words_of_its_title(page, three):
    for shown in page.both(f"{AT}?words={quote(' ที่ 2 ')}"):
        assert titles(shown) == ["กฎหมายที่ 2 100%"]
        assert shown.select_one("input[name=words]")["value"].strip() == "ที่ 2"
        assert "1" in shown.select_one(".lead").text, "the figures are of the whole list"
    ready = page.get(f"/en{AT}?show=ready&words={quote('ที่ 2')}")
    assert titles(ready) == []
    assert "There is none" in ready.text
    assert ready.find("a", string="Show the whole list")["href"].endswith("?show=ready")


def test_a_sign_that_sql_reads_is_a_sign_like_any_other(page, three):
    assert len(titles(page.get(f"{AT}?words=0%25"))) == 2
    assert titles(page.get(f"{AT}?words=_")) == []


def test_a_bill_is_found_by_any_of_its_names(page, three):
    other = make_bill(name="ร่างพระราชบัญญัติน้ำ พ.ศ. ....")
    for shown in page.both(f"{AT}?of=bills&words={quote('น้ำ')}"):
        assert titles(shown) == [other.name()]
        assert shown.select_one("form input[name=of]")["value"] == "bills"
    assert titles(page.get(f"/en{AT}?of=bills&show=ready&words=Fisher")) == ["A Fisheries Bill"]
    assert titles(page.get(f"{AT}?of=bills&words=Fisher")) == []


def test_the_list_goes_by_age_a_page_at_a_time_and_keeps_the_words(page, three):
    keep_law(key="k4", title="กฎหมายที่ 4")
    first = page.get(f"/en{AT}?words={quote('กฎหมาย')}")
    assert titles(first) == ["กฎหมายที่ 1 100%", "กฎหมายที่ 2 100%"]
    assert titles(page.get(first.select_one("a[rel=next]")["href"])) == ["กฎหมายที่ 4"]
    assert "1 of 4 documents" in first.select_one(".lead").text
    with_video = first.find("a", string="Show those with a video")["href"]
    assert titles(page.get(with_video)) == ["กฎหมายที่ 3 100%"]


def test_a_withdrawn_document_or_video_counts_nowhere(page, three):
    documents.withdraw_document(three[0].public_id, None)
    with transaction():
        db.session.get(SignLanguageVideo, 1).withdrawn_at = clock.now()
    shown = page.get(f"/en{AT}")
    assert titles(shown) == ["กฎหมายที่ 2 100%", "กฎหมายที่ 3 100%"]
    assert "0 of 2 documents" in shown.select_one(".lead").text


@pytest.mark.parametrize("of", ["", "of=bills"])
def test_no_more_is_loaded_than_a_page_shows(page, three, of):
    for number in range(5, 15):
        keep_law(key=f"k{number}", title=f"กฎหมายที่ {number}")
        make_bill(name=f"ร่างพระราชบัญญัติที่ {number} พ.ศ. ....")
    db.session.remove()
    loaded: list[str] = []

    def note(target, _context) -> None:
        loaded.append(type(target).__name__)

    kinds = [mapper.class_ for mapper in db.Model.registry.mappers]
    for kind in kinds:
        event.listen(kind, "load", note)
    try:
        shown = page.get(f"{AT}?{of}")
    finally:
        for kind in kinds:
            event.remove(kind, "load", note)
    assert len(titles(shown)) == 2
    assert loaded.count("Bill" if of else "Document") == 2
    assert "Document" not in loaded or "Bill" not in loaded
