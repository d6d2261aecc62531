"""A draft: kept without an account, opened by its code alone, deleted in time, never a complaint."""

import io

import pytest
from sqlalchemy import select, text

from tests.support.databases import both_databases
from tests.support.page import PageClient, form_to, hidden_fields
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import picture
from webapp.complaints import jobs
from webapp.complaints.models import Complaint, ComplaintDraft, ComplaintDraftFile
from webapp.complaints.service.errors import DraftNotFound
from webapp.extensions import db
from webapp.shared import outbox

NEW, DRAFT = "/en/complaints/new", "/en/complaints/draft"
TYPED = {
    "kind": "suggestion",
    "subject": "ทางลาดประตูเหนือ",
    "message": "ขอทางลาดที่ประตูเหนือ",
    "identity": "named",
    "name": "นางทดสอบ ระบบ",
    "reply_by": "mail",
    "email": "tester@example.org",
    "contact": "",
}


def photo(name="photo.jpg"):
    return (io.BytesIO(picture("JPEG")), name)


@pytest.fixture
def keep(page, clock):
    """Press "Keep as a draft" in the form; gives the code."""

    def keep(start="/en", **typed):
        shown = page.post(f"{start}/complaints/new", {**TYPED, "do": "keep", **typed})
        assert page.path == f"{start}/complaints/draft"
        return shown.select_one(".receipt").text

    return keep


@pytest.fixture
def elsewhere(app):
    """Another browser."""
    return PageClient(app.test_client())


def typed_in(page):
    """What the fields of the form hold."""
    chosen = {box["name"]: box["value"] for box in page.select("main input[type=radio][checked]")}
    lines = {
        line["name"]: line["value"] for line in page.select("main input[type=text], [type=email]")
    }
    lines.pop("homepage", None)
    lines.pop("q", None)
    return {**chosen, **lines, "message": page.select_one("#message").text.strip("\n")}


def files_kept(config):
    return list(config.upload_dir.iterdir())


@pytest.mark.parametrize("start", ["", "/en"])
def test_a_draft_is_opened_elsewhere_by_its_code_with_all_that_was_typed(keep, elsewhere, start):
    code = keep(start, attachments=[photo()])
    shown = elsewhere.post(f"{start}/complaints/draft", {"code": code.lower()})
    assert elsewhere.path == f"{start}/complaints/draft"
    assert "2026" in shown.main.text or "2569" in shown.main.text
    again = elsewhere.get(f"{start}/complaints/new")
    assert typed_in(again) == TYPED
    assert "photo.jpg" in again.select_one("#kept").text


def test_a_draft_is_no_complaint_and_no_officer_finds_it(keep, officer):
    keep()
    assert not db.session.query(Complaint).count()
    assert TYPED["subject"] not in officer.get("/en/staff/complaints").main.text


def test_what_is_unfinished_or_wrong_is_kept_as_it_is(keep, page):
    keep(kind="", identity="", email="not an address")
    kept = typed_in(page.get(NEW))
    assert kept == {**{k: v for k, v in TYPED.items() if k not in ("kind", "identity")}, "email": "not an address"}  # fmt: skip


@both_databases
def test_a_draft_sent_is_a_complaint_with_its_files_and_the_draft_is_gone(
    keep, page, only_one, config
):
    code = keep(attachments=[photo()])
    form = form_to(page.get(NEW), NEW, NEW)
    kept = [box["value"] for box in form.select("[name=kept][checked]")]
    page.post(NEW, {**TYPED, "kept": kept})
    assert page.path == "/en/complaints/receipt"
    sent = only_one()
    assert (sent.subject, sent.name) == (TYPED["subject"], TYPED["name"])
    assert [file.name for file in sent.attachments] == ["photo.jpg"]
    assert not db.session.query(ComplaintDraft).count()
    assert [file.name for file in files_kept(config)] == [sent.attachments[0].stored_as]
    assert "No draft has the code" in page.post(DRAFT, {"code": code}).main.text
    assert typed_in(page.get(NEW))["message"] == ""


def test_a_draft_sent_twice_by_a_slow_line_is_one_complaint(keep, page, only_one):
    keep(message="", attachments=[photo()])
    form = form_to(page.get(NEW), NEW, NEW)
    kept = [box["value"] for box in form.select("[name=kept][checked]")]
    sent = {**hidden_fields(form), **TYPED, "message": "", "kept": kept}
    codes = set()
    for _press in range(2):
        assert page.client.post(NEW, data=sent).location == "/en/complaints/receipt"
        codes.add(page.get("/en/complaints/receipt").select_one(".receipt").text)
    assert len(codes) == 1
    only_one()


def test_a_file_is_taken_out_of_a_draft_and_others_count_with_new_ones(keep, page, config):
    keep(attachments=[photo("a.jpg"), photo("b.jpg")])
    boxes = page.get(NEW).select("[name=kept]")
    too_many = [photo(f"{one}.jpg") for one in "cd"]
    refused = page.post(
        NEW, {**TYPED, "kept": [box["value"] for box in boxes], "attachments": too_many}
    )
    assert refused.select(".error-summary")
    page.post(NEW, {**TYPED, "do": "keep", "kept": [boxes[1]["value"]]})
    assert [file.name for file in db.session.query(ComplaintDraftFile)] == ["b.jpg"]
    assert len(files_kept(config)) == 1


def test_a_draft_kept_twice_by_a_slow_line_is_one_draft_with_one_code(page, clock, config):
    hidden = hidden_fields(form_to(page.get(NEW), NEW, NEW))
    codes = set()
    for _press in range(2):
        sent = {**hidden, **TYPED, "do": "keep", "attachments": [photo()]}
        assert page.client.post(NEW, data=sent).location == DRAFT
        codes.add(page.get(DRAFT).select_one(".receipt").text)
    assert len(codes) == 1
    assert db.session.query(ComplaintDraft).count() == 1
    assert len(files_kept(config)) == 1


def test_what_is_in_a_draft_is_nowhere_in_clear(keep, config):
    code = keep(attachments=[photo("หลักฐาน.jpg")]).replace("-", "")
    db.session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    stored = [file.read_bytes() for file in config.INSTANCE_DIR.rglob("*") if file.is_file()]
    for secret in ("ทางลาด", "ทดสอบ", "tester@", "หลักฐาน", code):
        assert not any(secret.encode() in content for content in stored), secret


def test_an_anonymous_message_cannot_be_traced_to_its_draft(page, keep, clock):
    code = keep(identity="anonymous", name="", email="", attachments=[photo("สมศรี.jpg")])
    draft = db.session.query(ComplaintDraft).one()
    told = {str(draft.id), draft.code_fingerprint, *(file.stored_as for file in draft.files)}
    token = hidden_fields(form_to(page.get(NEW), NEW, NEW))["token"]
    kept = [box["value"] for box in page.get(NEW).select("[name=kept][checked]")]
    typed = {"kind": "complaint", "message": "ลับ", "identity": "anonymous", "kept": kept}
    page.post(NEW, typed)
    assert page.path == "/en/complaints/receipt"
    tables = db.metadata.sorted_tables
    left = [str(row) for table in tables for row in db.session.execute(select(table))]
    for trace in (*told, token, code.replace("-", "")):
        assert not any(trace in row for row in left), trace


def test_drafts_are_deleted_after_30_days_without_a_change(keep, page, clock, config):
    keep(attachments=[photo()])
    clock.advance(days=29)
    jobs.delete_old_drafts()
    assert db.session.query(ComplaintDraft).count() == 1
    clock.advance(days=1)
    with pytest.raises(DraftNotFound):
        jobs.service.draft_by_id(db.session.query(ComplaintDraft).one().id)
    jobs.delete_old_drafts()
    assert not db.session.query(ComplaintDraft).count()
    assert not files_kept(config)


def test_the_worker_deletes_old_drafts_every_night():
    assert jobs.JOBS["complaints.delete_old_drafts"].nightly


def test_the_sweep_of_files_leaves_those_of_drafts(keep, clock, config):
    keep(attachments=[photo()])
    clock.advance(days=4000)
    jobs.erase_old()
    assert len(files_kept(config)) == 1


def test_a_draft_closed_on_a_device_opens_there_by_its_code_alone(keep, page):
    code = keep()
    for path in (NEW, DRAFT, f"{NEW}/questions/message"):
        page.get(path)
        assert page.response.headers["Cache-Control"] == "no-store", path
    page.post("/en/complaints/draft/close", form_page=DRAFT)
    assert typed_in(page.get(NEW))["message"] == ""
    assert page.get(DRAFT).select("#code")
    page.post(DRAFT, {"code": code})
    assert typed_in(page.get(NEW)) == TYPED


def test_a_draft_deleted_leaves_nothing(keep, page, config):
    keep(attachments=[photo()])
    page.post("/en/complaints/draft/delete", form_page=DRAFT)
    assert not db.session.query(ComplaintDraft).count()
    assert not files_kept(config)
    assert page.get(DRAFT).select("#code")


def test_a_wrong_code_opens_nothing_and_says_what_to_do(keep, elsewhere):
    keep()
    for code, problem in (
        ("7KM-4QX-P2T9", "No draft has the code 7KM-4QX-P2T9"),
        ("123", "Type the code of your draft: 10 digits"),
        ("", "Type the code of your draft"),
    ):
        answer = elsewhere.post(DRAFT, {"code": code})
        assert problem in words(answer.select_one(".error-summary"))
    assert elsewhere.get(DRAFT).select("#code")


def test_the_page_for_receipts_opens_a_draft_too(keep, elsewhere):
    code = keep()
    elsewhere.post("/en/complaints/track", {"code": code})
    assert elsewhere.path == DRAFT


def test_a_draft_gone_meanwhile_costs_only_its_files(keep, page):
    keep(attachments=[photo()])
    form = form_to(page.get(NEW), NEW, NEW)
    kept = [box["value"] for box in form.select("[name=kept]")]
    hidden = hidden_fields(form)
    page.post("/en/complaints/draft/delete", form_page=DRAFT)
    answer = page.post(NEW, {**hidden, **TYPED, "kept": kept})
    assert "Your draft is no longer here" in words(answer.select_one(".error-summary"))
    assert typed_in(answer) == TYPED


def test_no_draft_takes_a_file_that_tells_who(page, clock):
    odd = [(io.BytesIO(b"%PDF-1.7\nlocked"), "odd.pdf")]
    typed = {"message": "ลับ", "do": "keep", "attachments": odd}
    answer = page.post(NEW, typed)
    assert "We cannot take out of odd.pdf" in words(answer.select_one(".error-summary"))
    assert typed_in(answer)["message"] == "ลับ"


def test_nothing_of_a_draft_is_left_in_the_queue_of_work(keep):
    keep()
    assert not db.session.query(outbox.OutboxRow).count()
