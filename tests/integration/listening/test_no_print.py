"""Where Pango is missing: large print is listed as not available, with how to add it."""

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.integration.bills.making import sign_in_staff
from tests.support.forms import form, make
from tests.support.page import hidden_fields
from tests.support.records import keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.models.forms import DocumentForm
from webapp.listening.service import Failure, FormKind, FormState, makers
from webapp.shared import outbox, printing
from webapp.shared.printing import tagged_pdf
from webapp.shared.transaction import transaction

WORDS = {"th": "ยังทำตัวพิมพ์ใหญ่ที่นี่ไม่ได้", "en": "Large print is not available here"}
ROOT = Path(__file__).parents[3]


@pytest.fixture
def no_pango(monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(tagged_pdf, "_weasyprint", lambda: None)
        yield patched


def large_print(shown) -> str:
    return shown.select_one("#large-print").get_text(" ", strip=True)


def test_nobody_is_offered_what_cannot_be_made(page, no_pango):
    law = keep_law()
    for shown in page.both(f"/documents/{law.public_id}/forms"):
        said = large_print(shown)
        assert WORDS[shown.html["lang"]] in said
        assert not shown.select("#large-print form")
        assert shown.select("#large-print a[href*='/forms/request']")


def test_what_waits_is_not_promised_either(page, no_pango):
    law = keep_law()
    service.request_form(documents.get_version(law), FormKind.LARGE_PRINT)
    assert WORDS["en"] in large_print(page.get(f"/en/documents/{law.public_id}/forms"))

    outbox.drain()
    assert form(law, FormKind.LARGE_PRINT).failure is Failure.PRINT
    assert not page.get(f"/documents/{law.public_id}/forms").select("#large-print form")


def test_the_public_list_says_so_and_finds_it(page, no_pango):
    law = keep_law()
    for shown in page.both("/forms"):
        (item,) = [
            one for one in shown.select("main ul > li") if WORDS[shown.html["lang"]] in one.text
        ]
        assert "1" in item.text
    assert service.count_forms().by_kind[FormKind.LARGE_PRINT] == {"failed": 1}

    def found(standing):
        shown = page.get(f"/forms?form=large-print&standing={standing}")
        return [link["href"].split("/")[2] for link in shown.select("main .plain-list h3 a")]

    assert found("failed") == [law.public_id]
    assert found("missing") == []
    assert found("making") == []
    table = page.client.get("/forms.csv").text.lstrip("\ufeff")
    rows = {row["form"]: row for row in csv.DictReader(io.StringIO(table))}
    assert (rows["large-print"]["standing"], rows["large-print"]["reason"]) == ("failed", "print")
    assert rows["mp3"]["reason"] == ""


def test_officers_read_the_command_that_adds_it(page, no_pango):
    sign_in_staff(page.client)
    for shown in page.both("/staff/forms"):
        assert printing.ADD_COMMAND in [one.text for one in shown.select("main code")]
    no_pango.undo()
    assert printing.ADD_COMMAND not in page.get("/staff/forms").text


def test_the_command_is_the_one_of_the_handbooks():
    for name in ("README.md", "docs/operations.md"):
        assert printing.ADD_COMMAND in (ROOT / name).read_text(encoding="utf-8")


def test_what_is_there_already_stays_there(page, no_pango):
    law = keep_law()
    no_pango.undo()
    if printing.unavailable():
        pytest.skip("print needs Pango")
    make(law, FormKind.LARGE_PRINT)
    no_pango.setattr(tagged_pdf, "_weasyprint", lambda: None)

    shown = page.get(f"/documents/{law.public_id}/forms")
    assert shown.select("#large-print a[download]")
    assert service.count_forms().by_kind[FormKind.LARGE_PRINT]["ready"] == 1


def test_nobody_is_offered_to_make_an_old_file_again(page, no_pango, monkeypatch):
    law, path = keep_law(), "/documents/d-1/forms"
    no_pango.setattr(tagged_pdf, "_weasyprint", lambda: tagged_pdf)
    with monkeypatch.context() as patched:
        patched.setattr(makers, "make", lambda task: makers.Made({}, [task.path.write_text("PDF")]))
        make(law, FormKind.LARGE_PRINT)
    with transaction():
        db.session.execute(update(DocumentForm).values(recipe="of old"))
    again = {"th": "สร้างใหม่: ตัวพิมพ์ใหญ่ (PDF)", "en": "Make again: Large print (PDF)"}
    for shown in page.both(path):
        assert [b.text for b in shown.select("#large-print button")] == [again[shown.html["lang"]]]

    no_pango.setattr(tagged_pdf, "_weasyprint", lambda: None)
    for shown in page.both(path):
        assert shown.select("#large-print a[download]")
        assert not shown.select("#large-print form")
    # A page from before still has its button.
    for start, words in (("", WORDS["th"]), ("/en", WORDS["en"])):
        answer = page.post(f"{start}{path}", {"kind": "large-print"})
        assert words in answer.select_one(".notice--done").text
    assert form(law, FormKind.LARGE_PRINT).state is FormState.READY


def test_officers_are_not_offered_it_either(page, no_pango):
    make(keep_law(), FormKind.LARGE_PRINT)
    sign_in_staff(page.client)
    no_pango.setattr(tagged_pdf, "_weasyprint", lambda: tagged_pdf)
    before = page.get("/staff/forms")
    no_pango.setattr(tagged_pdf, "_weasyprint", lambda: None)
    for shown in page.both("/staff/forms"):
        assert len(shown.select("main .plain-list > li")) == 1
        assert not shown.select("main form[action*='/again']")

    # A page from before still has its buttons.
    said = {"": "ที่นี่ยังทำตัวพิมพ์ใหญ่และ PDF อื่นไม่ได้", "/en": "cannot be made here"}
    sent = hidden_fields(before.select_one("main .plain-list form"))
    for start, words in said.items():
        page.client.post(f"{start}/staff/forms/1/again", data=sent)
        shown = page.get(f"{start}/staff/forms")
        assert printing.ADD_COMMAND in shown.text
        assert words in shown.select_one(".notice--done").text
    page.client.post("/staff/forms/again", data=hidden_fields(before.select_one("main form")))
    assert (service.figures().failed, service.figures().waiting) == (1, 0)


def test_once_it_is_added_it_is_offered_at_once(page, no_pango):
    law = keep_law()
    make(law, FormKind.LARGE_PRINT)
    no_pango.undo()
    if printing.unavailable():
        pytest.skip("print needs Pango")

    assert form(law, FormKind.LARGE_PRINT).state is not FormState.FAILED
    assert page.get(f"/documents/{law.public_id}/forms").select("#large-print form")
