"""The catalogue of audio books, the public list of forms, and the officers' page."""

import csv
import io
from urllib.parse import parse_qsl

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
from webapp.listening.routes import catalogue
from webapp.listening.service import Failure, FormKind, FormState, lists, makers
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


def test_whoever_reads_is_no_group_of_proposers(page):
    offered = [shown.select_one("#reader option").text for shown in page.both("/audio-books")]
    assert offered == ["ใครอ่านก็ได้", "Whoever reads"]


def test_the_player_is_named_by_its_document(page, quick):
    law = keep_law()
    make(law, FormKind.MP3)

    shown = page.both(f"/documents/{law.public_id}")
    named = [one.find("audio")["aria-label"] for one in shown]
    assert named == [f"เสียงของ “{law.title}”", f"Sound of “{law.title}”"]


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
        ("form=mp3", ["d-1", "d-2"]),
        ("form=daisy&document=law&words=อื่น", ["d-2"]),
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
    # A form or a state that was chosen narrows what is told of each document too.
    asked = dict(parse_qsl(question))
    kinds = 1 if "form" in asked else len(FormKind)
    narrowed = [row for row in data if row["standing"] == asked.get("standing", row["standing"])]
    assert data == narrowed
    assert {row["form"] for row in data} <= {asked.get("form", row["form"]) for row in data}
    if "standing" not in asked:
        assert len(data) == len(found) * kinds


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


@pytest.fixture
def two_versions(quick):
    """A document whose sound is ready in its older version alone, and one other document."""
    make(keep_law(), FormKind.MP3)
    keep_law("พระราชบัญญัติ\nมาตรา ๑ ข้อความใหม่")
    keep_law(key="other", title="ฉบับอื่น")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", [("d-2", 1), ("d-1", 2)]),
        ("versions=all", [("d-2", 1), ("d-1", 2), ("d-1", 1)]),
        ("versions=all&words=สหกรณ์", [("d-1", 2), ("d-1", 1)]),
        ("versions=all&standing=ready", [("d-1", 1)]),
        ("versions=all&form=mp3&standing=missing", [("d-2", 1), ("d-1", 2)]),
        ("form=mp3&standing=ready", []),
        ("versions=nonsense", [("d-2", 1), ("d-1", 2)]),
    ],
)
def test_older_versions_are_found_by_every_filter(page, two_versions, question, found):
    all_versions = "versions=all" in question
    for shown in page.both(f"/forms?{question}"):
        links = [link["href"].split("/") for link in shown.select("main .plain-list h3 a")]
        places = [path[path.index("documents") + 1 :] for path in links]
        assert [path[0] for path in places] == [document for document, _version in found]
        for link, path, (_document, number) in zip(
            shown.select("main .plain-list h3 a"), places, found, strict=True
        ):
            assert path[1:] == (["v", str(number), "forms"] if all_versions else ["forms"])
            assert (str(number) in link.text.split()) is (all_versions or number > 1)
            page.get(link["href"])

    data = page.client.get(f"/forms.json?{question}").json
    assert {(row["document"], row["version"]) for row in data} == set(found)
    versions = {f"/v/{row['version']}/" in row["address"] for row in data}
    assert versions <= {all_versions}


def test_the_older_versions_come_a_page_at_a_time(page, two_versions, monkeypatch):
    monkeypatch.setattr(catalogue, "PER_PAGE", 2)
    monkeypatch.setattr(lists, "_BATCH", 2)

    last = page.get("/en/forms?versions=all&page=2")

    assert [link.text.strip() for link in last.select("main .plain-list h3 a")] == [
        "พระราชบัญญัติตัวอย่างสหกรณ์ พ.ศ. 2560, version 1"
    ]
    data = page.client.get("/forms.json?versions=all").json
    assert len(data) == 3 * len(FormKind)


@pytest.mark.parametrize(
    ("question", "count", "told"),
    [
        ("form=mp3", "2 documents", "2 documents. MP3: Not made yet (2)."),
        ("form=mp3&versions=all", "3 versions", "3 versions. MP3: Ready (1), Not made yet (2)."),
        ("form=mp3&standing=missing", "2 documents", "2 documents. MP3: Not made yet (2)."),
        ("form=mp3&standing=ready", "0 documents", "0 documents. MP3: Ready (0)."),
        ("standing=at-once&words=อื่น", "1 document", "1 document. Made as soon as you open it."),
        ("document=guide", "0 documents", "0 documents."),
    ],
)
def test_the_title_and_the_list_begin_with_what_was_found(
    page, two_versions, question, count, told
):
    shown = page.get(f"/en/forms?{question}")
    assert shown.h1.text.strip() == f"What is ready and what is missing: {count}"
    assert told in [" ".join(one.text.split()) for one in shown.select("main p")]
    page.get(f"/forms?{question}")


def test_what_an_address_says_beside_the_filters_is_left_out(page, two_versions):
    shown = page.get("/en/forms?form=mp3&endpoint=x&_external=1&page=1")
    assert shown.select_one("main a[download]")["href"] == "/forms.csv?form=mp3"


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
