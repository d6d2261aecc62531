"""The catalogue of audio books, the public list of forms, and the officers' page."""

import csv
import io

import pytest
from sqlalchemy import update

from tests.integration.bills.making import sign_in_staff
from tests.support.forms import make
from tests.support.records import keep_law
from thai_text.outline import parse
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.models.forms import DocumentForm
from webapp.listening.service import Failure, FormKind, FormState, makers
from webapp.shared.printing import tagged_pdf
from webapp.shared.transaction import transaction


def titles(shown) -> list[str]:
    return [link.text for link in shown.select("main .plain-list > li > a, main .plain-list h3 a")]


@pytest.fixture
def quick(app, monkeypatch):
    """Forms whose files hold a word each, on a machine that can make them all."""

    def write(task: makers.Task) -> makers.Made:
        task.path.write_text("form")
        return makers.Made({"seconds": 60.0, "narrated_seconds": 0.0, "starts": {}}, [])

    monkeypatch.setattr(makers, "make", write)
    monkeypatch.setattr(tagged_pdf, "_weasyprint", lambda: tagged_pdf)


def test_the_catalogue_lists_what_can_be_heard_with_its_files(page, quick):
    law = keep_law()
    for empty in page.both("/audio-books"):
        assert not titles(empty)
    make(law, FormKind.MP3)
    make(law, FormKind.DAISY)

    for shown in page.both("/audio-books"):
        assert titles(shown) == [law.title]
        files = [link["href"] for link in shown.select("a[download]")]
        assert files == [f"/documents/d-1/{name}" for name in ("audio.mp3", "daisy.zip")]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("document=law", 1),
        ("document=guide", 0),
        ("reader=computer", 1),
        ("reader=person", 0),
        ("length=short", 1),
        ("length=long", 0),
        ("length=nonsense", 1),
    ],
)
def test_the_catalogue_is_filtered(page, quick, question, count):
    make(keep_law(), FormKind.MP3)

    assert len(titles(page.get(f"/audio-books?{question}"))) == count


def test_what_a_person_reads_is_found_as_such(page, quick):
    make(keep_law(), FormKind.MP3)
    with transaction():
        db.session.execute(update(DocumentForm).values(narrated_seconds=30.0))

    assert len(titles(page.get("/audio-books?reader=person"))) == 1
    assert titles(page.get("/audio-books?reader=computer")) == []


def test_the_public_list_says_what_is_ready_and_what_is_missing(page, quick):
    keep_law(key="other", title="ฉบับอื่น")
    make(keep_law(), FormKind.MP3)

    for shown in page.both("/forms"):
        assert len(titles(shown)) == 2
    assert service.list_shelves(service.ShelfFilter(), 1, 1)[1] == 2
    counts = service.count_forms()
    assert counts.documents == 2
    assert counts.by_kind[FormKind.MP3] == {"ready": 1, "missing": 1}
    assert counts.by_kind[FormKind.TEXT] == {"at-once": 2}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("form=mp3&standing=ready", ["d-1"]),
        ("form=mp3&standing=missing", ["d-2"]),
        ("form=daisy&standing=failed", ["d-2"]),
        ("form=daisy&standing=missing", ["d-1"]),
        ("form=epub&standing=making", ["d-1"]),
        ("form=text&standing=at-once", ["d-1", "d-2"]),
        ("standing=failed", ["d-2"]),
        ("words=อื่น", ["d-2"]),
        ("document=guide", []),
    ],
)
def test_the_public_list_is_filtered_and_taken_along(page, quick, question, found):
    first, second = keep_law(), keep_law(key="other", title="ฉบับอื่น")
    make(first, FormKind.MP3)
    ask(first, FormKind.EPUB, FormState.WAITING)
    ask(second, FormKind.DAISY, FormState.FAILED)

    shown = page.get(f"/forms?{question}")
    table = page.client.get(f"/forms.csv?{question}")
    data = page.client.get(f"/forms.json?{question}").json

    links = shown.select("main .plain-list h3 a")
    assert sorted(link["href"].split("/")[2] for link in links) == found
    rows = list(csv.DictReader(io.StringIO(table.text.lstrip("\ufeff"))))
    assert sorted({row["document"] for row in rows}) == found
    assert [row["form"] for row in rows] == [row["form"] for row in data]
    assert len(data) == len(found) * len(FormKind)


def ask(law, kind: FormKind, state: FormState) -> None:
    """A form that is in this state, without the work of coming there."""
    with transaction():
        service.request_form(documents.get_version(law), kind)
        row = update(DocumentForm).where(DocumentForm.kind == kind)
        failure = Failure.FAULT if state is FormState.FAILED else None
        db.session.execute(row.values(state=state, failure=failure, failure_detail="broken"))


def test_only_the_newest_version_counts(page, quick):
    make(keep_law(), FormKind.MP3)
    keep_law("พระราชบัญญัติ\nมาตรา ๑ ข้อความใหม่")

    assert titles(page.get("/audio-books")) == []
    assert service.count_forms().by_kind[FormKind.MP3] == {"missing": 1}


def test_documents_without_a_date_come_too(page):
    facts = documents.Facts("undated", documents.DocumentKind.LAW, "ไม่มีวันที่")
    documents.keep_document(facts, parse("มาตรา ๑ ก", "ไม่มีวันที่"))

    assert titles(page.get("/forms")) == ["ไม่มีวันที่"]


def test_officers_see_what_failed_and_make_it_again(page, quick):
    law = keep_law()
    ask(law, FormKind.DAISY, FormState.FAILED)
    sign_in_staff(page.client)

    failed = page.get("/staff/forms")
    assert "broken" in failed.text
    again = failed.select_one(".plain-list form")["action"]
    page.post(again, form_page="/staff/forms")
    assert not page.get("/staff/forms").select(".plain-list form")
    assert law.title in page.get("/staff/forms?state=waiting").text


def test_all_that_failed_is_made_again_at_once(page, quick):
    ask(keep_law(), FormKind.DAISY, FormState.FAILED)
    sign_in_staff(page.client)

    page.post("/staff/forms/again", form_page="/staff/forms")

    assert service.figures().failed == 0
    assert service.figures().waiting == 1
